/** Who stood first and second in line: stated by on-call answers, else by the first assignment and the first escalation. */
import type { Gathered } from './gather.ts'
import { assigneesOf, isPerson, nameOf } from './names.ts'
import type { LogEntry } from './shape.ts'

/** Names of the first and second level, where the input tells them. */
export interface Levels {
  readonly primary?: string
  readonly secondary?: string
}

/** Reads the levels; `entries` in the order in which they happened. A level that nobody was paged on stays empty. */
export function levelsOf(entries: readonly LogEntry[], onCalls: Gathered['onCalls']): Levels {
  const paged = new Set(entries.filter((e) => kindOf(e) === 'notify').flatMap((e) => nameOf(e.user) ?? []))
  const assigned = new Set(entries.flatMap((entry) => assigneesOf(entry).flatMap((user) => nameOf(user) ?? [])))
  const atLevel = (level: number) =>
    onCalls
      .filter(({ value }) => value.escalation_level === level)
      .map(({ value }) => nameOf(value.user))
      .find((name) => name !== undefined && (paged.size + assigned.size === 0 || paged.has(name) || assigned.has(name)))
  const first = firstNamed(entries, 'assign') ?? [...paged][0]
  const primary = atLevel(1) ?? first
  const second = firstNamed(entries, 'escalate')
  const secondary = atLevel(2) ?? (second === primary ? undefined : second)
  return { ...(primary ? { primary } : {}), ...(secondary ? { secondary } : {}) }
}

/** The type without its ending: `notify_log_entry` is `notify`; both spellings of acknowledge are one. */
export function kindOf(entry: Pick<LogEntry, 'type'>): string {
  const kind = entry.type.replace(/_reference$/, '').replace(/_log_entry$/, '')
  return kind.startsWith('acknowledge') ? 'acknowledge' : kind
}

function firstNamed(entries: readonly LogEntry[], kind: 'assign' | 'escalate'): string | undefined {
  for (const entry of entries) {
    const type = kindOf(entry)
    if (kind === 'assign' && type === 'escalate') return undefined
    if (type !== kind || isPerson(entry.agent)) continue
    const name = assigneesOf(entry)
      .map((user) => nameOf(user))
      .find((found) => found !== undefined)
    if (name) return name
  }
  return undefined
}
