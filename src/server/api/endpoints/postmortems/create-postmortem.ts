/** `POST /api/v1/postmortems`: a blank draft, a draft from evidence, or a whole text. */
import { z } from '@hono/zod-openapi'
import { type Instant, utcDay } from '../../../../base/instant.ts'
import { type DraftOverrides, draftPostmortem, gatherIncident } from '../../../../document/draft-postmortem.ts'
import type { Person } from '../../../auth/actor.ts'
import { insertPostmortem } from '../../../store/insert-postmortem.ts'
import type { Reader } from '../../../store/store.ts'
import { endpoint } from '../../endpoint.ts'
import { EvidenceFields, LARGEST_EVIDENCE, readEvidenceFiles, SourceShape, sourcesOf } from '../../evidence-input.ts'
import { ApiFailure } from '../../failure.ts'
import { idFor, newPostmortemText } from '../../new-postmortem-text.ts'
import { granted } from '../../postmortem-access.ts'
import { ChangedShape, Markdown, PostmortemId } from '../../postmortem-shapes.ts'
import { Day, Line } from '../../shapes.ts'

/** Without anything, the blank format under the next free id of the day. */
export const createPostmortem = endpoint({
  method: 'post',
  path: '/api/v1/postmortems',
  group: 'Postmortems',
  summary: 'Begin a postmortem',
  details:
    'With `evidence`, a draft from it, as `nevertwice new` writes it; with `text`, that text, whose metadata name its id (a text that names none is brought into the format); else the blank format. A restricted one gets an id with a random suffix.',
  who: 'token',
  may: 'write',
  writes: ['postmortem.created'],
  creates: true,
  largest: LARGEST_EVIDENCE,
  body: z.strictObject({
    id: PostmortemId.optional(),
    date: Day.optional(),
    title: Line(300).optional(),
    severity: Line(40).optional(),
    commander: Line(200).optional(),
    recorder: Line(200).optional(),
    primary: Line(200).optional(),
    secondary: Line(200).optional(),
    visibility: z.enum(['internal', 'restricted']).optional(),
    text: Markdown.optional(),
    ...EvidenceFields,
    evidence: EvidenceFields.evidence.default([]),
  }),
  answer: ChangedShape.extend({
    rows: z.number().int().describe('Timeline entries'),
    leftOut: z.array(z.object({ why: z.string(), count: z.number() })),
    notes: z.array(z.string()),
    sources: z.array(SourceShape),
  }),
  status: 201,
  async prepare({ body }) {
    if (body.text !== undefined && body.evidence.length > 0)
      throw new ApiFailure(
        'bad-request',
        'text-and-evidence',
        'Send "text" or "evidence", not both: add evidence to the text afterwards.',
      )
    return readEvidenceFiles(body.evidence, { ...body, day: body.day ?? body.date })
  },
  async run({ house, tx, actor, now, body, prepared: read, audit }) {
    const wish = { ...body, severityWords: house.rules.policy.severityWords }
    const incident = gatherIncident(read.map(({ batch }) => batch))
    const made =
      body.text === undefined
        ? await fromEvidence(tx, actor, wish, incident, now)
        : await newPostmortemText(tx, actor, { ...wish, text: body.text }, now)
    const done = granted(
      await insertPostmortem(house, tx, {
        ...made,
        recordText: '',
        actor: actor.name,
        createdBy: actor.id,
        source: actor.via === 'token' ? 'api' : 'hand',
        cause: 'created',
        now,
      }),
    )
    const from = body.text === undefined ? (read.length > 0 ? 'evidence' : 'blank') : 'text'
    await audit('postmortem.created', done.id, { from }, done.visibility === 'restricted')
    const { id, revision, changed, stage } = done
    const { rows, leftOut, notes } = incident
    const told = { rows: rows.length, leftOut: [...leftOut], notes: [...notes], sources: sourcesOf(read) }
    return {
      body: { id, revision, changed, stage: stage as never, ...told },
      etag: revision,
      headers: { location: `/api/v1/postmortems/${id}` },
    }
  },
})

interface Wish extends DraftOverrides {
  readonly id?: string | undefined
  readonly date?: string | undefined
  readonly severityWords: Readonly<Record<string, string>>
}

async function fromEvidence(
  tx: Reader,
  actor: Person,
  wish: Wish,
  incident: ReturnType<typeof gatherIncident>,
  now: Instant,
) {
  const { title, severity, commander, recorder, primary, secondary, visibility } = wish
  const day = wish.date ?? utcDay(incident.startedAt ?? now)
  const id = await idFor(tx, actor, wish.id, day, visibility === 'restricted')
  const given = { title, severity, commander, recorder, primary, secondary, visibility }
  const overrides = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined))
  return { id, ...draftPostmortem(incident, id, overrides), lineEnding: '\n', bom: false }
}
