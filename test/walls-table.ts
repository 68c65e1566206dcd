/**
 * Who may import whom, as data. A room is named by the beginning of its files' paths; a file belongs to the longest name that fits it. A new wing is a
 * line in `wings`; a new file under src/, a line in `rooms`; a new package, a line in `packages`. What is not said here is forbidden.
 */

/** From the ground up: a wing uses those below it, never one beside it or above. */
export const wings: readonly (readonly string[])[] = [
  ['network'],
  ['activities'],
  ['joint', 'freshness'],
  ['clashes'],
  ['plan', 'messages'],
  ['circulars'],
  ['coverage', 'training', 'support'],
  ['stories'],
  ['meetings'],
  ['calendar', 'actions'],
  ['agenda'],
  ['minutes'],
  ['exports', 'imports', 'board', 'digest'],
]

/** Query files that are a wing's own; the rest of `queries` is everybody's under src/. Whatever else is in db/ is seen by db/ alone. */
const ownQueries = wings.flat().map(wing => [wing, `db/${wing}.ts`] as const)
const queries = [
  'db/client.ts',
  'db/people.ts',
  'db/changes.ts',
  'db/due.ts',
  'db/outbox.ts',
  'db/inbox.ts',
  'db/conversations.ts',
  'db/asks.ts',
  'db/files.ts',
  'db/absences.ts',
  'db/retention.ts',
]

/** What every wing stands on. */
const ground = ['src/commands.ts', 'src/time/', 'src/understanding/', 'src/locales/', 'src/dialogue/', 'src/delivery/', ...queries]

/**
 * Query files of a wing beside its own: a message is offered by the priority it serves, and a priority's own key messages go with those of the bank; the
 * echo is part of coverage; an activity is found by its words; whom the network forgets is forgotten in every table; seats and attendance are part of training.
 */
const beside: Record<string, readonly string[]> = {
  activities: ['db/search.ts'],
  messages: ['db/plan.ts'],
  coverage: ['db/echo.ts'],
  network: ['db/forget.ts'],
  training: ['db/seats.ts', 'db/attended.ts'],
}

const wingRooms = Object.fromEntries(
  wings.flatMap((level, n) =>
    level.map(wing => {
      const below = wings.slice(0, n).flat()
      const own = ownQueries.filter(([w]) => w === wing || below.includes(w)).map(([, file]) => file)
      return [`src/${wing}/`, [...ground, ...own, ...(beside[wing] ?? []), ...below.map(w => `src/${w}/`)]] as const
    }),
  ),
)
const everyWing = [...Object.keys(wingRooms), ...ownQueries.map(([, file]) => file)]

/**
 * Files of a wing that know nothing of it, so that they can be put together below the wings: its words, its commands, and how people ask for them.
 * Arabic words take their keys from the English beside them.
 */
export const leaves: Readonly<Record<'words' | 'asked' | 'commands', RegExp>> = {
  words: /^src\/[a-z-]+\/words\.(ar|en)\.ts$/,
  asked: /^src\/[a-z-]+\/asked\.(ar|en)\.ts$/,
  commands: /^src\/[a-z-]+\/commands\.ts$/,
}

/** Each room, and the rooms it may import besides its own and src/model/. */
export const rooms: Record<string, readonly string[]> = {
  'src/model/': [],
  'src/commands.ts': ['commands'],
  commands: ['asked'],
  'src/config.ts': [],
  'src/log.ts': [],
  'src/leave.ts': [],
  'src/time/': [],
  // A known place is found by any spelling of its name.
  'src/locales/': ['src/time/', 'src/understanding/fold.ts', 'words'],
  'src/understanding/': ['src/commands.ts', 'src/time/'],
  'src/dialogue/': ['src/commands.ts', 'src/time/', 'src/locales/', 'src/understanding/', ...queries],
  'src/delivery/': ['src/time/', 'src/locales/', 'src/dialogue/', ...queries],
  ...wingRooms,
  'src/scene.ts': ['src/time/', 'src/locales/', 'src/dialogue/', ...queries],
  'src/heard.ts': ground,
  'src/in-words.ts': ground,
  'src/bot.ts': ['src/scene.ts', 'src/heard.ts', 'src/in-words.ts', ...ground],
  'src/turnstile.ts': [],
  'src/inbox.ts': ['src/bot.ts', 'src/turnstile.ts', 'src/delivery/', 'db/steps.ts', ...queries],
  'src/clock.ts': ['src/scene.ts', 'src/dialogue/', 'src/delivery/', ...queries],
  'src/home.ts': [...ground, ...everyWing],
  'src/routes.ts': ['src/bot.ts', 'src/home.ts', 'src/dialogue/', 'src/delivery/', ...everyWing],
  'src/house.ts': ['src/scene.ts', 'src/bot.ts', 'src/inbox.ts', 'src/clock.ts', 'src/routes.ts', ...ground, ...everyWing],
  // The network that ships with the project, and what the local chat shows of it: it moves the clock of the house it stands on.
  'src/sample/': ['src/house.ts', 'db/sample.ts', ...ground, ...everyWing, ...(beside.training ?? [])],
  // Programs of their own, beside the bot.
  'src/understand.ts': ['src/commands.ts', 'src/understanding/', 'src/sample/'],
  'src/setup-code.ts': ['src/network/', 'db/open.ts'],
  'src/main.ts': ['src/', 'adapters/', 'db/open.ts', ...queries],

  'adapters/http.ts': [],
  'adapters/setup-code.ts': ['adapters/http.ts'],
  'adapters/feed.ts': ['adapters/http.ts'],
  'adapters/pages.ts': [],
  'adapters/cut.ts': [],
  'adapters/cards/': ['adapters/cut.ts'],
  'adapters/slack/': ['adapters/http.ts', 'adapters/cards/', 'adapters/cut.ts'],
  'adapters/teams/': ['adapters/http.ts', 'adapters/cards/', 'adapters/cut.ts'],
  'adapters/web/': ['adapters/http.ts', 'adapters/cards/'],

  'db/': [],
  'manifest/': ['src/commands.ts'],
}

