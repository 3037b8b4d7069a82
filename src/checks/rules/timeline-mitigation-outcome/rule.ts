/** Holds that each mitigation in the timeline says what came of it. */
import type { TimelineRow } from '../../../document/model.ts'
import type { Rule } from '../../rule.ts'
import { placeIfUntold, writtenRows } from '../../timeline-rows.ts'

/** Words of an outcome, good or bad. */
const OUTCOME =
  /\b(?:success\w*|succeed\w*|works?|worked|working|fail\w*|no (?:effect|change|improvement|luck|difference)|without (?:effect|success)|did(?:n['’]t| not)|does(?:n['’]t| not)|not (?:helping|work\w*|enough)|unsuccessful\w*|recover\w*|restor\w*|resolv\w*|fix(?:ed|es)|solv\w*|normal\w*|heal\w*|stabili[sz]\w*|stable|improv\w*|fell|falls?|drop\w*|decreas\w*|rose|subsid\w*|clear(?:s|ed)|stops?|stopped|ended|gone|complet\w*|done|finish\w*|merged|confirm\w*|repair\w*|granted|released|contains|nothing happened|verif\w*|revert(?:ed|s)|rolled back|deployed|back (?:up|online|to)|up again|came back|online|available|reachable|green|ready|running|respond\w*|still|again|persist\w*|continu\w*|worse|blocked|errors?|so that|result\w*)\b|復旧|解消|成功|失敗|正常|完了|回復|改善|効果|変化なし|確認|適用|解放|→|⇒/i

/** The rule. */
export const timelineMitigationOutcome: Rule = {
  id: 'timeline-mitigation-outcome',
  group: 'timeline',
  holds: 'The timeline tells of a mitigation, and each one says what came of it.',
  severity: { draft: 'info', review: 'warning' },
  *check({ postmortem }) {
    const span = placeIfUntold(
      postmortem,
      ['mitigation'],
      /\b(?:restart|roll(?:ed|ing)? ?back|revert|scale|fix|disabl|fail(?:ed)? ?over|patch|mitigat|re-?deploy|workaround)|緩和|修正|再起動|ロールバック|切り戻|復旧|暫定/i,
    )
    if (span)
      yield {
        span,
        message: 'No entry tells of a mitigation. Add what was tried and what came of it, also what did not help.',
      }
    const rows = writtenRows(postmortem)
    for (const [index, row] of rows.entries()) {
      if (row.kind !== 'mitigation' || OUTCOME.test(row.text) || isAnswered(rows[index + 1])) continue
      yield {
        span: row.textSpan,
        message:
          'This mitigation does not say what came of it. Add the outcome: what got better, or that it had no effect.',
      }
    }
  },
}

/** Whether the entry after it tells the outcome. */
function isAnswered(next: TimelineRow | undefined): boolean {
  if (!next) return false
  if (next.kind === 'impact-ended' || next.kind === 'all-clear' || next.kind === 'observed') return true
  return OUTCOME.test(next.text)
}
