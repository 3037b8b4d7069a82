/** `item`: shows an action item, or moves it on with what the move demands. */
import { type ItemState, itemStates } from '../../actions/item-state.ts'
import { moveDue } from '../../actions/move-due.ts'
import { transitionItem } from '../../actions/transition-item.ts'
import { findTransition, nextStatuses } from '../../actions/transitions.ts'
import { parseVerifier } from '../../actions/verifier.ts'
import type { Proof } from '../../record/entry.ts'
import { PROOF_TYPES } from '../../record/entry-data.ts'
import { itemKey } from '../../record/item-key.ts'
import { readRecord } from '../../record/read-record.ts'
import { actorOf, BY } from '../actor.ts'
import { command } from '../command.ts'
import { requireDay } from '../day-option.ts'
import { CliFailure, EXIT, failureOf } from '../failure.ts'
import { openPostmortem, savePostmortem } from '../postmortem-files.ts'
import { sayLines } from '../say-lines.ts'

const STATUSES = ['open', 'in progress', 'done', 'verified', "won't do"] as const

const ONLY_WITH_A_CHANGE = ['proof', 'verifier', 'reason', 'acceptedBy', 'until'] as const

/** Declares the command. */
export const item = command({
  name: 'item',
  summary: 'Show an action item, or move it on',
  details:
    'done needs a proof; verified needs a machine\'s check (--verifier "check: NAME" with --proof) or a person who neither owns the item nor marked it done; won\'t do needs a reason, who accepts the risk, and until when. A closed ticket is no proof.',
  arguments: [
    { name: 'file', summary: 'the postmortem' },
    { name: 'id', summary: 'the item, such as A1' },
  ],
  options: {
    to: { value: 'STATUS', choices: [...STATUSES, 'wont-do', 'in-progress'], summary: 'the status it moves to' },
    proof: { value: 'REFERENCE', summary: 'what shows that it was done: a commit, an address, a file, a rule' },
    proofType: { value: 'TYPE', choices: PROOF_TYPES, default: 'change', summary: 'what the proof is' },
    verifier: { value: 'NAME', summary: 'who verified it, or "check: NAME"' },
    reason: { value: 'WORDS', summary: 'why' },
    acceptedBy: { value: 'NAME', summary: "who accepts the risk of won't do" },
    until: { value: 'YYYY-MM-DD', summary: 'until when the risk is accepted' },
    due: { value: 'YYYY-MM-DD', summary: 'move the due date, with --reason; the quarter stays' },
    by: BY,
  },
  formats: ['text', 'json'],
  examples: [
    { run: 'item INC-2026-11-23-001.md A1', says: 'its status, proof and what can follow' },
    { run: 'item INC-2026-11-23-001.md A1 --to done --proof 1f2e3d4', says: 'done, proven by a commit' },
    { run: 'item INC-2026-11-23-001.md A2 --due 2027-01-15 --reason "Vendor fix in January"', says: 'a new due date' },
  ],
  async run(context, [file, id], options) {
    const settings = await context.settings()
    let opened = await openPostmortem(context, settings, file!)
    const change = options.to !== undefined || options.due !== undefined
    if (options.to !== undefined && options.due !== undefined)
      throw new CliFailure('usage', 'Give --to or --due, not both: each is an entry of its own in the record.')
    requireDay('--due', options.due)
    requireDay('--until', options.until)
    const idle = change ? undefined : ONLY_WITH_A_CHANGE.find((name) => options[name] !== undefined)
    if (idle !== undefined)
      throw new CliFailure(
        'usage',
        `--${idle === 'acceptedBy' ? 'accepted-by' : idle} says more about a change, and none was named. Say what the item becomes with --to, or its new day with --due.`,
      )
    if (change) {
      const common = { item: id!, at: context.now(), actor: await actorOf(context, options.by) }
      const parseOptions = { severityWords: settings.policy.severityWords }
      if (options.due !== undefined) {
        const { postmortem, recordText } = opened
        const moved = moveDue({ ...common, postmortem, recordText, to: options.due, reason: options.reason ?? '' })
        if (!moved.ok) throw failureOf('refused', moved.refusal)
        await savePostmortem(opened, { text: moved.value.text, recordText: moved.value.recordText })
        opened = await openPostmortem(context, settings, file!)
      }
      if (options.to !== undefined) {
        const { postmortem, recordText } = opened
        const proof: Proof | undefined =
          options.proof === undefined ? undefined : { type: options.proofType, reference: options.proof }
        const moved = transitionItem({
          ...common,
          postmortem,
          parseOptions,
          recordText,
          to: options.to === 'wont-do' ? "won't do" : options.to === 'in-progress' ? 'in progress' : options.to,
          ...(proof ? { proof } : {}),
          ...(options.verifier === undefined ? {} : { verifier: parseVerifier(options.verifier) }),
          ...(options.reason === undefined ? {} : { reason: options.reason }),
          ...(options.acceptedBy === undefined ? {} : { acceptedBy: options.acceptedBy }),
          ...(options.until === undefined ? {} : { until: options.until }),
        })
        if (!moved.ok) throw failureOf('refused', moved.refusal)
        await savePostmortem(opened, { text: moved.value.text, recordText: moved.value.recordText })
        opened = await openPostmortem(context, settings, file!)
      }
    }
    const states = itemStates(opened.postmortem, readRecord(opened.recordText).entries)
    const state = states.find(({ key }) => key === itemKey(id!))
    if (!state) {
      const known = states.map(({ key }) => key).join(', ')
      throw new CliFailure(
        'refused',
        `There is no action item ${id}. ${known ? `Found: ${known}.` : 'The document holds none.'}`,
        { file: file! },
      )
    }
    if (options.format === 'json') context.stdout.write(`${JSON.stringify(itemJson(state))}\n`)
    else sayLines(context.stdout, tell(state))
    return EXIT.clean
  },
})

/** An item's state as JSON. */
export function itemJson(state: ItemState) {
  const { ref, key, item, status, claim, due, firstDue, proof, doneBy, verifiedBy, effect, acceptedBy, acceptedUntil } =
    state
  return {
    ref,
    id: key,
    description: item.description.text,
    owner: item.owner?.text || null,
    ticket: item.ticket?.text || null,
    status,
    claim,
    due,
    firstDue,
    proof,
    doneBy,
    verifiedBy,
    effect,
    acceptedBy,
    acceptedUntil,
    addresses: item.addresses?.value ?? [],
  }
}

function tell(state: ItemState): string[] {
  const { ref, item, status, claim, due, firstDue, proof, verifiedBy, effect, acceptedBy, acceptedUntil } = state
  const moves = nextStatuses(status).map((to) => {
    const demands = findTransition(status, to)?.demands ?? []
    return demands.length === 0 ? to : `${to} (needs ${demands.join(' and ')})`
  })
  const lines: (readonly [string, string | null])[] = [
    [ref, item.description.text],
    ['Status', claim === null ? status : `${status} (the text claims "${claim}", the record does not)`],
    ['Owner', item.owner?.text || null],
    ['Ticket', item.ticket?.text || null],
    ['Due', due === null ? null : firstDue !== null && firstDue !== due ? `${due} (first ${firstDue})` : due],
    ['Proof', proof && `${proof.type}: ${proof.reference}`],
    ['Verified', verifiedBy],
    ['Effect', effect],
    ['Accepted', acceptedBy && `${acceptedBy}, until ${acceptedUntil}`],
    ['Can become', moves.join(', ') || 'nothing else'],
  ]
  return lines.filter(([, value]) => value !== null).map(([label, value]) => `${label.padEnd(11)} ${value}`)
}
