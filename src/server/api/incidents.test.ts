import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sampleHouse } from '../sample-house.ts'
import { insertSamplePostmortem } from '../sample-incidents.ts'
import { samplePerson, sampleToken } from '../sample-people.ts'

type Person = Awaited<ReturnType<typeof samplePerson>>
let world: Awaited<ReturnType<typeof sampleHouse>>
let admin: Person
let writer: Person
let reader: Person
let lead: Person
beforeAll(async () => {
  world = await sampleHouse()
  admin = await samplePerson(world.house, 'admin')
  writer = await samplePerson(world.house, 'writer')
  reader = await samplePerson(world.house, 'reader')
  lead = await samplePerson(world.house, 'lead')
})
afterAll(() => world.close())

const HOUR = 3_600_000
const at = (day: number, hour = 0) => Date.UTC(2026, 10, day, hour)
const create = (body: object, who = writer) =>
  world.send('POST', '/api/v1/incidents', { cookie: who.cookie, body: { title: 'Slow checkout', ...body } })
const get = (id: string, who = reader) => world.send('GET', `/api/v1/incidents/${id}`, { cookie: who.cookie })
const list = async (query = '', who = reader) => {
  const { json } = await world.send('GET', `/api/v1/incidents?limit=200${query}`, { cookie: who.cookie })
  return json.items.map(({ id }: { id: string }) => id) as string[]
}

