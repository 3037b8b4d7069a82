/** Which words of one document do not occur in another: the proof that a conversion lost nothing. */
import type { Span } from '../base/span.ts'
import type { Block } from './blocks.ts'

/** The letters and digits of a text, as they are compared: without marks, white space and what escaping adds. */
export function comparable(text: string): string {
  return text.replace(/[^\p{L}\p{N}]+/gu, '')
}

/**
 * The stretches of a document's blocks (a line of a paragraph, a cell of a table's body, a code block) whose words do not occur
 * in `result`, which is `comparable`. `told` names stretches whose meaning stands there in other words.
 */
export function lostWords(
  source: string,
  blocks: readonly Block[],
  result: string,
  told: ReadonlySet<number> = new Set(),
): Span[] {
  const lost: Span[] = []
  for (const block of blocks) {
    for (const span of leaves(block)) {
      if (told.has(span.from)) continue
      const words = comparable(source.slice(span.from, span.to))
      if (words !== '' && !result.includes(words)) lost.push(span)
    }
  }
  return lost
}

/** The smallest stretches that stand for themselves. */
function leaves(block: Block): Span[] {
  switch (block.type) {
    case 'heading':
      return [block.text]
    case 'paragraph':
      return block.lines.slice()
    case 'list':
      return block.items.flatMap((item) => item.blocks.flatMap(leaves))
    case 'quote':
      return block.blocks.flatMap(leaves)
    case 'table':
      return block.rows.flatMap((row) => row.cells)
    case 'code':
    case 'html':
      return [block.span]
    case 'rule':
      return []
  }
}
