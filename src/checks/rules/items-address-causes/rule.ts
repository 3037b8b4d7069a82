/** Holds that each action item addresses a cause that is there. */
import type { ActionItem, Postmortem } from '../../../document/model.ts'
import { causeProse, causeTerms, hasCause } from '../../causes.ts'
import { itemTerms, writtenItems } from '../../items.ts'
import type { Rule } from '../../rule.ts'
import { isBlank, isUnwritten } from '../../words/placeholder.ts'
import { termsOf } from '../../words/terms.ts'

/** The rule. */
export const itemsAddressCauses: Rule = {
  id: 'items-address-causes',
  group: 'actions',
  holds: 'Each action item addresses a cause that Root cause states.',
  severity: { draft: 'info', review: 'warning' },
  *check({ postmortem }) {
    const items = writtenItems(postmortem)
    if (!hasCause(postmortem)) return
    if (items.some((item) => item.addresses !== null)) {
      const known = new Set(postmortem.causes.map(({ id }) => id))
      for (const item of items) {
        const problem = addressProblem(item, known)
        if (problem) yield { span: problem.span, message: problem.message }
      }
      return
    }
    const told = storyTerms(postmortem)
    for (const [at, item] of items.entries()) {
      const own = itemTerms(postmortem)[at]!
      if (own.size < 2 || isToldOf(own, told)) continue
      yield {
        span: item.description.span,
        message: `${item.id} shares no words with any cause. Say which cause it cuts (a column Addresses with ids such as ${postmortem.causes[0]?.id ?? 'L'}), or add the cause.`,
        severity: 'info',
      }
    }
  },
}

function addressProblem(item: ActionItem, known: ReadonlySet<string>) {
  const { addresses, description } = item
  if (!addresses || isBlank(addresses.text))
    return {
      span: addresses && addresses.span.to > addresses.span.from ? addresses.span : description.span,
      message: `${item.id} addresses no cause. Put the id of the cause that it cuts under Addresses: ${listed(known)}.`,
    }
  if (isUnwritten(addresses.text)) return null
  const unknown = addresses.value.filter((id) => !known.has(id))
  if (addresses.value.length > 0 && unknown.length === 0) return null
  return {
    span: addresses.span,
    message: `${item.id} addresses "${unknown.join(', ') || addresses.text}", which is no cause of this postmortem. Its causes are ${listed(known) || 'not labelled yet'}.`,
  }
}

const MOST_LISTED = 12

function listed(ids: ReadonlySet<string>): string {
  const some = [...ids].slice(0, MOST_LISTED)
  return ids.size > some.length ? `${some.join(', ')} and more` : some.join(', ')
}

/** Two terms, or one of an item that has no more than two, stand anywhere in the story. */
function isToldOf(own: ReadonlySet<string>, story: readonly ReadonlySet<string>[]): boolean {
  const wanted = own.size <= 2 ? 1 : 2
  let shared = 0
  for (const term of own) if (story.some((terms) => terms.has(term)) && ++shared >= wanted) return true
  return false
}

const MOST_SETS = 400

/** The terms of everything that says what went wrong: each cause, the running text, each gap, the summary. */
function storyTerms(postmortem: Postmortem): readonly ReadonlySet<string>[] {
  const gaps = new Set<string>()
  for (const { text } of postmortem.wentWrong) termsOf(text, gaps)
  const prose = termsOf(causeProse(postmortem))
  return [...causeTerms(postmortem).slice(0, MOST_SETS), prose, gaps, termsOf(postmortem.summary?.text ?? '')]
}