describe('incidents', () => {
  it('have the next free id of the UTC day on which the impact began, also of many at once', async () => {
    const made = await Promise.all([1, 2, 3].map(() => create({ startedAt: at(3, 23) + 59 * 60_000 })))
    expect(made.map(({ json }) => json.id).sort()).toEqual([1, 2, 3].map((n) => `INC-2026-11-03-00${n}`))
    expect((await create({})).json.id).toBe('INC-2026-11-23-001')
    await world.house.store.transaction((tx) =>
      tx
        .insertInto('tombstones')
        .values({ id: 'INC-2026-11-03-009', kind: 'incident', at: 0, actor: 'x', reason: 'x' })
        .execute(),
    )
    expect((await create({ startedAt: at(3) })).json.id).toBe('INC-2026-11-03-010')
  })

  it('require a postmortem by their severity, and have its deadlines as the rooms count them', async () => {
    const needs: unknown[] = []
    for (const severity of ['P0', 'P1', 'P2', 'P3', null]) needs.push((await create({ severity })).json.postmortem.need)
    expect(needs).toEqual(['required', 'required', 'optional', 'none', 'optional'])
    const { json } = await create({ severity: 'P1', startedAt: at(4, 8), endedAt: at(4, 9), allClearAt: at(4, 10) })
    expect(json.postmortem).toEqual({ need: 'required', missing: true, id: null, stage: null, waiver: null })
    // Wednesday: five whole business days after it end on the next Wednesday at 24:00.
    expect(json.deadlines).toEqual({
      from: 'all-clear',
      at: at(4, 10),
      draft: at(4, 10) + 48 * HOUR,
      publication: at(12),
    })
    expect((await create({ severity: 'P2', allClearAt: at(4) })).json.deadlines).toBe(null)
    expect((await create({ severity: 'P0' })).json.deadlines).toBe(null)
  })

  it('are required and due by what an administrator set, at once', async () => {
    const put = (key: string, value: unknown) =>
      world.send('PUT', `/api/v1/settings/${key}`, { cookie: admin.cookie, body: { value } })
    await put('policy.required.P2', 'required')
    await put('policy.draftHours', 24)
    const { json } = await create({ severity: 'P2', endedAt: at(4) })
    expect([json.postmortem.need, json.deadlines.draft]).toEqual(['required', at(4) + 24 * HOUR])
    for (const key of ['policy.required.P2', 'policy.draftHours'])
      await world.send('DELETE', `/api/v1/settings/${key}`, { cookie: admin.cookie })
    expect((await get(json.id)).json.deadlines.draft).toBe(at(4) + 48 * HOUR)
  })

  it('end after they began, and belong to teams that are there', async () => {
    expect((await create({ startedAt: at(4), endedAt: at(3) })).json).toMatchObject({
      code: 'times-out-of-order',
      fields: [{ field: 'body.endedAt' }],
    })
    expect((await create({ teamId: 'nobody' })).json.code).toBe('team-unknown')
  })

  it('are entered once for what their source calls them', async () => {
    const body = { source: 'example-pager', sourceId: 'Q1' }
    const { json } = await create(body)
    expect((await create(body)).json).toMatchObject({ status: 409, code: 'source-known', incident: json.id })
    const token = await sampleToken(world.house, writer.id, ['read', 'write'])
    const byToken = await world.send('POST', '/api/v1/incidents', { token, body: { title: 'By a program' } })
    expect(byToken.json.source).toBe('api')
  })

  it('F28 are changed at the revision that was read, or answer with what stands', async () => {
    const { json, headers } = await create({ severity: 'P2' })
    const path = `/api/v1/incidents/${json.id}`
    const patch = (match: string | null, body: object) =>
      world.send('PATCH', path, { cookie: writer.cookie, body, headers: match ? { 'if-match': match } : {} })
    expect((await patch(null, { severity: 'P0' })).status).toBe(428)
    const etag = headers.get('etag')!
    const both = await Promise.all([patch(etag, { severity: 'P0' }), patch(etag, { title: 'Other words' })])
    expect(both.map(({ status }) => status).sort()).toEqual([200, 412])
    const stale = both.find(({ status }) => status === 412)!
    expect(stale.json).toMatchObject({ code: 'incident-changed', revision: 2, sent: 1, current: { revision: 2 } })
    const now = await get(json.id)
    expect([now.headers.get('etag'), now.json.revision]).toEqual(['"2"', 2])
  })

  it('take a new severity, and keep what was not named', async () => {
    const { json } = await create({ severity: 'P3', services: ['checkout'], commander: 'Ida Example' })
    const headers = { 'if-match': '"1"' }
    const body = { severity: 'P0', services: ['search'] }
    const changed = await world.send('PATCH', `/api/v1/incidents/${json.id}`, { cookie: writer.cookie, headers, body })
    expect(changed.json).toMatchObject({
      severity: 'P0',
      services: ['search'],
      commander: 'Ida Example',
      postmortem: { need: 'required' },
    })
  })

  it('F31 take nothing that is not theirs to be set', async () => {
    for (const extra of [
      { id: 'INC-2026-01-01-001' },
      { createdBy: reader.id },
      { revision: 9 },
      { postmortem: 'none' },
    ])
      expect((await create(extra)).status).toBe(400)
  })

  it('are waived by a lead who says why, and not by a writer; and taken back', async () => {
    const { json } = await create({ severity: 'P1', allClearAt: at(4) })
    const path = `/api/v1/incidents/${json.id}/waiver`
    const body = { reason: 'An announced drill, see the calendar.' }
    expect((await world.send('POST', path, { cookie: writer.cookie, body })).status).toBe(403)
    expect((await world.send('POST', path, { cookie: lead.cookie, body: { reason: 'no' } })).status).toBe(400)
    const waived = await world.send('POST', path, { cookie: lead.cookie, body })
    expect(waived.json).toMatchObject({
      postmortem: { need: 'waived', missing: false, waiver: { by: lead.id, at: world.house.now(), ...body } },
      deadlines: null,
    })
    expect((await world.send('POST', path, { cookie: lead.cookie, body })).json.code).toBe('nothing-to-waive')
    expect(await list('&postmortem=waived')).toEqual([json.id])
    const back = await world.send('DELETE', path, { cookie: lead.cookie })
    expect(back.json.postmortem).toMatchObject({ need: 'required', waiver: null })
    expect((await world.send('DELETE', path, { cookie: lead.cookie })).json.code).toBe('not-waived')
    const audit = await world.send('GET', `/api/v1/audit?subject=${json.id}`, { cookie: admin.cookie })
    expect(audit.json.items.map(({ verb }: { verb: string }) => verb)).toEqual([
      'incident.unwaived',
      'incident.waived',
      'incident.created',
    ])
  })

  it('are filtered by severity, service, source, need and quarter, and paged each once', async () => {
    const odd = 'a "quoted" % _ service'
    const one = (await create({ severity: 'P0', services: ['x', odd], startedAt: Date.UTC(2025, 1, 3) })).json.id
    const two = (await create({ severity: 'P1', services: ['odd'], startedAt: Date.UTC(2025, 1, 4) })).json.id
    expect(await list(`&service=${encodeURIComponent(odd)}`)).toEqual([one])
    expect(await list('&service=od')).toEqual([])
    expect(await list('&service=%25')).toEqual([])
    expect(await list('&quarter=2025-Q1')).toEqual([two, one])
    expect(await list('&quarter=2025-Q1&severity=P0')).toEqual([one])
    expect(await list('&source=example-pager')).toHaveLength(1)
    await insertSamplePostmortem(world.house, { id: one, by: writer.id })
    expect(await list('&quarter=2025-Q1&postmortem=missing')).toEqual([two])
    expect((await get(one)).json.postmortem).toMatchObject({ missing: false, id: one, stage: 'draft' })
    const all = await list()
    const paged: string[] = []
    for (let after = ''; ; ) {
      const { json } = await world.send('GET', `/api/v1/incidents?limit=3${after}`, { cookie: reader.cookie })
      paged.push(...json.items.map(({ id }: { id: string }) => id))
      if (json.next === null) break
      after = `&after=${json.next}`
    }
    expect(paged).toEqual(all)
    expect(new Set(all).size).toBe(all.length)
  })
})

