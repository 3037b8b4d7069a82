/** Moves a postmortem between stages, with the gate's findings where it is refused. */
import { ok } from '../../base/result.ts'
import { type MoveStageRequest, moveStage } from '../../publication/move-stage.ts'
import { requiredSignatures } from '../../signoff/required-signatures.ts'
import type { ChangedPostmortem } from '../store/postmortem-text.ts'
import { gateFindings, moveRefused } from './gate-findings.ts'
import { type ChangeCall, changeSeen } from './postmortem-access.ts'

/** Throws what was refused. */
export async function movePostmortem(
  call: ChangeCall,
  id: string,
  move: MoveStageRequest['move'],
  reason: string | undefined,
): Promise<ChangedPostmortem> {
  const { house, now, actor } = call
  const words = { cause: move, verb: 'postmortem.recorded', data: reason === undefined ? {} : { reason } } as const
  return changeSeen(call, id, words, (opened) => {
    const { postmortem, recordText, text } = opened
    const findings = move === 'open-review' ? gateFindings(house, opened, 'review', now) : []
    const moved = moveStage({
      move,
      postmortem,
      recordText,
      requiredRoles: requiredSignatures(house.rules.policy, postmortem.metadata.severity?.value ?? null),
      mainTarget: house.rules.publication.mainTarget,
      ...(reason === undefined ? {} : { reason }),
      gateFindings: findings,
      at: now,
      actor: actor.name,
    })
    if (moved.ok) return ok({ recordText: moved.value.text })
    throw moveRefused(moved.refusal, text, findings)
  })
}
