/** How many columns of a terminal a text takes: wide characters take two, combining marks none. */

/** Made when the first text needs it: it takes longer to make than a document to check. */
let segmenter: Intl.Segmenter | null = null
const ASCII = /^[\x20-\x7e]*$/
const EMOJI = /\p{Emoji_Presentation}|\ufe0f/u
const MARKS = /^[\p{Mn}\p{Me}\u200c\u200d]+$/u

/** The characters of a text as a reader sees them, each with its UTF-16 offset and its width in columns. */
export function charactersOf(text: string): { text: string; at: number; width: number }[] {
  if (ASCII.test(text)) return Array.from(text, (each, at) => ({ text: each, at, width: 1 }))
  segmenter ??= new Intl.Segmenter('en', { granularity: 'grapheme' })
  return Array.from(segmenter.segment(text), ({ segment, index }) => ({
    text: segment,
    at: index,
    width: widthOf(segment),
  }))
}

/** Columns that a text takes. */
export function displayWidth(text: string): number {
  if (ASCII.test(text)) return text.length
  return charactersOf(text).reduce((sum, each) => sum + each.width, 0)
}

function widthOf(character: string): number {
  const code = character.codePointAt(0)!
  if (code < 0x300) return EMOJI.test(character) ? 2 : 1
  if (MARKS.test(character)) return 0
  return isWide(code) || EMOJI.test(character) ? 2 : 1
}

/** East Asian Wide and Fullwidth (Unicode Standard Annex 11), in ranges that cover the scripts in use. */
function isWide(code: number): boolean {
  return (
    (code >= 0x1100 && code <= 0x115f) ||
    (code >= 0x2e80 && code <= 0x303e) ||
    (code >= 0x3041 && code <= 0x33ff) ||
    (code >= 0x3400 && code <= 0x4dbf) ||
    (code >= 0x4e00 && code <= 0xa4cf) ||
    (code >= 0xa960 && code <= 0xa97f) ||
    (code >= 0xac00 && code <= 0xd7a3) ||
    (code >= 0xf900 && code <= 0xfaff) ||
    (code >= 0xfe30 && code <= 0xfe6f) ||
    (code >= 0xff01 && code <= 0xff60) ||
    (code >= 0xffe0 && code <= 0xffe6) ||
    (code >= 0x1f300 && code <= 0x1f64f) ||
    (code >= 0x1f900 && code <= 0x1f9ff) ||
    (code >= 0x20000 && code <= 0x3fffd)
  )
}
