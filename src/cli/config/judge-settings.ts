/** Judges the text of `nevertwice.yaml` and the variables over it: all values, or everything that is wrong with them. */
import { CliFailure } from '../failure.ts'
import { acceptedKeys } from './accepted-keys.ts'
import { type FromVariable, settingsFromEnvironment } from './from-environment.ts'
import { overDefaults } from './over-defaults.ts'
import { readYaml } from './read-yaml.ts'
import { isRecord, valueAt } from './record.ts'
import type { Origin, SettingValues } from './settings.ts'
import { type FileValues, SHAPE } from './shape.ts'
import { type Issue, placeOf, type Source, tellIssue } from './tell-issue.ts'

/** Most problems that are printed at once. */
const MOST = 20

/** What was judged to be right. */
export interface Judged {
  readonly values: SettingValues
  readonly holidaysFile: string | null
  readonly origins: ReadonlyMap<string, Origin>
}

/** Judges a file's text (empty where there is none; `file` as it is shown) and variables; throws one failure for all problems. */
export function judgeSettings(text: string, file: string, environment: Readonly<Record<string, string>>): Judged {
  const yaml = readYaml(text)
  if (yaml.problems.length > 0)
    throw failed(yaml.problems.map(({ line, column, message }) => `${file}:${line}:${column}: ${message}`))
  const variables = settingsFromEnvironment(environment)
  const written = yaml.value ?? {}
  valid(written, { file, yaml, variables: [] })
  const source = { file, yaml, variables }
  const values = valid(variables.reduce<unknown>(withVariable, written), source)
  const judged = overDefaults(values)
  const problems = contradictions(judged, source)
  if (problems.length > 0) throw failed(problems)
  return { values: judged, holidaysFile: values.policy?.holidaysFile ?? null, origins: originsOf(values, source) }
}

function valid(value: unknown, source: Source): FileValues {
  const parsed = SHAPE.safeParse(value)
  if (parsed.success) return parsed.data
  throw failed(parsed.error.issues.flatMap((issue) => tellIssue(issue as Issue, value, source)))
}

function failed(problems: readonly string[]): CliFailure {
  const rest = problems.length - MOST
  return new CliFailure(
    'configuration',
    [...problems.slice(0, MOST), ...(rest > 0 ? [`and ${rest} more.`] : [])].join('\n'),
  )
}

function withVariable(value: unknown, set: Pick<FromVariable, 'path' | 'value'>): unknown {
  const [key, ...rest] = set.path
  if (key === undefined) return set.value
  const map = isRecord(value) ? value : {}
  return { ...map, [key]: withVariable(map[key], { path: rest, value: set.value }) }
}

function contradictions({ policy, publication }: SettingValues, source: Source): string[] {
  const problems: string[] = []
  const { min, max } = policy.summarySentences
  if (min > max)
    problems.push(
      `${placeOf(['policy', 'summarySentences'], source)}: \`policy.summarySentences\` runs from ${min} to ${max}; expected min to be at most max.`,
    )
  if (!publication.targets.includes(publication.mainTarget))
    problems.push(
      `${placeOf(['publication', 'targets'], source)}: \`publication.targets\` lacks the main target ${publication.mainTarget}; expected it among ${publication.targets.join(', ') || 'them'}.`,
    )
  return problems
}

function originsOf(values: FileValues, { file, yaml, variables }: Source): Map<string, Origin> {
  const origins = new Map<string, Origin>()
  for (const { key } of acceptedKeys()) {
    const path = key.split('.')
    if (valueAt(values, path) !== undefined) origins.set(key, { from: 'file', file, line: yaml.valueAt(path).line })
  }
  for (const key of ['checks.rules', 'policy.severityWords'])
    for (const name of Object.keys(valueAt(values, key.split('.')) ?? {}))
      origins.set(`${key}.${name}`, { from: 'file', file, line: yaml.keyAt(key.split('.'), name).line })
  for (const { path, variable } of variables) origins.set(path.join('.'), { from: 'environment', variable })
  return origins
}
