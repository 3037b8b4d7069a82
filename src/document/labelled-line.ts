/** One labelled bullet of the template. */
import { escapeLine } from './escape-line.ts'

/** `- **Label:** words`, or the placeholder where there are no words; the placeholder is Markdown as it stands. */
export function labelledLine(label: string, words: string | undefined, placeholder: string): string {
  const escaped = words === undefined ? '' : escapeLine(words)
  return `- **${label}:** ${escaped === '' ? placeholder : escaped}`
}
