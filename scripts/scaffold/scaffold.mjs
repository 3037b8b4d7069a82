/** Makes a rule, a source of evidence or a command from its templates, and puts it into its list. All or nothing. */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { addToList } from './add-to-list.mjs'
import { KINDS, nameProblem } from './name-problem.mjs'

const TEMPLATES = join(dirname(fileURLToPath(import.meta.url)), '..', 'templates')

/**
 * @typedef {object} Kind
 * @property {(name: string) => string} folder where its files go
 * @property {string} listFile
 * @property {string} list
 * @property {(name: string) => string} element
 * @property {(name: string) => string} [importLine]
 * @property {(element: string, text: string) => string} keyOf
 * @property {string} next what to do then
 */

/** The key of an element that is a name: the folder that its import names. */
const keyOfImported = (/** @type {RegExp} */ path) => (/** @type {string} */ element, /** @type {string} */ text) => {
  const line = text.split('\n').find((each) => new RegExp(`^import \\{ ${element} \\} `).test(each))
  return path.exec(line ?? '')?.[1] ?? element
}

/** @type {Record<string, Kind>} */
const SCAFFOLDS = {
  rule: {
    folder: (name) => `src/checks/rules/${name}`,
    listFile: 'src/checks/rules.ts',
    list: 'RULES',
    element: exportedName,
    importLine: (name) => `import { ${exportedName(name)} } from './rules/${name}/rule.ts'`,
    keyOf: keyOfImported(/'\.\/rules\/([^/]+)\//),
    next: 'Write the samples in README.md first, then the rule; `npx vitest run src/checks` runs both.',
  },
  source: {
    folder: (name) => `src/integrations/${name}`,
    listFile: 'src/integrations/evidence-sources.ts',
    list: 'EVIDENCE_SOURCES',
    element: exportedName,
    importLine: (name) => `import { ${exportedName(name)} } from './${name}/index.ts'`,
    keyOf: keyOfImported(/'\.\/([^/]+)\//),
    next: 'Write a small sample of the export into the test first, then shape, map and index; `npx vitest run src/integrations` runs it. Add a row to src/integrations/README.md, which also says the rules.',
  },
  command: {
    folder: () => 'src/cli/commands',
    listFile: 'src/cli/commands.ts',
    list: 'COMMANDS',
    element: (name) =>
      `{\n    name: '${name}',\n    summary: '${SUMMARY}',\n    load: async () => (await import('./commands/${name}.ts')).${exportedName(name)},\n  }`,
    keyOf: (element) => /name: '([^']+)'/.exec(element)?.[1] ?? element,
    next: 'Write its summary here and in the list, its arguments and examples, then what it does; `npx vitest run src/cli` runs its test.',
  },
}

const SUMMARY = 'Say here in one line what the command does'

/**
 * @param {string} root the repository's folder
 * @param {readonly string[]} words the kind and the name
 * @returns {{ ok: true, written: string[], next: string } | { ok: false, message: string }} paths from the root
 */
export function scaffold(root, words) {
  const [kind = '', name = '', ...more] = words
  const what = KINDS.includes(kind) ? SCAFFOLDS[kind] : undefined
  if (!what || name === '' || more.length > 0) {
    return { ok: false, message: `Say what to make and its name: npm run new -- ${KINDS.join('|')} NAME` }
  }
  const problem = nameProblem(/** @type {'rule' | 'source' | 'command'} */ (kind), name)
  if (problem) return { ok: false, message: problem }

  const files = readdirSync(join(TEMPLATES, kind)).map((template) => ({
    path: `${what.folder(name)}/${template.replace(/^NAME/, name).replace(/\.template$/, '')}`,
    text: filled(readFileSync(join(TEMPLATES, kind, template), 'utf8'), name),
  }))
  const there = files.find(({ path }) => existsSync(join(root, path)))
  if (there)
    return { ok: false, message: `${there.path} exists already. Choose another name, or change what is there.` }

  const listPath = join(root, what.listFile)
  let list = ''
  try {
    list = addToList(readFileSync(listPath, 'utf8'), {
      list: what.list,
      key: name,
      element: what.element(name),
      importLine: what.importLine?.(name),
      keyOf: what.keyOf,
    })
  } catch (error) {
    return { ok: false, message: `${what.listFile}: ${error instanceof Error ? error.message : error}` }
  }
  const made = []
  try {
    for (const { path, text } of files) {
      mkdirSync(dirname(join(root, path)), { recursive: true })
      writeFileSync(join(root, path), text, { flag: 'wx' })
      made.push(path)
    }
    writeFileSync(listPath, list)
  } catch (error) {
    for (const path of made) rmSync(join(root, path), { force: true })
    return { ok: false, message: `Nothing was made: ${error instanceof Error ? error.message : error}` }
  }
  return { ok: true, written: [...made, what.listFile], next: what.next }
}

function filled(/** @type {string} */ template, /** @type {string} */ name) {
  return template
    .replaceAll('{{name}}', name)
    .replaceAll('{{camel}}', exportedName(name))
    .replaceAll('{{summary}}', SUMMARY)
}

/** Words that cannot name an export; `import` is exported as `importIt`. */
const RESERVED = [
  'case',
  'catch',
  'class',
  'default',
  'delete',
  'export',
  'for',
  'function',
  'if',
  'import',
  'new',
  'return',
  'switch',
  'this',
  'throw',
  'try',
  'void',
  'with',
]

/** `impactNamesRegions` for `impact-names-regions`. */
function exportedName(/** @type {string} */ name) {
  const joined = name.replace(/-([a-z0-9])/g, (_, letter) => letter.toUpperCase())
  return RESERVED.includes(joined) ? `${joined}It` : joined
}
