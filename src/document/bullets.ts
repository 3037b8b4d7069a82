/** Bullets and paragraphs of sections that are lists of statements. */
import type { Block } from './blocks.ts'
import { fieldOf } from './labelled-values.ts'
import type { Bullet, Section } from './model.ts'
import type { SectionKind } from './section-kind.ts'

/** Statements of all sections of a kind: one for each top-level bullet, table row or paragraph. */
export function bulletsOf(source: string, sections: readonly Section[], kind: SectionKind): Bullet[] {
  const bullets: Bullet[] = []
  for (const section of sections) {
    if (section.kind !== kind) continue
    if (section.lead && section.lead.to > section.lead.from) add(source, section.lead, bullets)
    for (const block of section.blocks) collect(source, block, bullets)
  }
  return bullets
}

function collect(source: string, block: Block, bullets: Bullet[]): void {
  if (block.type === 'paragraph') add(source, block.span, bullets)
  else if (block.type === 'list') {
    for (const item of block.items) {
      const first = item.blocks[0]
      const from = first?.type === 'paragraph' && first.lines[0] ? first.lines[0].from : item.span.from
      add(source, { from, to: item.span.to }, bullets)
    }
  } else if (block.type === 'table') for (const row of block.rows) add(source, row.span, bullets)
  else if (block.type === 'quote') for (const inner of block.blocks) collect(source, inner, bullets)
}

function add(source: string, span: { from: number; to: number }, bullets: Bullet[]): void {
  const { text, span: trimmed } = fieldOf(source, span)
  if (text !== '') bullets.push({ text, span: trimmed })
}
