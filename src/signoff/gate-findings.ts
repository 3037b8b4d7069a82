/** What a verb needs to know of the checks' findings: the checks look at this room, so this room takes them as an argument. */
import { type Refusal, type Result, refuse } from '../base/result.ts'

/** One finding as the checks report it. */
export interface GateFinding {
  readonly rule: string
  readonly severity: 'error' | 'info' | 'warning'
  readonly message: string
}

/** Refuses (`gate-closed`) where any finding is an error, and names the first three; null where none is. */
export function gateRefusal(what: string, findings: readonly GateFinding[]): Refusal | null {
  const errors = findings.filter((finding) => finding.severity === 'error')
  if (errors.length === 0) return null
  const first = errors.slice(0, 3).map((finding) => `${finding.rule}: ${finding.message}`)
  const more = errors.length > 3 ? [`and ${errors.length - 3} more`] : []
  const result: Result<never> = refuse(
    'gate-closed',
    `${what} needs ${errors.length === 1 ? 'one finding' : `${errors.length} findings`} to be mended first. ${[...first, ...more].join(' ')}`,
  )
  return result.ok ? null : result.refusal
}
