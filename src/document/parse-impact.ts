/** Impact: labelled statements about customers, tenants, data, objectives and the status page. */
import { fieldOf, labelledValues } from './labelled-values.ts'
import type { ImpactEntry, ImpactKey, Section } from './model.ts'

const KEYS: readonly (readonly [ImpactKey, RegExp])[] = [
  ['data-integrity', /data (?:integrity|loss|impact|corruption)|データ(?:損失|整合性)/],
  ['slo', /\bslo\b|\bsla\b|error budget|エラーバジェット/],
  ['status-page', /status ?page|ステータスページ/],
  ['revenue', /revenue|financial|cost|売上|損失額/],
  ['support', /support|tickets?|問い合わせ/],
  ['tenant', /tenant|テナント/],
  ['internal', /internal|team|engineer|staff|社内|内部/],
  ['customer', /customer|user|client|business|external|顧客|ユーザー?|利用者/],
]

/** Statements of all impact sections, sub-headings and labels telling what each is about. */
export function parseImpact(source: string, sections: readonly Section[]): ImpactEntry[] {
  const entries: ImpactEntry[] = []
  for (const section of sections) {
    if (section.kind !== 'impact') continue
    const { labelled, unlabelled } = labelledValues(source, section.blocks, { boldOnly: true, tables: true })
    if (section.lead) unlabelled.push(section.lead)
    for (const { label, value } of labelled) entries.push({ key: keyOf(label), label, value })
    const heading = section.parent !== null && sections[section.parent]!.kind === 'impact' ? section.heading : ''
    for (const span of unlabelled) {
      const value = fieldOf(source, span)
      if (value.text !== '') entries.push({ key: keyOf(heading), label: heading, value })
    }
  }
  return entries.sort((a, b) => a.value.span.from - b.value.span.from)
}

function keyOf(label: string): ImpactKey {
  const words = label.toLowerCase()
  return KEYS.find(([, pattern]) => pattern.test(words))?.[0] ?? 'other'
}
