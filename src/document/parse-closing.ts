/** The closing sections: related artefacts, publication, sign-off and the note on blamelessness. */
import type { Block } from './blocks.ts'
import { fieldOf, labelledValues } from './labelled-values.ts'
import { linksIn } from './links.ts'
import type { ArtefactEntry, Field, Prose, PublicationEntry, Section, SignOffRow } from './model.ts'

const ARTEFACTS: readonly (readonly [ArtefactEntry['kind'], RegExp])[] = [
  ['runbook', /runbook|playbook|手順書/],
  ['dashboard', /dashboard|grafana|ダッシュボード/],
  ['alert', /alert|アラート/],
  ['page', /pagerduty|page\b|opsgenie/],
  ['thread', /slack|thread|chat|channel|スレッド/],
  ['chaos', /chaos|game ?day|experiment/],
  ['change', /change|commit|deploy|\bprs?\b|pull request|files|変更/],
]

/** Labelled lines and bullets under Related artefacts, with their links. */
export function parseArtefacts(source: string, sections: readonly Section[]): ArtefactEntry[] {
  const entries: ArtefactEntry[] = []
  for (const section of sections) {
    if (section.kind !== 'artefacts') continue
    const { labelled, unlabelled } = labelledValues(source, section.blocks, { boldOnly: false, tables: true })
    const fields: { label: string; value: Field }[] = [
      ...labelled,
      ...unlabelled.map((span) => ({ label: section.heading, value: fieldOf(source, span) })),
    ]
    for (const { label, value } of fields) {
      const links = linksIn(source.slice(value.span.from, value.span.to)).map(({ title, url }) => ({ title, url }))
      const words = label.toLowerCase()
      entries.push({ kind: ARTEFACTS.find(([, pattern]) => pattern.test(words))?.[0] ?? 'other', label, value, links })
    }
  }
  return entries
}

/** Check boxes and bullets under Publication; a nested bullet is the receipt. */
export function parsePublication(source: string, sections: readonly Section[]): PublicationEntry[] {
  const entries: PublicationEntry[] = []
  for (const section of sections) {
    if (section.kind !== 'publication') continue
    for (const block of section.blocks) {
      if (block.type !== 'list') continue
      for (const item of block.items) {
        const first = item.blocks[0]
        if (first?.type !== 'paragraph' || !first.lines[0]) continue
        const nested = item.blocks.find((inner) => inner.type === 'list')
        const from = item.box ? item.box.span.to : first.lines[0].from
        const { text, span } = fieldOf(source, { from, to: first.span.to })
        const receipt = nested?.items[0] ? firstWords(source, nested.items[0].blocks[0]) : null
        entries.push({ ticked: item.box?.ticked ?? false, text, span, boxSpan: item.box?.span ?? null, receipt })
      }
    }
  }
  return entries
}

function firstWords(source: string, block: Block | undefined): Field | null {
  return block
    ? fieldOf(
        source,
        block.type === 'paragraph' && block.lines[0] ? { from: block.lines[0].from, to: block.span.to } : block.span,
      )
    : null
}

const PLACEHOLDER = /^(?:<[^>]*>|YYYY-MM-DD|-|—|–|tbd|n\/a)$/i

/** Rows of the sign-off table; cells that are blank or placeholders have an empty value. */
export function parseSignOff(source: string, sections: readonly Section[]): SignOffRow[] {
  const rows: SignOffRow[] = []
  for (const section of sections) {
    if (section.kind !== 'sign-off') continue
    for (const block of section.blocks) {
      if (block.type !== 'table') continue
      const names = block.header.map((cell) => source.slice(cell.from, cell.to).toLowerCase())
      const column = (pattern: RegExp, fallback: number) => {
        const found = names.findIndex((name) => pattern.test(name))
        return found < 0 ? fallback : found
      }
      const [role, name, date] = [column(/role|役割/, 0), column(/name|who|氏名|名前/, 1), column(/date|日付/, 2)]
      const signature = column(/signature|署名/, -1)
      for (const row of block.rows) {
        const cell = (index: number): Field => {
          const span = row.cells[index] ?? { from: row.span.to, to: row.span.to }
          const field = fieldOf(source, span)
          return PLACEHOLDER.test(field.text) ? { ...field, value: '' } : field
        }
        if (cell(role).text === '' && cell(name).text === '') continue
        rows.push({
          role: cell(role),
          name: cell(name),
          date: cell(date),
          signature: signature < 0 ? null : cell(signature),
          span: row.span,
        })
      }
    }
  }
  return rows
}

/** The paragraph that says the document names systems, not people: its section, else a bold lead-in anywhere. */
export function parseBlamelessNote(source: string, sections: readonly Section[]): Prose | null {
  const named = /a note on blamelessness/i.test(source)
  for (const section of sections) {
    if (!named && section.kind !== 'blamelessness') continue
    for (const block of section.blocks) {
      if (block.type !== 'paragraph') continue
      if (
        section.kind !== 'blamelessness' &&
        !/^(?:\*\*|__)?a note on blamelessness/i.test(source.slice(block.span.from, block.span.from + 40).trim())
      )
        continue
      const { text, span } = fieldOf(source, block.span)
      return { text, span }
    }
  }
  return null
}
