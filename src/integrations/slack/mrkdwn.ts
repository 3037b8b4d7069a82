/** Turns Slack's mrkdwn into plain text: mentions become names, links their labels, entities characters. */
import type { Link } from '../../evidence/fact.ts'
import { decodeEntities } from '../kit/decode-entities.ts'
import { findLinks } from '../kit/find-links.ts'
import { tidy } from '../kit/plain-text.ts'

/** The name of a user id, or undefined where nobody is known by it. */
export type NameOf = (id: string) => string | undefined

const TOKEN = /<([^<>\n]{1,3000})>/g
const EMOJI = /(?<![\w:]):[a-z+][\w+'-]{0,60}:(?!\w)/gi
const WRAPPED = /(?<=^|[\s([{'"])([*_~])(?=[^\s*_~])([^*_~\n]{1,300}?)(?<=\S)\1(?=$|[\s)\]}.,;:!?'"])/gm

/** The plain words and the links of a text. Ids that resolve to nobody stay as they are. */
export function mrkdwnToPlain(text: string, nameOf: NameOf): { text: string; links: Link[] } {
  const links: Link[] = []
  const words = text.replace(TOKEN, (_, token: string) => {
    const bar = token.indexOf('|')
    const target = bar < 0 ? token : token.slice(0, bar)
    const label = bar < 0 ? '' : token.slice(bar + 1)
    if (target.startsWith('@')) return nameOf(target.slice(1)) ?? (label || target.slice(1))
    if (target.startsWith('#')) return `#${label || target.slice(1)}`
    if (target.startsWith('!')) return special(target.slice(1), label)
    if (/^mailto:|^tel:/i.test(target)) return label || target.slice(target.indexOf(':') + 1)
    if (!/^https?:\/\//i.test(target)) return label || target
    const url = decodeEntities(target)
    const title = decodeEntities(label)
    links.push({ title: title || url, url })
    return label || target
  })
  const plain = words.replace(EMOJI, '').replace(WRAPPED, '$2').replaceAll('```', '\n').replace(/ {2,}/g, ' ')
  const result = tidy(decodeEntities(plain))
  const known = new Set(links.map(({ url }) => url))
  for (const url of findLinks(result)) if (!known.has(url)) links.push({ title: url, url })
  return { text: result, links }
}

/** `<!here>`, `<!subteam^S1|@payments>`, `<!date^1764079387^{time}|14:03>`. */
function special(target: string, label: string): string {
  if (label) return label
  const [word = '', argument] = target.split('^')
  return word === 'subteam' && argument ? `@${argument}` : `@${word}`
}
