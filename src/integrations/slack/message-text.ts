/** Gathers the words of a message as mrkdwn: its text, else its blocks, and what a bot attached. */
import { isObject } from '../kit/is-object.ts'
import { Attachment, type Message } from './shape.ts'

const DEEPEST = 8

/** The message's own words; previews of links are not its words. */
export function messageText(message: Message): string {
  const own = message.text?.trim() ?? ''
  const parts = [own === '' || /^This content can't be displayed/i.test(own) ? blocksText(message.blocks ?? []) : own]
  for (const given of message.attachments ?? []) {
    const attachment = Attachment.safeParse(given)
    if (!attachment.success) continue
    const { title, title_link, pretext, text, fallback, from_url, original_url, is_msg_unfurl } = attachment.data
    if (from_url || original_url || is_msg_unfurl) continue
    const heading = title && title_link ? `<${title_link}|${title.replaceAll('|', '/')}>` : title
    const words = [pretext, heading, text].filter((part) => part)
    parts.push(words.length > 0 ? words.join('\n') : (fallback ?? ''))
  }
  return parts.filter((part) => part !== '').join('\n')
}

function blocksText(blocks: readonly unknown[]): string {
  return blocks
    .map((block) => elementText(block, 0).trim())
    .filter((text) => text !== '')
    .join('\n')
}

function elementText(element: unknown, depth: number): string {
  if (depth > DEEPEST) return ''
  if (Array.isArray(element)) return element.map((inner) => elementText(inner, depth + 1)).join('')
  if (!isObject(element)) return ''
  const { type, text, elements, fields, url } = element
  if (type === 'user' && typeof element.user_id === 'string') return `<@${element.user_id}>`
  if (type === 'channel' && typeof element.channel_id === 'string') return `<#${element.channel_id}>`
  if (type === 'usergroup' && typeof element.usergroup_id === 'string') return `<!subteam^${element.usergroup_id}>`
  if (type === 'broadcast' && typeof element.range === 'string') return `<!${element.range}>`
  if (type === 'emoji' && typeof element.name === 'string') return `:${element.name}:`
  if (type === 'link' && typeof url === 'string') return typeof text === 'string' ? `<${url}|${text}>` : `<${url}>`
  if (type === 'button' || type === 'image' || type === 'actions') return ''
  const own = typeof text === 'string' ? text : elementText(text, depth + 1)
  const inner = elementText(elements, depth + 1)
  const more = elementText(fields, depth + 1)
  const ends =
    type === 'rich_text_section' || type === 'rich_text_list' || type === 'section' || type === 'header' ? '\n' : ''
  return [own, inner, more].filter((part) => part !== '').join(' ') + ends
}
