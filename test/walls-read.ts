/**
 * Reads the sources as TypeScript's own parser does: what each module imports, from where the present, chance and the environment come into it,
 * and the texts written in it. Nothing is resolved or checked: a made-up source can be read as well as a real one.
 */
import { globSync, readFileSync } from 'node:fs'
import { posix } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Node, type SourceFile, SyntaxKind } from 'typescript/unstable/ast'
import {
  isBindingElement,
  isCallExpression,
  isExportDeclaration,
  isExternalModuleReference,
  isIdentifier,
  isImportDeclaration,
  isImportEqualsDeclaration,
  isImportTypeNode,
  isLiteralTypeNode,
  isNewExpression,
  isNoSubstitutionTemplateLiteral,
  isPropertyAccessExpression,
  isPropertyAssignment,
  isStringLiteral,
  isTypeNode,
} from 'typescript/unstable/ast/is'
import { createVirtualFileSystem } from 'typescript/unstable/fs'
import { API } from 'typescript/unstable/sync'

/** `to` is a file of the house, or a package's name. */
export type Import = { to: string }
/** `uses` are the ways by which the present, chance or the environment come in: `Date.now`, `process.env`, `node:crypto randomUUID`. */
export type Module = { path: string; imports: Import[]; uses: string[]; texts: Set<string>; source: SourceFile }

const root = fileURLToPath(new URL('../', import.meta.url))

/** The sources of the house by their paths, without its tests. What runs in a browser has its own clock, and no imports. */
export function houseFiles(): Record<string, string> {
  const paths = globSync(
    ['src', 'adapters', 'db', 'manifest'].map(room => `${room}/**/*.{ts,tsx}`),
    { cwd: root },
  )
  return Object.fromEntries(paths.map(p => [p.replaceAll('\\', '/'), readFileSync(`${root}${p}`, 'utf8')]))
}

export function readModules(files: Record<string, string>): Module[] {
  const paths = Object.keys(files)
  const config = {
    compilerOptions: { noLib: true, noResolve: true, types: [], module: 'nodenext', allowImportingTsExtensions: true, noEmit: true },
    files: paths.map(p => `/${p}`),
  }
  const all = { ...Object.fromEntries(paths.map(p => [`/${p}`, files[p] ?? ''])), '/tsconfig.json': JSON.stringify(config) }
  const api = new API({ cwd: '/', fs: createVirtualFileSystem(all) })
  try {
    const program = api.updateSnapshot({ openProjects: ['/tsconfig.json'] }).getProjects()[0]?.program
    return paths.map(path => {
      const source = program?.getSourceFile(`/${path}`)
      if (!source) throw new Error(`${path} was not read`)
      const module: Module = { path, imports: [], uses: [], texts: new Set(), source }
      walk(source, module)
      return module
    })
  } finally {
    api.close()
  }
}

/** Every node below one, it first. */
export function* nodes(node: Node): Generator<Node> {
  yield node
  const inner: Node[] = []
  node.forEachChild(child => void inner.push(child))
  for (const child of inner) yield* nodes(child)
}

function walk(node: Node, module: Module): void {
  const specifier = importOf(node)
  if (specifier) module.imports.push({ to: target(module.path, specifier) })
  if (isStringLiteral(node) || isNoSubstitutionTemplateLiteral(node)) module.texts.add(node.text)
  module.uses.push(...usesOf(node))
  node.forEachChild(child => walk(child, module))
}

function importOf(node: Node): string | null {
  const text = (at: Node | undefined) => (at && isStringLiteral(at) ? at.text : '(computed)')
  if (isImportDeclaration(node)) return text(node.moduleSpecifier)
  if (isExportDeclaration(node)) return node.moduleSpecifier ? text(node.moduleSpecifier) : null
  if (isImportEqualsDeclaration(node) && isExternalModuleReference(node.moduleReference)) return text(node.moduleReference.expression)
  if (isImportTypeNode(node)) return isLiteralTypeNode(node.argument) ? text(node.argument.literal) : '(computed)'
  if (!isCallExpression(node)) return null
  const called = node.expression
  return called.kind === SyntaxKind.ImportKeyword || (isIdentifier(called) && called.text === 'require') ? text(node.arguments[0]) : null
}

/** `./form.ts` to its path, `drizzle-orm/pg-core` to its package; Node's own keep their name. */
function target(from: string, specifier: string): string {
  if (specifier.startsWith('.')) return posix.normalize(posix.join(posix.dirname(from), specifier))
  if (specifier.startsWith('node:')) return specifier
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/')
}

/** What may be asked of a name that could bring in the present, chance or the environment; everything else of it counts. */
const harmless: Record<string, readonly string[]> = {
  Date: ['UTC', 'parse'],
  Math: Object.getOwnPropertyNames(Math).filter(name => name !== 'random'),
  process: ['argv', 'emitWarning', 'exit', 'exitCode', 'on', 'pid', 'stdin', 'stdout', 'version'],
  Temporal: ['Instant', 'PlainDate', 'PlainDateTime', 'PlainTime', 'PlainYearMonth', 'ZonedDateTime', 'Duration'],
  performance: [],
  crypto: [],
}
/** Of Node's modules: names that do the same. */
const imported: Record<string, RegExp> = {
  'node:crypto': /^(random\w*|getRandomValues|webcrypto|generate\w+)$/,
  'node:process': /./,
  'node:perf_hooks': /./,
}

function usesOf(node: Node): string[] {
  if (isImportDeclaration(node) && isStringLiteral(node.moduleSpecifier)) {
    const suspect = imported[node.moduleSpecifier.text]
    if (!suspect) return []
    return [...nodes(node)].flatMap(n => (isIdentifier(n) && suspect.test(n.text) ? [`${module(node)} ${n.text}`] : []))
  }
  if (!isIdentifier(node) || !Object.hasOwn(harmless, node.text)) return []
  const { parent, text } = node
  if (isTypeNode(parent) || named(node)) return []
  if (isPropertyAccessExpression(parent) && parent.expression === node)
    return harmless[text]?.includes(parent.name.text) ? [] : [`${text}.${parent.name.text}`]
  if (text === 'Date' && isNewExpression(parent) && (parent.arguments?.length ?? 0) > 0) return []
  // Whatever else is done with the name itself (called, destructured, handed on) may bring it in.
  return [text]
}

const module = (node: Node & { moduleSpecifier?: Node }): string =>
  node.moduleSpecifier && isStringLiteral(node.moduleSpecifier) ? node.moduleSpecifier.text : ''

/** Whether an identifier only names something: a property, an import's name, the right side of a dot that is not the global's. */
function named(node: Node): boolean {
  const { parent } = node
  if (isPropertyAccessExpression(parent))
    return parent.name === node && !(isIdentifier(parent.expression) && parent.expression.text === 'globalThis')
  if (isPropertyAssignment(parent) || isBindingElement(parent))
    return parent.name === node && 'initializer' in parent && !!parent.initializer
  const kinds = [SyntaxKind.ImportSpecifier, SyntaxKind.ImportClause, SyntaxKind.QualifiedName, SyntaxKind.PropertySignature]
  return kinds.includes(parent.kind)
}
