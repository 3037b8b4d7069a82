/** What an incident owes, and since when: its draft, its publication. */
import { type Instant, utcDay } from '../../base/instant.ts'
import { draftMissing } from '../../checks/draft-missing.ts'
import type { Policy } from '../../checks/policy.ts'
import { parsePostmortem } from '../../document/parse.ts'
import { deadlineStart, deadlinesFrom } from '../../timeline/deadlines.ts'
import { type OwingIncident, readText } from '../store/jobs-deadlines.ts'
import type { Reader } from '../store/store.ts'

/** Something that is not there yet. */
export interface Owed {
  readonly what: 'draft' | 'publication'
  readonly due: Instant
  /** What the draft lacks, in words; the whole of it where there is no document. */
  readonly missing: readonly string[]
}

/** Draft first. Empty where nothing says when the incident ended. */
export async function owedBy(
  db: Reader,
  incident: OwingIncident,
  policy: Policy,
  /** Only drafts that are due between these are looked at, since that takes reading the text. */
  drafts: { readonly from: Instant; readonly to: Instant },
): Promise<Owed[]> {
  const start = deadlineStart({
    allClear: incident.allClearAt,
    impactEnded: incident.endedAt,
    resolvedInSource: null,
  })
  if (start === null) return []
  const { draft, publication } = deadlinesFrom(start.at, policy)
  const owed: Owed[] = [{ what: 'publication', due: publication, missing: [] }]
  if (draft < drafts.from || draft > drafts.to) return owed
  const missing = await missingOf(db, incident.postmortem)
  return missing.length === 0 ? owed : [{ what: 'draft', due: draft, missing }, ...owed]
}

async function missingOf(db: Reader, postmortem: string | null): Promise<readonly string[]> {
  return postmortem === null ? ['the document'] : draftMissing(parsePostmortem(await readText(db, postmortem)))
}

/** `2026-11-26 00:00`, UTC. */
export function momentWords(at: Instant): string {
  return `${utcDay(at)} ${new Date(at).toISOString().slice(11, 16)} UTC`
}
