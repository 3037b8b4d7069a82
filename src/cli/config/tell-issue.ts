/** Says in sentences what is wrong with a setting: where, what was found, what was expected, which key is near. */
import { nearest } from '../nearest.ts'
import { printable } from '../printable.ts'
import { acceptedKeys, expectedAt, keysAt } from './accepted-keys.ts'
import type { FromVariable } from './from-environment.ts'
import type { ReadYaml } from './read-yaml.ts'
import { valueAt } from './record.ts'

/** What the shape found wrong, as far as it is used here. */
export interface Issue {
  readonly code?: string | undefined
  readonly path: readonly PropertyKey[]
  readonly keys?: readonly string[]
}

/** Where values came from: the file as it is shown, its places, and the variables that stand over it. */
export interface Source {
  readonly file: string
  readonly yaml: ReadYaml
  readonly variables: readonly FromVariable[]
}

/** One sentence for each thing that is wrong; `value` is what was judged. */
export function tellIssue(issue: Issue, value: unknown, source: Source): string[] {
  if (issue.code === 'unrecognized_keys')
    return (issue.keys ?? []).map((key) => {
      const { line, column } = source.yaml.keyAt(issue.path, key)
      const inside = issue.path.length > 0 ? ` in \`${nameOf(issue.path)}\`` : ''
      return `${source.file}:${line}:${column}: Unknown key \`${printable(key)}\`${inside}. ${hint(key, issue.path)}`
    })
  const name = issue.path.length > 0 ? `\`${nameOf(issue.path)}\`` : 'The file'
  return [
    `${placeOf(issue.path, source)}: ${name} is ${shown(valueAt(value, issue.path))}; expected ${expectedAt(issue.path)}.`,
  ]
}

/** `file:line:column` of a setting's value, or the variable that set it. */
export function placeOf(path: readonly PropertyKey[], { file, yaml, variables }: Source): string {
  const variable = variables.find((candidate) => candidate.path.every((part, at) => part === path[at]))
  if (variable) return variable.variable
  const { line, column } = yaml.valueAt(path)
  return `${file}:${line}:${column}`
}

function nameOf(path: readonly PropertyKey[]): string {
  return path.map((part) => printable(String(part))).join('.')
}

function hint(key: string, path: readonly PropertyKey[]): string {
  const here = keysAt(path)
  const near = nearest(key, here)
  if (near) return `Did you mean \`${near}\`?`
  const elsewhere = acceptedKeys().find((accepted) => accepted.key.split('.').at(-1) === key)
  if (elsewhere) return `Did you mean \`${elsewhere.key}\`?`
  return `Expected one of ${here.join(', ')}.`
}

function shown(value: unknown): string {
  if (value === null || value === undefined) return 'empty'
  if (Array.isArray(value)) return `a list of ${value.length}`
  if (typeof value === 'object') return 'a map'
  const text = printable(String(value).slice(0, 200))
  const short = text.length > 60 ? `${text.slice(0, 60)}...` : text
  return typeof value === 'string' ? `the text "${short}"` : short
}
