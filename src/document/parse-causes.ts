/** Root cause: trigger, latent condition, contributing factors, the missed catch, and the steps of a five-whys. */
import type { Span } from '../base/span.ts'
import type { Block } from './blocks.ts'
import { bulletsOf } from './bullets.ts'
import { fieldOf, labelledValues } from './labelled-values.ts'
import type { Cause, CauseKind, Prose, Section } from './model.ts'

const LABELS: readonly (readonly [CauseKind, RegExp])[] = [
  ['trigger', /^(?:trigger|triggering event|proximate cause|direct cause|immediate cause|直接原因|トリガー)/],
  [
    'latent-condition',
    /^(?:latent (?:condition|bug|defect|cause)|underlying (?:cause|condition)|潜在(?:的な)?(?:原因|条件))/,
  ],
  [
    'missed-catch',
    /^(?:why (?:didn'?t|did we not|was (?:it|this) not|wasn'?t)[^?]*(?:catch|caught|detect|notice)|missed catch|detection gap|検知(?:できなかった|漏れ))/,
  ],
  ['why', /^(?:why\b|\d+\.?\s*why|なぜ)/],
  ['root-cause-statement', /^(?:root cause(?: statement)?|conclusion|根本原因)/],
  ['contributing-factor', /^(?:contribut|factor|aggravating|寄与要因|要因)/],
]
const IDS: Readonly<Record<Exclude<CauseKind, 'contributing-factor' | 'why'>, string>> = {
  trigger: 'T',
  'latent-condition': 'L',
  'missed-catch': 'MC',
  'root-cause-statement': 'RC',
}

/** Causes in document order with their ids, and the running text that no label claims. */
export function parseCauses(source: string, sections: readonly Section[]): { causes: Cause[]; prose: Prose | null } {
  const found: { kind: CauseKind; label: string; text: string; span: Span }[] = []
  const prose: Span[] = []
  for (const section of sections) {
    if (section.kind === 'root-cause' || section.kind === 'five-whys') {
      const { blocks } = section
      if (section.lead && section.lead.to > section.lead.from) prose.push(section.lead)
      const rest = section.kind === 'five-whys' ? whySteps(source, blocks, found) : blocks
      const { labelled, unlabelled } = labelledValues(source, rest, { boldOnly: true, tables: false })
      for (const { label, value, span } of labelled) {
        const kind = causeKindOf(label)
        if (kind && value.text !== '') found.push({ kind, label, text: value.text, span: value.span })
        else if (kind === null) prose.push(span)
      }
      for (const span of unlabelled) prose.push(span)
    } else if (
      section.kind === 'trigger' ||
      section.kind === 'missed-catch' ||
      section.kind === 'contributing-factors'
    ) {
      const kind = section.kind === 'contributing-factors' ? 'contributing-factor' : section.kind
      for (const { text, span } of bulletsOf(source, [section], section.kind))
        found.push({ kind, label: section.heading, text, span })
    }
  }
  found.sort((a, b) => a.span.from - b.span.from)
  const count: Partial<Record<CauseKind, number>> = {}
  const causes = found.map((cause) => ({ id: idOf(cause.kind, count), ...cause }))
  return { causes, prose: proseOf(source, prose) }
}

/** `W1`, `CF1` and so on; of the other kinds the first has no number. */
function idOf(kind: CauseKind, count: Partial<Record<CauseKind, number>>): string {
  const number = (count[kind] ?? 0) + 1
  count[kind] = number
  if (kind === 'why') return `W${number}`
  if (kind === 'contributing-factor') return `CF${number}`
  return number === 1 ? IDS[kind] : `${IDS[kind]}${number}`
}

/** What a label under Root cause means; null where it is none of the format's. */
function causeKindOf(label: string): CauseKind | null {
  const words = label.toLowerCase().replace(/[’‘]/g, "'").trim()
  return LABELS.find(([, pattern]) => pattern.test(words))?.[0] ?? null
}

/** Each item or `Why` line of a five-whys is a step; what is neither is handed back. */
function whySteps(
  source: string,
  blocks: readonly Block[],
  found: { kind: CauseKind; label: string; text: string; span: Span }[],
): Block[] {
  const rest: Block[] = []
  for (const block of blocks) {
    if (block.type !== 'list') {
      rest.push(block)
      continue
    }
    for (const item of block.items) {
      const { labelled } = labelledValues(source, [{ ...block, items: [item] }], { boldOnly: true, tables: false })
      const label = labelled[0]?.label ?? ''
      const first = item.blocks[0]
      const from = first?.type === 'paragraph' && first.lines[0] ? first.lines[0].from : item.span.from
      const { text, span } = fieldOf(source, { from, to: item.span.to })
      if (text !== '')
        found.push({
          kind: causeKindOf(label) === 'root-cause-statement' ? 'root-cause-statement' : 'why',
          label,
          text,
          span,
        })
    }
  }
  return rest
}

function proseOf(source: string, spans: readonly Span[]): Prose | null {
  const words = spans.map((span) => fieldOf(source, span)).filter(({ text }) => text !== '')
  if (words.length === 0) return null
  words.sort((a, b) => a.span.from - b.span.from)
  const to = words.reduce((end, { span }) => Math.max(end, span.to), 0)
  return { text: words.map(({ text }) => text).join('\n'), span: { from: words[0]!.span.from, to } }
}
