/** The action items as the rules see them: those that a person wrote, their state, and what they lack. */
import { type ItemState, itemStates } from '../actions/item-state.ts'
import type { ActionItem, Field, Postmortem } from '../document/model.ts'
import { headingOf } from './places.ts'
import { remembered } from './remembered.ts'
import type { CheckContext, RuleFinding } from './rule.ts'
import { isBlank, isUnwritten } from './words/placeholder.ts'
import { termsOf } from './words/terms.ts'

/** The items whose description is written, in the order of the text. */
export const writtenItems: (postmortem: Postmortem) => readonly ActionItem[] = remembered(({ actionItems }) =>
  actionItems.filter((item) => !isUnwritten(item.description.text)),
)

/** The terms of each written item, in the order of `writtenItems`. */
export const itemTerms: (postmortem: Postmortem) => readonly ReadonlySet<string>[] = remembered((postmortem) =>
  writtenItems(postmortem).map(({ description }) => termsOf(description.text)),
)

const states = new WeakMap<CheckContext, readonly ItemState[]>()

/** The state of every item by the record; without a record all are open and what the text says is a claim. */
export function itemStatesOf(context: CheckContext): readonly ItemState[] {
  let held = states.get(context)
  if (!held) {
    held = itemStates(context.postmortem, context.record ?? [])
    states.set(context, held)
  }
  return held
}

/** Whether the text says that nothing is left to do. */
export function isClosedInText(item: ActionItem): boolean {
  const status = item.status?.value ?? null
  return status === 'done' || status === 'verified' || status === "won't do"
}

/** A value that every item must have, and how to say that it is lacking. */
export interface ItemValue {
  readonly of: (item: ActionItem) => Field<unknown> | null
  /** `owner`, `ticket`: what it is called. */
  readonly name: string
  /** One sentence: what to write, and why. */
  readonly advice: string
  /** Items that need none. */
  readonly except?: (item: ActionItem) => boolean
}

/** One finding for each item that lacks the value; one for all where none has it. Blanks of the form are left to no-placeholders. */
export function* lackingValue(postmortem: Postmortem, value: ItemValue): Iterable<RuleFinding> {
  const items = writtenItems(postmortem).filter((item) => !value.except?.(item))
  const lacking = items.filter((item) => {
    const field = value.of(item)
    return field === null || isBlank(field.text)
  })
  if (lacking.length > 1 && lacking.length === items.length) {
    yield {
      span: headingOf(postmortem, 'action-items'),
      message: `None of the ${lacking.length} action items has ${article(value.name)} ${value.name}. ${value.advice}`,
    }
    return
  }
  for (const item of lacking) {
    const field = value.of(item)
    yield {
      span: field && field.span.to > field.span.from ? field.span : item.description.span,
      message: `${item.id} has no ${value.name}. ${value.advice}`,
    }
  }
}

function article(name: string): string {
  return /^[aeiou]/.test(name) ? 'an' : 'a'
}
