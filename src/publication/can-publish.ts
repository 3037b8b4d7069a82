/** Whether a postmortem may be published now. */
import { ok, type Result, refuse } from '../base/result.ts'
import { type GateFinding, gateRefusal } from '../signoff/gate-findings.ts'
import { audienceOf } from './redaction.ts'
import { STAGES, type StageInput, stageOf } from './stage.ts'

/**
 * Its root digest may be published: it is not restricted, all required signatures hold, and no finding blocks the gate. Refused else
 * (`restricted`, `visibility-unknown`, `not-signed`, `gate-closed`). Publishing again what is published is allowed.
 */
export function canPublish(input: StageInput & { readonly gateFindings: readonly GateFinding[] }): Result<'internal'> {
  const audience = audienceOf(input.postmortem)
  if (!audience.ok) return audience
  const { stage, waitsFor } = stageOf(input)
  if (STAGES.indexOf(stage) < STAGES.indexOf('signed'))
    return refuse(
      'not-signed',
      `The postmortem is "${stage}" and must be signed before it is published. Missing: ${waitsFor.join(' ')}`,
    )
  const gate = gateRefusal('Publishing', input.gateFindings)
  return gate ? { ok: false, refusal: gate } : ok(audience.value)
}