describe('F31 restricted incidents', () => {
  it('are not there for who may not see them: not found, not listed, not counted, and no gap in the ids', async () => {
    const day = Date.UTC(2026, 8, 9)
    const open = (await create({ startedAt: day, services: ['quiet'] })).json.id
    const before = await list('&service=quiet')
    const hidden = await create({
      startedAt: day,
      services: ['quiet'],
      visibility: 'restricted',
      source: 'law',
      sourceId: '1',
    })
    const { id } = hidden.json
    expect(id).toMatch(/^INC-2026-09-09-\d{3}-[a-z0-9]{10}$/)
    expect((await create({ startedAt: day })).json.id).toBe('INC-2026-09-09-002')
    expect(open).toBe('INC-2026-09-09-001')
    const unknown = await get('INC-2026-09-09-777-abcdefghjk')
    const refused = await get(id)
    const told = ({ status, json }: typeof refused) => [status, json.code, json.detail]
    expect(told(refused)).toEqual(told(unknown))
    expect(await list('&service=quiet')).toEqual(before)
    expect(await list('&source=law')).toEqual([])
    const patch = { cookie: lead.cookie, headers: { 'if-match': '"1"' }, body: { title: 'Mine now' } }
    expect((await world.send('PATCH', `/api/v1/incidents/${id}`, patch)).status).toBe(404)
    const body = { reason: 'Nobody has to know of this.' }
    expect((await world.send('POST', `/api/v1/incidents/${id}/waiver`, { cookie: lead.cookie, body })).status).toBe(404)
    for (const who of [writer, admin]) {
      expect((await get(id, who)).status).toBe(200)
      expect(await list('&source=law', who)).toEqual([id])
    }
    const readOnly = await sampleToken(world.house, admin.id, ['read'])
    expect((await world.send('GET', `/api/v1/incidents/${id}`, { token: readOnly })).status).toBe(404)
  })

  it('are seen by who was named to read their postmortem, who cannot open them to others', async () => {
    const { id } = (await create({ visibility: 'restricted', severity: 'P0' })).json
    const named = await samplePerson(world.house, 'writer')
    await insertSamplePostmortem(world.house, { id, by: writer.id, restricted: true, readers: [named.id] })
    expect((await get(id, named)).json.postmortem.id).toBe(id)
    const opening = { headers: { 'if-match': '"1"' }, body: { visibility: 'internal' } }
    const path = `/api/v1/incidents/${id}`
    expect((await world.send('PATCH', path, { cookie: named.cookie, ...opening })).status).toBe(403)
    expect((await world.send('PATCH', path, { cookie: writer.cookie, ...opening })).json.visibility).toBe('internal')
    expect((await get(id)).json.postmortem).toMatchObject({ id: null, stage: null })
  })

  it('are left out of the audit unless it is asked for them', async () => {
    const { id } = (await create({ visibility: 'restricted' })).json
    const verbs = async (query: string) =>
      (await world.send('GET', `/api/v1/audit?subject=${id}${query}`, { cookie: admin.cookie })).json.items.length
    expect([await verbs(''), await verbs('&restricted=include')]).toEqual([0, 1])
  })
})