/** Imports against the table, each with the reason why it stands. */
export const allowed: Record<string, string> = {
  'src/setup-code.ts -> db/lock.ts': 'it tells a folder that a running bot holds from every other failure, and says what to do',
}

/** Packages, and where they may be imported. Those of Node's own that do no more than compute are everybody's. */
export const packages: Record<string, readonly string[]> = {
  zod: ['src/', 'adapters/', 'db/', 'manifest/'],
  'temporal-polyfill': ['src/', 'adapters/', 'db/', 'manifest/'],
  '@slack/bolt': ['adapters/slack/'],
  '@slack/web-api': ['adapters/slack/'],
  undici: ['adapters/slack/'],
  botbuilder: ['adapters/teams/'],
  'botframework-connector': ['adapters/teams/'],
  '@azure/msal-node': ['adapters/teams/'],
  express: ['adapters/'],
  helmet: ['adapters/http.ts'],
  'drizzle-orm': ['db/'],
  postgres: ['db/'],
  '@electric-sql/pglite': ['db/'],
  'pg-boss': ['src/delivery/'],
  'node-cron': ['src/clock.ts'],
  pino: ['src/log.ts'],
  'intl-messageformat': ['src/locales/'],
  'rrule-temporal': ['src/meetings/'],
  'ical-generator': ['src/time/'],
  'date-holidays': ['src/network/'],
  'csv-parse': ['src/network/', 'src/imports/'],
  fflate: ['manifest/', 'src/imports/', 'src/exports/'],
  'write-excel-file': ['src/exports/'],
  'read-excel-file': ['src/imports/'],
  docx: ['src/exports/'],
  echarts: ['src/coverage/'],
  '@resvg/resvg-js': ['src/coverage/'],
  'node:crypto': ['src/', 'adapters/', 'db/'],
  'node:util': ['src/understand.ts', 'manifest/'],
  'node:zlib': ['manifest/'],
  'node:v8': ['src/main.ts'],
  'node:url': ['src/setup-code.ts', 'adapters/', 'db/'],
  'node:path': ['src/main.ts', 'src/setup-code.ts', 'adapters/', 'db/', 'manifest/'],
  // The core reads no files and opens no connections: the programs, the adapters and the database do.
  'node:fs': ['src/main.ts', 'manifest/'],
  'node:fs/promises': ['src/setup-code.ts', 'db/'],
  'node:readline': ['src/understand.ts'],
  'node:http': ['adapters/http.ts'],
  'node:net': ['adapters/http.ts'],
  'node:module': ['adapters/web/', 'db/driver.ts', 'src/coverage/chart-draw.ts'],
  'node:async_hooks': ['adapters/teams/', 'db/embedded.ts'],
  'node:perf_hooks': ['db/lock.ts'],
  'node:sqlite': ['db/lock.ts'],
}

/** Where the present, chance and the environment come into the house; everywhere else they are handed in. */
export const sourcesOf: Record<string, { uses: readonly string[]; why: string }> = {
  'src/clock.ts': { uses: ['Date.now'], why: 'the machine’s clock, handed to whoever needs the present' },
  'src/main.ts': {
    uses: ['process.env', 'node:crypto randomUUID', 'node:crypto randomBytes'],
    why: 'the roof reads the configuration and hands out ids and keys',
  },
  'src/setup-code.ts': {
    uses: ['process.env', 'Temporal.Now', 'node:crypto randomUUID', 'node:crypto randomBytes'],
    why: 'a program of its own: its own roof',
  },
  'manifest/write.ts': { uses: ['process.env'], why: 'a program of its own: the same variables as the bot are its defaults' },
  'src/meetings/rule.ts': {
    uses: ['Temporal'],
    why: 'the recurrence library is handed the whole of Temporal, and an anchor, so that it asks for no present',
  },
  'db/lock.ts': {
    uses: ['node:perf_hooks performance', 'performance.timeOrigin', 'process'],
    why: 'who holds the folder and since when: facts of this process, for the refusal alone',
  },
}
