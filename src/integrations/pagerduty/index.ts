/** PagerDuty: incidents, log entries, notes and alerts of its REST API (version 2), saved as JSON. */
import { ok, refuse } from '../../base/result.ts'
import type { EvidenceProblem } from '../../evidence/fact.ts'
import { describeValue } from '../kit/describe-value.ts'
import { finishBatch } from '../kit/finish-batch.ts'
import { severalIncidents } from '../kit/several-incidents.ts'
import type { EvidenceSource } from '../kit/source.ts'
import { choose } from './choose.ts'
import { gather, isAnswer, kindOfEntry } from './gather.ts'
import { gatheredToBatch } from './map.ts'
import { titleOf } from './names.ts'

/** The declaration. */
export const pagerduty: EvidenceSource = {
  name: 'pagerduty',
  title: 'PagerDuty (REST v2 JSON)',
  recognises(value) {
    if (!Array.isArray(value)) return isAnswer(value) || kindOfEntry(value) !== null
    return value.slice(0, 20).some((entry) => isAnswer(entry) || kindOfEntry(entry) !== null)
  },
  read(value, context = {}) {
    const where = { path: '$', ...(context.file ? { file: context.file } : {}) }
    if (!pagerduty.recognises(value))
      return refuse(
        'not-pagerduty',
        `Found ${describeValue(value)}, expected PagerDuty's incidents, log_entries, notes or alerts. Save the answer of GET /incidents/{id}/log_entries as JSON.`,
        where,
      )
    const problems: EvidenceProblem[] = []
    const chosen = choose(gather(value, problems), context.incident)
    if (!chosen.ok) return chosen
    const names = chosen.value.incidents.map(({ value: one }) => titleOf(one) ?? one.id)
    problems.push(...severalIncidents(names, '$.incidents'))
    return ok(finishBatch(gatheredToBatch(chosen.value, problems), context))
  },
}
