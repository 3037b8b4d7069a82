/** Makes words from elsewhere safe to stand in one cell of a Markdown table. */

/** Longer words are cut; an entry of a timeline is one line. */
const LONGEST = 240

/**
 * One line of plain words that Markdown shows as they are: line breaks and controls become spaces, direction marks go,
 * pipes, angle brackets and links lose their meaning by a backslash, and long text is cut at a word with an ellipsis.
 */
export function cellText(words: string): string {
  const line = words
    .slice(0, LONGEST * 8)
    .replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, ' ')
    .replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g, '')
    .replace(/ {2,}/g, ' ')
    .trim()
  return shortened(line).replace(/[\\|<>`]|\](?=[([])|^[-+#](?= )/g, '\\$&')
}

function shortened(line: string): string {
  if (line.length <= LONGEST) return line
  const cut = line.slice(0, LONGEST - 1)
  const space = cut.lastIndexOf(' ')
  const whole = space > LONGEST / 2 ? cut.slice(0, space) : cut.replace(/[\ud800-\udbff]$/, '')
  return `${whole}…`
}
