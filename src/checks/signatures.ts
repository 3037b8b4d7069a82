/** The signatures as the rules see them. */
import { requiredSignatures } from '../signoff/required-signatures.ts'
import { type SignatureState, signatureState } from '../signoff/signature-state.ts'
import type { CheckContext } from './rule.ts'

/** The roles that must sign this postmortem. */
export function requiredRoles({ postmortem, policy }: CheckContext): readonly string[] {
  return requiredSignatures(policy, postmortem.metadata.severity?.value ?? null)
}

const states = new WeakMap<CheckContext, SignatureState>()

/** Who has signed and what still holds; null where neither the record nor the text tells of any signature. */
export function signaturesOf(context: CheckContext): SignatureState | null {
  const held = states.get(context)
  if (held) return held
  const { postmortem, record } = context
  // The digests cost more than all other rules together, so they are made only where there is something to compare.
  const signed = record?.some((entry) => entry.verb === 'signed') ?? false
  const claimed = postmortem.signOff.some((row) => row.date.value !== '' || (row.signature?.value ?? '') !== '')
  if (!signed && !claimed) return null
  const state = signatureState(postmortem, record ?? [], requiredRoles(context))
  states.set(context, state)
  return state
}
