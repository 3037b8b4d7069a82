/** Finds code in `src/` that reaches for the clock, chance, the network, the environment or the terminal from where it may not. */
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { parseSync } from '@swc/core'

const ROOMS = /^src\/(base|evidence|timeline|document|record|signoff|publication|actions|checks|learning)\//

/** What may be reached from where. `reaches` are the names that `namesReached` gives. */
export const REACH_RULES = [
  {
    name: 'rooms-take-the-world-as-arguments',
    comment:
      'A room gives the same answer for the same values, everywhere. Take the time, the actor and whatever was read as an argument; the shell has them.',
    applies: (/** @type {string} */ file) => ROOMS.test(file),
    reaches: [
      'Date.now',
      'new Date()',
      'Temporal.Now',
      'performance.now',
      'Math.random',
      'crypto.randomUUID',
      'crypto.getRandomValues',
      'process',
      'console',
      'fetch',
      'XMLHttpRequest',
      'WebSocket',
      'setTimeout',
      'setInterval',
      'setImmediate',
      'queueMicrotask',
      'globalThis',
      'localStorage',
      'navigator',
    ],
  },
  {
    name: 'integrations-translate-values',
    comment:
      'A translator turns a value into facts, the same every time, also in a test and years later. Take the time as an argument, and let the shell read and write.',
    applies: (/** @type {string} */ file) =>
      file.startsWith('src/integrations/') && file !== 'src/integrations/kit/http.ts',
    reaches: [
      'Date.now',
      'new Date()',
      'Temporal.Now',
      'Math.random',
      'crypto.randomUUID',
      'process',
      'console',
      'from node:fs',
      'from node:fs/promises',
    ],
  },
  {
    name: 'programs-start-without-a-shell',
    comment:
      'A shell would read words of a document as commands. Start programs with execFile or spawn and a list of arguments, and put -- before names.',
    applies: () => true,
    reaches: ['exec of node:child_process', 'execSync of node:child_process', 'option shell'],
  },
  {
    name: 'one-file-fetches',
    comment:
      'Time-outs, retries, size limits and refused addresses live in integrations/kit/http.ts; whatever goes out goes through it.',
    applies: (/** @type {string} */ file) => file !== 'src/integrations/kit/http.ts',
    reaches: [
      'fetch',
      'XMLHttpRequest',
      'globalThis.fetch',
      'from node:http',
      'from node:https',
      'from http',
      'from https',
      'from undici',
    ],
  },
  {
    name: 'the-environment-is-read-once',
    comment:
      'Settings have one order: environment over nevertwice.yaml over database. Only cli/main.ts and server/settings.ts read the environment; take what you need from the settings they hand on.',
    applies: (/** @type {string} */ file) => file !== 'src/cli/main.ts' && file !== 'src/server/settings.ts',
    reaches: ['process.env', 'process.loadEnvFile'],
  },
  {
    name: 'code-is-not-made-of-text',
    comment: 'Text that a stranger wrote may never run. Write the cases out.',
    applies: () => true,
    reaches: ['eval', 'Function', 'from node:vm'],
  },
  {
    name: 'types-are-imported-at-the-top',
    comment: "import('...').Name hides an import from the boundaries. Write import type at the top of the file.",
    applies: () => true,
    reaches: ['type in place'],
  },
]

/**
 * @param {string} file path from the root with forward slashes
 * @param {string} source
 * @returns {{ rule: string, file: string, line: number, reached: string, comment: string }[]} in the order of the file
 */
export function reachesIn(file, source) {
  const rules = REACH_RULES.filter(({ applies }) => applies(file))
  const found = []
  for (const { reached, line } of namesReached(source)) {
    for (const { name, comment, reaches } of rules) {
      if (reaches.includes(reached)) found.push({ rule: name, file, line, reached, comment })
    }
  }
  return found
}

/**
 * All wrong reaches of a tree; tests, and the samples that they share, are free to reach.
 * @param {string} root the folder that holds `src/`
 */
export function readReaches(root) {
  return readdirSync(join(root, 'src'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts') && !/\.test\.ts$|^sample-/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .flatMap((path) => reachesIn(relative(root, path).split(sep).join('/'), readFileSync(path, 'utf8')))
}

/** Every global, member of a global and import that a source names, with its line. */
function namesReached(/** @type {string} */ source) {
  const bytes = Buffer.from(source)
  const tree = parseSync(source, { syntax: 'typescript', target: 'es2022' })
  /** @type {{ reached: string, at: number }[]} */
  const names = []
  visit(tree, names)
  // Places count bytes and run on from one parsed file to the next; a blank or comment before the first token is not in the module's own.
  const lastByte = bytes.length
  const offset = tree.span.end - lastByte
  return names.map(({ reached, at }) => ({
    reached,
    line: bytes
      .subarray(0, Math.max(0, at - offset))
      .toString()
      .split('\n').length,
  }))
}

/**
 * @param {any} node
 * @param {{ reached: string, at: number }[]} names
 */
function visit(node, names) {
  if (Array.isArray(node)) {
    for (const child of node) visit(child, names)
    return
  }
  if (node === null || typeof node !== 'object') return
  const add = (/** @type {string} */ reached) => names.push({ reached, at: (node.span ?? node.key.span).start })
  switch (node.type) {
    case 'Identifier':
      add(node.value)
      visit(node.typeAnnotation, names)
      return
    case 'MemberExpression':
      if (node.object.type === 'Identifier' && node.property.type === 'Identifier')
        add(`${node.object.value}.${node.property.value}`)
      visit(node.object, names)
      if (node.property.type === 'Computed') visit(node.property, names)
      return
    case 'NewExpression':
      if (node.callee.type === 'Identifier' && !node.arguments?.length) add(`new ${node.callee.value}()`)
      break
    case 'VariableDeclarator':
      if (node.init?.type === 'Identifier' && node.id.type === 'ObjectPattern') {
        for (const { key } of node.id.properties) if (key?.value) add(`${node.init.value}.${key.value}`)
      }
      break
    case 'ImportDeclaration':
      add(`from ${node.source.value}`)
      for (const { local, imported } of node.specifiers) add(`${(imported ?? local).value} of ${node.source.value}`)
      if (/^(node:)?process$/.test(node.source.value)) {
        for (const { local, imported } of node.specifiers) add(`process.${(imported ?? local).value}`)
      }
      return
    case 'KeyValueProperty':
      if (node.key.value === 'shell') add('option shell')
      break
    case 'TsImportType':
      add('type in place')
      return
    case 'TsTypeReference':
    case 'TsInterfaceDeclaration':
    case 'TsTypeAliasDeclaration':
    case 'TsTypeQuery':
    case 'TsTypeLiteral':
      // Names of types reach for nothing, but a type may still be imported in place.
      visitTypes(node, names)
      return
  }
  for (const key of Object.keys(node)) {
    const isName = key === 'key' && node.key?.type === 'Identifier'
    if (key !== 'span' && !isName) visit(node[key], names)
  }
}

/**
 * @param {any} node
 * @param {{ reached: string, at: number }[]} names
 */
function visitTypes(node, names) {
  if (node === null || typeof node !== 'object') return
  if (node.type === 'TsImportType') names.push({ reached: 'type in place', at: node.span.start })
  for (const key of Object.keys(node)) if (key !== 'span') visitTypes(node[key], names)
}
