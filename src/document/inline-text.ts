/** The inline part of a block as plain text: words, with the addresses of links in brackets. */
import { visibleText } from '../base/visible-text.ts'
import type { Token } from './markdown-tokens.ts'

/** Plain text of inline tokens. Hidden characters are shown by their code, hard breaks stay line endings. */
export function inlineText(tokens: readonly Token[]): string {
  const out: string[] = []
  let address: string | null = null
  let words: string[] = []
  for (const token of tokens) {
    const put = (text: string) => (address === null ? out : words).push(text)
    if (token.type === 'link_open') {
      address = String(token.attrGet('href') ?? '')
      words = []
    } else if (token.type === 'link_close') {
      const target: string = address ?? ''
      const shown = words.join('')
      address = null
      out.push(
        target === '' || target.startsWith('#') || same(shown, target) ? shown : `${shown} (${shownText(target)})`,
      )
    } else if (token.type === 'image')
      put(`${shownText(token.content) || 'image'} (${shownText(String(token.attrGet('src') ?? ''))})`)
    else if (token.type === 'softbreak') put(' ')
    else if (token.type === 'hardbreak' || (token.type === 'html_inline' && /^<br\s*\/?>$/i.test(token.content)))
      put('\n')
    else if (token.type === 'html_inline' && token.content.startsWith('<!--')) put('')
    else put(shownText(token.content))
  }
  return out.join('')
}

function same(words: string, target: string): boolean {
  return words === target || `mailto:${words}` === target
}

function shownText(text: string): string {
  return visibleText(text.replace(/[\t\r\n]/g, ' '))
}
