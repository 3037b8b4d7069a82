/** Severities as people write them, mapped to P0..P3. */
import type { Severity } from './model.ts'

const WORDS: Readonly<Record<string, Severity>> = {
  critical: 'P0',
  catastrophic: 'P0',
  blocker: 'P0',
  major: 'P1',
  high: 'P1',
  severe: 'P1',
  medium: 'P2',
  moderate: 'P2',
  minor: 'P3',
  low: 'P3',
  重大: 'P0',
  高: 'P1',
  中: 'P2',
  低: 'P3',
  軽微: 'P3',
}

/** P0..P3 for `P1`, `SEV-2`, `high` and the like (SEV0 and SEV1 are P0, SEV2 is P1, SEV3 is P2); null where the words name none, or several. */
export function severityOf(text: string, own: Readonly<Record<string, string>> = {}): Severity | null {
  const words = text.trim().toLowerCase()
  const mine = own[words] ?? own[words.split(/[\s(（,]/)[0]!]
  if (mine && /^P[0-3]$/.test(mine)) return mine as Severity
  const levels = [...words.slice(0, 80).matchAll(/\b(p|sev(?:erity)?)[\s-]?(\d)\b/g)]
  if (levels.length > 1 && /[|/]/.test(words)) return null
  const level = levels[0]
  if (level) {
    const rank = level[1] === 'p' ? Number(level[2]) : Math.max(0, Number(level[2]) - 1)
    return `P${Math.min(rank, 3)}` as Severity
  }
  const found = /^\W*([a-z]+|[重大高中低軽微]+)/.exec(words)?.[1]
  return (found && WORDS[found]) || null
}
