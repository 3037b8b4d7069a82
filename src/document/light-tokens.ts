/** Block tokens as plain objects: markdown-it defines each of their properties one by one, which takes half of its time over blocks. */
import type MarkdownIt from 'markdown-it'

type Parser = InstanceType<typeof MarkdownIt>
type State = InstanceType<Parser['block']['State']>
type Token = State['tokens'][number]

/** Makes the block rules of a parser write plain objects with the same properties, and without the methods on attributes. */
export function useLightTokens(markdown: Parser): Parser {
  const Plain = markdown.block.State
  markdown.block.State = class extends Plain {
    override push(type: string, tag: string, nesting: Token['nesting']): Token {
      if (nesting < 0) this.level--
      const token = {
        type,
        tag,
        nesting,
        level: this.level,
        map: null,
        attrs: null,
        children: null,
        content: '',
        markup: '',
        info: '',
        meta: null,
        block: true,
        hidden: false,
      } as unknown as Token
      if (nesting > 0) this.level++
      this.tokens.push(token)
      return token
    }
  }
  return markdown
}
