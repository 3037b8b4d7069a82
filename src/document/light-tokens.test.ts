import MarkdownIt from 'markdown-it'
import { expect, it } from 'vitest'
import { useLightTokens } from './light-tokens.ts'
import { blankPostmortem } from './template.ts'

it('writes the same block tokens as markdown-it does by itself', () => {
  const source = `${blankPostmortem()}\n3. a\n\n    code\n\n\`\`\`js\nx\n\`\`\`\n\n| a | b |\n|:-:|--:|\n| c | d |\n\n> q\n\n<div>\n\nh\n---\n`
  const [own, plain] = [useLightTokens(new MarkdownIt({ html: true })), new MarkdownIt({ html: true })].map(
    (markdown) => {
      const tokens: object[] = []
      markdown.block.parse(source, markdown, {}, tokens as never)
      return tokens.map((token) => ({ ...token }))
    },
  )
  expect(own).toEqual(plain)
  expect(own!.length).toBeGreaterThan(100)
})
