/** Holds that each action item is due on a day that exists, after the incident, and not too far off. */

import { findIncidentId } from '../../../base/incident-id.ts'
import { DAY, parseInstant, utcDay } from '../../../base/instant.ts'
import type { ActionItem, Postmortem } from '../../../document/model.ts'
import { isClosedInText, lackingValue, writtenItems } from '../../items.ts'
import type { Rule, RuleFinding } from '../../rule.ts'
import { isBlank, isUnwritten } from '../../words/placeholder.ts'

const DUE = {
  of: (item: ActionItem) => item.due,
  name: 'due date',
  advice: 'Write the day (YYYY-MM-DD) on which it will be done.',
  except: isClosedInText,
}

/** The rule. */
export const itemDue: Rule = {
  id: 'item-due',
  group: 'actions',
  holds: 'Each action item is due on a day that exists, after the incident, and not too far off.',
  severity: { draft: 'info', review: 'warning', sign: 'error' },
  *check({ postmortem, policy }) {
    yield* lackingValue(postmortem, DUE)
    const incident = incidentDay(postmortem)
    for (const item of writtenItems(postmortem)) {
      if (!item.due || isBlank(item.due.text) || isUnwritten(item.due.text)) continue
      const finding = misdated(item, item.due.text, incident, policy.longestDueDays)
      if (finding) yield { span: item.due.span, ...finding }
    }
  },
}

function misdated(
  item: ActionItem,
  text: string,
  incident: string | null,
  longest: number,
): Omit<RuleFinding, 'span'> | null {
  const due = item.due!.value
  if (due === null) {
    if (/\b\d{4}-\d{2}-\d{2}\b/.test(text))
      return { message: `${item.id} is due on ${text}, a day that does not exist. Correct it.`, severity: 'error' }
    if (isClosedInText(item)) return null
    return {
      message: `${item.id} is due "${text}", which is not a day. Write YYYY-MM-DD, so that it can be seen when it is late.`,
    }
  }
  if (incident === null) return null
  if (due < incident && !isClosedInText(item))
    return { message: `${item.id} is due on ${due}, before the incident (${incident}). Check the year and the month.` }
  const days = Math.round((parseInstant(due)! - parseInstant(incident)!) / DAY)
  if (days <= longest) return null
  return {
    message: `${item.id} is due ${days} days after the incident; ${longest} are the longest (longestDueDays). Split off a first step that is done sooner.`,
    severity: 'warning',
  }
}

function incidentDay({ metadata }: Postmortem): string | null {
  const start = metadata.startedAt?.value ?? null
  if (start !== null) return utcDay(start)
  return metadata.incidentId ? (findIncidentId(metadata.incidentId.text)?.day ?? null) : null
}
