/** Holds that the postmortem says of each affected tenant whether it was told. */
import type { Postmortem } from '../../../document/model.ts'
import { headingOf, metadataOf } from '../../places.ts'
import type { Rule } from '../../rule.ts'
import { isBlank, isUnwritten } from '../../words/placeholder.ts'
import { splitSentences } from '../../words/sentences.ts'

const TOLD =
  /\b(?:told|informed|notified|communicat\w*|contacted|e-?mailed|mailed|called|messaged|briefed|reached out|announced|bilateral\w*|aware|wrote to|sent (?:a|an|the)|status page)\b|連絡|通知|報告|案内|周知|説明/i
const EVERY =
  /\b(?:all|each|every|both|they|tenants|customers|none|no tenant|nobody|either|the rest|others)\b|全|各|両/i
const NONE = /^\W*(?:none|no(?:t)?\b.*|n\/a|nobody|unknown|-|なし|不明)\W*$/i
const ALL = /^\W*(?:all|every(?:one|body)?|any)\b|^全/i

/** The rule. */
export const tenantsTold: Rule = {
  id: 'tenants-told',
  group: 'impact',
  holds: 'The postmortem says of each affected tenant whether it was told.',
  severity: { draft: 'info', review: 'warning' },
  *check({ postmortem }) {
    const impact = postmortem.impact.find((entry) => entry.key === 'tenant')
    if (impact && isUnwritten(impact.value.text) && !isBlank(impact.value.text)) return
    const tenants = affectedTenants(postmortem)
    if (tenants === null && (!impact || NONE.test(impact.value.text))) return
    if (tenants !== null && tenants.length === 0) return
    const sentences = toldSentences(postmortem)
    const span = impact && !isBlank(impact.value.text) ? impact.value.span : headingOf(postmortem, 'impact')
    if (sentences.length === 0) {
      const whom = tenants && tenants.length > 0 ? tenants.join(', ') : 'the affected tenants'
      yield {
        span,
        message: `Nothing says whether ${whom} ${tenants?.length === 1 ? 'was' : 'were'} told. Write who was told and how, and who was not.`,
      }
      return
    }
    if (tenants === null || sentences.some((sentence) => EVERY.test(sentence))) return
    const words = sentences.join(' ').toLowerCase()
    const left = tenants.length === 1 ? [] : tenants.filter((tenant) => !words.includes(tenant.toLowerCase()))
    if (left.length === 0) return
    yield {
      span,
      message: `Nothing says whether ${left.join(', ')} ${left.length === 1 ? 'was' : 'were'} told. Add "told" or "not told" for each.`,
    }
  },
}

/** Names in the metadata; null where it names none, an empty list where it says that none was affected. */
function affectedTenants(postmortem: Postmortem): string[] | null {
  const entry = metadataOf(postmortem, 'tenants')
  if (!entry || isUnwritten(entry.value.text)) return null
  const { text } = entry.value
  if (NONE.test(text)) return []
  if (ALL.test(text)) return null
  const names = text
    .replace(/[([（][^)\]）]*[)\]）]/g, ' ')
    .split(/\s*(?:[,;、，・/]|\band\b|&)\s*/)
    .map((name) => name.replace(/[\s.]+$/, '').trim())
  return names.filter((name) => name.length > 1 && name.length < 60)
}

/** Sentences about telling, of the tenant impact, the customer communication and the timeline. */
function toldSentences(postmortem: Postmortem): string[] {
  const texts = [
    ...postmortem.impact
      .filter((entry) => entry.key === 'tenant' || entry.key === 'customer')
      .map((entry) => entry.value.text),
    ...postmortem.communication.map((bullet) => bullet.text),
    ...postmortem.timeline.filter((row) => row.kind === 'communicated').map((row) => row.text),
  ]
  return texts.flatMap((text) => {
    const sentences = splitSentences(text).map((span) => text.slice(span.from, span.to))
    return sentences.flatMap((sentence) => sentence.split(/;\s/)).filter((part) => TOLD.test(part))
  })
}
