/** Alertmanager: web hook deliveries (version 4), one, a list or JSON lines, and the answer of `GET /api/v2/alerts`. */
import { ok, refuse } from '../../base/result.ts'
import type { EvidenceProblem } from '../../evidence/fact.ts'
import { describeValue } from '../kit/describe-value.ts'
import { finishBatch } from '../kit/finish-batch.ts'
import { isObject } from '../kit/is-object.ts'
import type { EvidenceSource } from '../kit/source.ts'
import { gatherAlerts, isAlert, isDelivery, unwrapped } from './gather.ts'
import { alertsToBatch } from './map.ts'

/** The declaration. */
export const alertmanager: EvidenceSource = {
  name: 'alertmanager',
  title: 'Alertmanager (web hook payload, version 4)',
  recognises(value) {
    const isOurs = (item: unknown) => isDelivery(unwrapped(item)) || isAlert(item)
    if (Array.isArray(value)) return value.slice(0, 20).some(isOurs)
    return isOurs(value) || (isObject(value) && Array.isArray(value.deliveries) && value.deliveries.some(isOurs))
  },
  read(value, context = {}) {
    if (!alertmanager.recognises(value))
      return refuse(
        'not-alertmanager',
        `Found ${describeValue(value)}, expected an Alertmanager web hook payload with alerts and groupKey. Save the body of a delivery as JSON.`,
        { path: '$', ...(context.file ? { file: context.file } : {}) },
      )
    const problems: EvidenceProblem[] = []
    const alerts = gatherAlerts(value, problems)
    return ok(finishBatch(alertsToBatch(alerts, problems), context))
  },
}
