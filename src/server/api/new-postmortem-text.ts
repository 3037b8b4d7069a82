/** A whole text as a new postmortem: under its own id, or brought into the format under a new one. */
import { randomBytes } from 'node:crypto'
import { findIncidentId } from '../../base/incident-id.ts'
import { type Instant, utcDay } from '../../base/instant.ts'
import { documentDay, parsePostmortem } from '../../document/parse.ts'
import { toFormat } from '../../document/to-format.ts'
import { audienceOf } from '../../publication/redaction.ts'
import type { Person } from '../auth/actor.ts'
import { findIncidentFor, mintIncidentId } from '../store/insert-postmortem.ts'
import type { Reader } from '../store/store.ts'
import { storedText } from './document-text.ts'
import { ApiFailure, notFound } from './failure.ts'
import { viewerOf } from './postmortem-access.ts'

/** What is known beside the text. */
export interface TextWish {
  readonly text: string
  readonly id?: string | undefined
  readonly date?: string | undefined
  readonly severityWords: Readonly<Record<string, string>>
}

/** Throws where text and request name different ids, or the incident is not theirs to see. */
export async function newPostmortemText(tx: Reader, actor: Person, wish: TextWish, now: Instant) {
  const { text, lineEnding, bom } = storedText(wish.text)
  const postmortem = parsePostmortem(text, wish)
  const own =
    findIncidentId(postmortem.metadata.incidentId?.value ?? '') ?? findIncidentId(postmortem.title?.text ?? '')
  if (own && wish.id !== undefined && wish.id !== own.text)
    throw new ApiFailure(
      'refused',
      'id-differs',
      `The text names ${own.text}, and the request ${wish.id}. Send one of them.`,
    )
  const start = postmortem.metadata.startedAt?.value ?? postmortem.timeline.find(({ at }) => at !== null)?.at ?? null
  const day = wish.date ?? utcDay(start ?? documentDay(postmortem) ?? now)
  const id = await idFor(tx, actor, own?.text ?? wish.id, day, !audienceOf(postmortem).ok)
  const whole = own ? text : toFormat(postmortem, { incidentId: id, startedAt: start }).text
  return { id, text: whole, lineEnding, bom, evidenceText: '', named: own !== null }
}

/** The id that was asked for, of an incident that may be seen; else a new one. */
export async function idFor(
  tx: Reader,
  actor: Person,
  id: string | undefined,
  day: string,
  restricted: boolean,
): Promise<string> {
  if (id === undefined) return mintIncidentId(tx, day, restricted ? suffix() : null)
  const incident = await findIncidentFor(tx, id, viewerOf(actor))
  if (incident && !incident.seen) throw notFound(`incident ${id} of which a postmortem could be made`)
  return id
}

/** 40 bits: nobody guesses the id of a restricted postmortem. */
function suffix(): string {
  return randomBytes(8).toString('hex').slice(0, 10)
}
