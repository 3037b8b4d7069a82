/** Grafana: annotations of `GET /api/annotations`, of people and of alert rules. */
import { ok, refuse } from '../../base/result.ts'
import type { EvidenceProblem } from '../../evidence/fact.ts'
import { describeValue } from '../kit/describe-value.ts'
import { finishBatch } from '../kit/finish-batch.ts'
import { isObject } from '../kit/is-object.ts'
import { placed, readEntries } from '../kit/read-entries.ts'
import type { EvidenceSource } from '../kit/source.ts'
import { annotationsToBatch } from './map.ts'
import { Annotation } from './shape.ts'

/** The declaration. */
export const grafana: EvidenceSource = {
  name: 'grafana',
  title: 'Grafana (annotations)',
  recognises(value) {
    if (Array.isArray(value)) return value.slice(0, 20).some(isAnnotation)
    return (
      isAnnotation(value) ||
      (isObject(value) && Array.isArray(value.annotations) && value.annotations.some(isAnnotation))
    )
  },
  read(value, context = {}) {
    if (!grafana.recognises(value))
      return refuse(
        'not-grafana',
        `Found ${describeValue(value)}, expected Grafana annotations with time and text or tags. Save the answer of GET /api/annotations.`,
        { path: '$', ...(context.file ? { file: context.file } : {}) },
      )
    const problems: EvidenceProblem[] = []
    const annotations = readEntries(Annotation, raw(value), problems)
    return ok(finishBatch(annotationsToBatch(annotations, context.baseUrl, problems), context))
  },
}

function isAnnotation(value: unknown): boolean {
  if (!isObject(value) || !('time' in value) || 'ts' in value) return false
  return Array.isArray(value.tags) || 'dashboardUID' in value || 'dashboardId' in value || 'newState' in value
}

function raw(value: unknown) {
  if (Array.isArray(value)) return placed(value, '$')
  const { annotations } = value as { annotations?: unknown }
  return Array.isArray(annotations) ? placed(annotations, '$.annotations') : [{ value, path: '$' }]
}
