/** `GET /api/v1/postmortems/{id}/checks`: what the checks find. */
import { z } from '@hono/zod-openapi'
import { readSelection } from '../../../../checks/selection.ts'
import { endpoint } from '../../endpoint.ts'
import { findingsOf, gateFindings } from '../../gate-findings.ts'
import { granted, seeWhole } from '../../postmortem-access.ts'
import { FindingShape, GateShape, PostmortemPath } from '../../postmortem-shapes.ts'
import { Line } from '../../shapes.ts'

/** The same findings as `nevertwice check`, at one gate. */
export const checkPostmortem = endpoint({
  method: 'get',
  path: '/api/v1/postmortems/{id}/checks',
  group: 'Postmortems',
  summary: 'Findings at a gate',
  who: 'token',
  may: 'read',
  writes: null,
  params: PostmortemPath,
  query: z.strictObject({ gate: GateShape.default('draft'), only: Line(100).optional() }),
  answer: z.object({ gate: GateShape, open: z.boolean(), revision: z.number().int(), findings: z.array(FindingShape) }),
  async run({ house, db, actor, now, params, query: { gate, only } }) {
    const selected = only === undefined ? null : [...granted(readSelection(only)).ids]
    const opened = await seeWhole(house, db, actor, params.id)
    const findings = gateFindings(house, opened, gate, now, selected)
    const open = findings.every(({ severity }) => severity !== 'error')
    return {
      body: { gate, open, revision: opened.revision, findings: findingsOf(opened.text, findings) },
      etag: opened.revision,
    }
  },
})
