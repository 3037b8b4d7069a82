/** Masks private key blocks, also those whose end was cut off. */

const BEGIN = '-----BEGIN '
const CUT_BODY = /[A-Za-z0-9+/=\s:,\\-]*/y

/** Replaces every `-----BEGIN … PRIVATE KEY-----` block by what `hide` gives for it. */
export function maskPrivateKeys(text: string, hide: (key: string) => string): string {
  let result = ''
  let done = 0
  let begin = text.indexOf(BEGIN)
  let lastEnd = begin < 0 ? -1 : text.lastIndexOf('-----END ')
  while (begin >= 0) {
    const header = /^-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----/.exec(text.slice(begin, begin + 80))
    let next = begin + BEGIN.length
    if (header) {
      next = endOfKey(text, begin + header[0].length, lastEnd)
      result += text.slice(done, begin) + hide(text.slice(begin, next))
      done = next
      if (next > lastEnd) lastEnd = -1
    }
    begin = text.indexOf(BEGIN, next)
  }
  return result + text.slice(done)
}

function endOfKey(text: string, from: number, lastEnd: number): number {
  if (lastEnd >= from) {
    const close = text.indexOf('-----', text.indexOf('-----END ', from) + 9)
    return close < 0 ? text.length : close + 5
  }
  CUT_BODY.lastIndex = from
  CUT_BODY.exec(text)
  return Math.max(from, CUT_BODY.lastIndex)
}
