/** What a draft still lacks: summary and timeline are what is due first. */
import type { Postmortem } from '../document/model.ts'
import { writtenRows } from './timeline-rows.ts'
import { isUnwritten } from './words/placeholder.ts'

/** `the summary`, `the timeline`, as words; empty where the draft is there. */
export function draftMissing(postmortem: Postmortem): string[] {
  const missing: string[] = []
  if (!postmortem.summary || isUnwritten(postmortem.summary.text)) missing.push('the summary')
  if (writtenRows(postmortem).length === 0) missing.push('the timeline')
  return missing
}
