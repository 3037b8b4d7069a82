/** Holds that each cause is cut by some action item. */
import type { Cause, CauseKind, Postmortem } from '../../../document/model.ts'
import { causeProse, causeTerms, writtenCauses } from '../../causes.ts'
import { itemTerms, writtenItems } from '../../items.ts'
import type { Rule } from '../../rule.ts'
import { shareTerms } from '../../words/terms.ts'

/** A trigger need not be cut where its latent condition is; of whys only the last one counts. */
const KINDS: ReadonlySet<CauseKind> = new Set([
  'latent-condition',
  'contributing-factor',
  'missed-catch',
  'root-cause-statement',
])

/** Beyond any postmortem that a person wrote; each cause is held against each item. */
const MOST_PAIRS = 20_000

/** The rule. */
export const causesCut: Rule = {
  id: 'causes-cut',
  group: 'cause',
  holds: 'Each cause is cut by some action item.',
  severity: { draft: 'info', review: 'warning' },
  *check({ postmortem }) {
    const items = writtenItems(postmortem)
    const causes = causesToCut(postmortem)
    if (items.length === 0 || causes.length === 0) return
    if (items.some((item) => item.addresses !== null)) {
      const cut = new Set(items.flatMap((item) => item.addresses?.value ?? []))
      // A column that nobody filled in is for items-address-causes to tell.
      if (cut.size === 0) return
      for (const cause of causes) {
        if (cut.has(cause.id)) continue
        yield {
          span: cause.span,
          message: `No action item addresses ${cause.id}. Add one that cuts this cause, or put ${cause.id} under Addresses where one does.`,
        }
      }
      return
    }
    if (causes.length * items.length > MOST_PAIRS) return
    // Without the column only shared words can tell, so this is a hint.
    const terms = itemTerms(postmortem)
    const told = new Map(writtenCauses(postmortem).map((cause, at) => [cause, causeTerms(postmortem)[at]!]))
    const uncut = causes.filter((cause) => {
      const own = told.get(cause)!
      return own.size > 1 && !terms.some((each) => shareTerms(own, each))
    })
    for (const cause of uncut) {
      yield {
        span: cause.span,
        message: `No action item seems to cut this cause (${cause.id}): none shares its words. Add one, or a column Addresses that says which one does.`,
        severity: 'info',
      }
    }
  },
}

function causesToCut(postmortem: Postmortem): readonly Cause[] {
  const written = writtenCauses(postmortem)
  const causes = written.filter(
    // How long it took to notice is no cause; why it was not caught is one.
    ({ kind, label }) =>
      KINDS.has(kind) && (kind !== 'missed-catch' || /^why|catch|gap|なぜ|漏れ|できなかった/i.test(label)),
  )
  if (causes.length > 0 || causeProse(postmortem) !== '') return causes
  const last = written.filter((cause) => cause.kind === 'why').at(-1)
  return last ? [last] : []
}
