/** Who Teams is and who we are to it: the keys its tokens are checked with, and the bot's own login, in the public cloud or elsewhere. */
import { AsyncLocalStorage } from 'node:async_hooks'
import { ConfidentialClientApplication } from '@azure/msal-node'
import {
  type BotFrameworkAuthentication,
  BotFrameworkAuthenticationFactory,
  MsalServiceClientCredentialsFactory,
  type ServiceClientCredentialsFactory,
} from 'botframework-connector'

export type ConnectOptions = {
  appId: string
  appPassword: string
  tenantId: string
  openIdMetadataUrl: string | null
  tokenIssuer: string | null
  loginUrl: string | null
  oauthScope: string | null
  unsigned: boolean
}

/** Microsoft's public cloud, from the Bot Connector's authentication reference. */
const publicCloud = {
  login: 'https://login.microsoftonline.com',
  scope: 'https://api.botframework.com',
  issuer: 'https://api.botframework.com',
  metadata: 'https://login.botframework.com/v1/.well-known/openidconfiguration',
  emulatorMetadata: 'https://login.microsoftonline.com/botframework.com/v2.0/.well-known/openid-configuration',
}

/** The emulator needs no login: requests go out as they are. */
const unsignedCredentials: ServiceClientCredentialsFactory = {
  isValidAppId: async () => true,
  isAuthenticationDisabled: async () => true,
  createCredentials: async () => ({ signRequest: async request => request }),
}

export const audienceOf = (o: ConnectOptions): string => o.oauthScope ?? publicCloud.scope

export function connect(o: ConnectOptions): BotFrameworkAuthentication {
  const login = `${(o.loginUrl ?? publicCloud.login).replace(/\/+$/, '')}/${o.tenantId}`
  const credentials = o.unsigned
    ? unsignedCredentials
    : new MsalServiceClientCredentialsFactory(
        o.appId,
        // The library ships its types twice, for import and for require; they are one class.
        new ConfidentialClientApplication({
          auth: { clientId: o.appId, clientSecret: o.appPassword, authority: login, knownAuthorities: [new URL(login).host] },
        }) as unknown as ConstructorParameters<typeof MsalServiceClientCredentialsFactory>[1],
      )
  const auth = BotFrameworkAuthenticationFactory.create(
    '',
    true,
    login,
    audienceOf(o),
    o.tokenIssuer ?? publicCloud.issuer,
    publicCloud.scope,
    o.openIdMetadataUrl ?? publicCloud.metadata,
    o.openIdMetadataUrl ?? publicCloud.emulatorMetadata,
    '',
    credentials,
    { requiredEndorsements: [] },
    undefined,
    {},
  )
  return withoutPrint(withoutRetries(auth))
}

/**
 * A refused request comes back at once: delivery knows when to try again, and a turn is not held meanwhile. The connector's client repeats 429 and 5xx
 * by a policy of its pipeline (@azure/core-rest-pipeline) and hands through no option that would say otherwise.
 */
function withoutRetries(auth: BotFrameworkAuthentication): BotFrameworkAuthentication {
  const factory = auth.createConnectorFactory.bind(auth)
  auth.createConnectorFactory = identity => {
    const made = factory(identity)
    const create = made.create.bind(made)
    made.create = async (serviceUrl, audience) => {
      const client = await create(serviceUrl, audience)
      const { pipeline } = (client as unknown as { client: { pipeline: { removePolicy(of: { name: string }): unknown } } }).client
      pipeline.removePolicy({ name: 'defaultRetryPolicy' })
      return client
    }
    return made
  }
  return auth
}

const checking = new AsyncLocalStorage<true>()
let quiet = false

/**
 * A token that is refused is one line in the log, written where it is refused. The library prints to the console besides (jwtTokenExtractor.js),
 * for an expired token with the stack.
 */
function withoutPrint(auth: BotFrameworkAuthentication): BotFrameworkAuthentication {
  if (!quiet) {
    const print = console.error
    console.error = (...said: unknown[]) => {
      if (!checking.getStore()) print(...said)
    }
    quiet = true
  }
  const authenticate = auth.authenticateRequest.bind(auth)
  auth.authenticateRequest = (activity, header) => checking.run(true, () => authenticate(activity, header))
  return auth
}
