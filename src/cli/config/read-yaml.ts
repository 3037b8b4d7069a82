/** Reads YAML into a value whose every part knows its line and column. */
import { isAlias, isMap, isScalar, isSeq, LineCounter, type Node, parseDocument, visit } from 'yaml'

/** What is wrong, and where: 1-based line and column. */
export interface Problem {
  readonly line: number
  readonly column: number
  readonly message: string
}

/** A YAML document's value and the places of its parts. */
export interface ReadYaml {
  readonly value: unknown
  readonly problems: readonly Problem[]
  /** Where the value at a path begins; the nearest part that exists where it does not. */
  readonly valueAt: (path: readonly PropertyKey[]) => { line: number; column: number }
  /** Where a key of the map at a path begins. */
  readonly keyAt: (path: readonly PropertyKey[], key: string) => { line: number; column: number }
}

/** Longest configuration file, in characters. */
const LONGEST = 200_000
/** Deepest nesting that a configuration may have. */
const DEEPEST = 50
/** Most aliases (`*name`) that a configuration may use; a few are handy, many are a bomb. */
const MOST_ALIASES = 20

/** Parses one YAML document; what is wrong with it as YAML comes back as problems, and the value is then null. */
export function readYaml(text: string): ReadYaml {
  const none = { valueAt: () => ({ line: 1, column: 1 }), keyAt: () => ({ line: 1, column: 1 }) }
  const tooBig = sizeProblem(text)
  if (tooBig) return { value: null, problems: [tooBig], ...none }
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: true, stringKeys: true })
  const place = (offset: number): { line: number; column: number } => {
    const { line, col } = lines.linePos(offset)
    return { line: Math.max(1, line), column: Math.max(1, col) }
  }
  const problems: Problem[] = [...document.errors, ...document.warnings].map((error) => ({
    ...place(error.pos[0]),
    message: `${error.message.replace(/\.?$/, '')}. Expected valid YAML.`,
  }))
  let aliases = 0
  visit(document, {
    Alias: (_, node) => {
      aliases++
      if (aliases === MOST_ALIASES + 1)
        problems.push({
          ...place(node.range?.[0] ?? 0),
          message: `More than ${MOST_ALIASES} aliases (*name) found. Write the values out.`,
        })
    },
  })
  if (problems.length > 0) return { value: null, problems, ...none }
  const at = (path: readonly PropertyKey[]): Node | null => nodeAt(document.contents as Node | null, path, document)
  return {
    value: readSafely(() => document.toJS({ maxAliasCount: MOST_ALIASES }), problems),
    problems,
    valueAt: (path) => place(at(path)?.range?.[0] ?? 0),
    keyAt: (path, key) => {
      const map = at(path)
      const pair = isMap(map) ? map.items.find((item) => isScalar(item.key) && String(item.key.value) === key) : null
      return place((pair?.key as Node | undefined)?.range?.[0] ?? map?.range?.[0] ?? 0)
    },
  }
}

function readSafely(read: () => unknown, problems: Problem[]): unknown {
  try {
    return read()
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    problems.push({ line: 1, column: 1, message: `${message}. Write the values out instead of using aliases.` })
    return null
  }
}

function nodeAt(
  root: Node | null,
  path: readonly PropertyKey[],
  document: ReturnType<typeof parseDocument>,
): Node | null {
  let node: Node | null = root
  for (const part of path) {
    if (isAlias(node)) node = (node.resolve(document) as Node | undefined) ?? null
    const next: unknown = isMap(node) ? node.get(part, true) : isSeq(node) ? node.get(Number(part), true) : undefined
    if (!next) return node
    node = next as Node
  }
  return node
}

/** A linear look before the parser, which follows nesting by recursion. */
function sizeProblem(text: string): Problem | null {
  if (text.length > LONGEST)
    return { line: 1, column: 1, message: `The file has ${text.length} characters; at most ${LONGEST} are read.` }
  let open = 0
  let line = 1
  let lineStart = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === 10) {
      line++
      lineStart = at + 1
    } else if (code === 91 || code === 123) open++
    else if (code === 93 || code === 125) open = Math.max(0, open - 1)
    const markers = at === lineStart ? nestedMarkers(text, at) : 0
    if (open > DEEPEST || markers > DEEPEST)
      return { line, column: at - lineStart + 1, message: `Nested more than ${DEEPEST} levels deep.` }
  }
  return null
}

/** How many `- `, `? ` and spaces (two to a level) a line begins with. */
function nestedMarkers(text: string, from: number): number {
  let at = from
  while (/[-?: \t]/.test(text[at] ?? '')) at++
  return (at - from) / 2
}
