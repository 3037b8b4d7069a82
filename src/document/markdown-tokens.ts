/** A text as markdown-it's tokens with their inline parts, for rendering; the guard has been over its lines. */
import MarkdownIt from 'markdown-it'
import { type FrontMatterEntry, parseFrontMatter } from './front-matter.ts'
import { guard } from './guard.ts'

/** One token of markdown-it. */
export type Token = ReturnType<InstanceType<typeof MarkdownIt>['parse']>[number]

// HTML is read so that comments can be told from the rest; what renders it shows it as text.
const markdown = new MarkdownIt({ html: true, linkify: false, typographer: false })
markdown.validateLink = () => true

/** Tokens of the text after its front matter, and the front matter's entries. */
export function markdownTokens(source: string): { tokens: Token[]; frontMatter: readonly FrontMatterEntry[] } {
  const guarded = guard(source)
  const { entries, lineCount } = parseFrontMatter(guarded)
  const lines = guarded.lines.map((line, index) => {
    const from = guarded.starts[index]!
    return source.startsWith(line, from) ? line : escaped(source.slice(from, from + line.length))
  })
  return { tokens: markdown.parse(lines.slice(lineCount).join('\n'), {}), frontMatter: entries }
}

/** A line that the guard disarmed, with all its marks, for people to see. */
function escaped(line: string): string {
  return line.trim().replace(/[!-/:-@[-`{-~]/g, '\\$&')
}
