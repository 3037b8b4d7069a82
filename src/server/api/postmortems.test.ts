import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sampleHouse } from '../sample-house.ts'
import { SAMPLE_TEXT } from '../sample-text.ts'

let world: Awaited<ReturnType<typeof sampleHouse>>
let ada: Awaited<ReturnType<typeof world.person>>
let rea: typeof ada
beforeAll(async () => {
  world = await sampleHouse()
  ada = await world.person('Ada Example', 'writer')
  rea = await world.person('Rea Sample', 'reader')
})
afterAll(() => world.close())

const ID = 'INC-2026-11-20-001'
const PATH = `/api/v1/postmortems/${ID}`
const etag = (revision: number) => ({ 'if-match': `"${revision}"` })

describe('beginning a postmortem', () => {
  it('takes a whole text, and gives it back with stage and gates', async () => {
    const { status, json, headers } = await world.send('POST', '/api/v1/postmortems', {
      token: ada.token,
      body: { text: SAMPLE_TEXT.replaceAll('\n', '\r\n') },
    })
    expect([status, json.id, json.stage, headers.get('location')]).toEqual([201, ID, 'draft', PATH])
    const read = await world.send('GET', PATH, { token: rea.token })
    expect(read.headers.get('etag')).toBe('"1"')
    expect(read.json).toMatchObject({
      title: 'Checkout answered with errors for 42 minutes',
      severity: 'P1',
      quarter: '2026-Q4',
      text: SAMPLE_TEXT,
      lineEnding: '\r\n',
      visibility: 'internal',
    })
    expect(read.json.gates.map(({ gate }: { gate: string }) => gate)).toEqual([
      'draft',
      'review',
      'sign',
      'publish',
      'close',
    ])
    const again = await world.send('POST', '/api/v1/postmortems', { token: ada.token, body: { text: SAMPLE_TEXT } })
    expect([again.status, again.json.code]).toEqual([409, 'id-taken'])
  })

  it('drafts from evidence as the command line does, under the next free id of the day', async () => {
    const notes =
      '2026-11-20 09:12 alert CartLatency fired\n2026-11-20 09:15 page sent to cart on-call\n2026-11-20 09:50 all-clear declared\n'
    const { status, json } = await world.send('POST', '/api/v1/postmortems', {
      token: ada.token,
      body: { evidence: [{ name: 'notes.txt', content: notes }], title: 'Carts were slow', severity: 'P2' },
    })
    expect([status, json.id, json.rows, json.sources]).toEqual([
      201,
      'INC-2026-11-20-002',
      3,
      [{ file: 'notes.txt', source: 'notes (text lines with a time)', facts: 3, problems: [] }],
    ])
    const read = await world.send('GET', `/api/v1/postmortems/${json.id}`, { token: rea.token })
    expect(read.json.text).toContain('alert CartLatency fired')
    expect(read.json).toMatchObject({ title: 'Carts were slow', severity: 'P2', revision: 1 })
    const wrong = await world.send('POST', '/api/v1/postmortems', {
      token: ada.token,
      body: { evidence: [{ name: 'page.json', content: '{"nothing": "of ours"}' }] },
    })
    expect([wrong.status, wrong.json.code, wrong.json.fields[0].field]).toEqual([
      422,
      'unknown-evidence',
      'body.evidence.0.content',
    ])
  })

  it('begins blank, once for each idempotency key', async () => {
    const options = {
      token: ada.token,
      body: { date: '2026-11-21', title: 'Search was down' },
      headers: { 'idempotency-key': 'blank-draft-1' },
    }
    const [first, second] = [
      await world.send('POST', '/api/v1/postmortems', options),
      await world.send('POST', '/api/v1/postmortems', options),
    ]
    expect([first.json.id, second.text]).toEqual(['INC-2026-11-21-001', first.text])
  })

  it('brings a text that names no id into the format', async () => {
    const text =
      '# Outage of search\n\n## Timeline\n\n- 2026-11-19 10:00 UTC search down\n- 2026-11-19 10:30 UTC fixed\n'
    const { json } = await world.send('POST', '/api/v1/postmortems', { token: ada.token, body: { text } })
    expect(json.id).toBe('INC-2026-11-19-001')
    const read = await world.send('GET', `/api/v1/postmortems/${json.id}`, { token: ada.token })
    expect(read.json.text).toContain('INC-2026-11-19-001')
    expect(read.json.text).toContain('search down')
  })

  it('F27 refuses what cannot be kept, and readers', async () => {
    const nul = await world.send('POST', '/api/v1/postmortems', { token: ada.token, body: { text: 'a\0b' } })
    const half = await world.send('POST', '/api/v1/postmortems', { token: ada.token, body: '{"text": "\\ud800"}' })
    const notes = await world.send('POST', '/api/v1/postmortems', {
      token: ada.token,
      body: { evidence: [{ name: 'n.txt', content: '2026-11-20 09:12 alert \u0001 fired' }], title: 'x' },
    })
    expect([nul.status, half.status, notes.status]).toEqual([400, 400, 201])
    expect((await world.send('POST', '/api/v1/postmortems', { token: rea.token, body: {} })).status).toBe(403)
    expect(
      (await world.send('GET', '/api/v1/postmortems/INC-2026-11-20-0%001', { token: rea.token })).status,
    ).toBeLessThan(500)
    expect((await world.send('GET', '/api/v1/postmortems/%00', { token: rea.token })).status).toBe(400)
  })
})

describe('listing', () => {
  const ids = (json: { items: { id: string }[] }) => json.items.map(({ id }) => id)
  it('goes by keyset, the newest first, and filters', async () => {
    const first = await world.send('GET', '/api/v1/postmortems?limit=2', { token: rea.token })
    const second = await world.send('GET', `/api/v1/postmortems?limit=50&after=${first.json.next}`, {
      token: rea.token,
    })
    const all = await world.send('GET', '/api/v1/postmortems', { token: rea.token })
    expect([...ids(first.json), ...ids(second.json)]).toEqual(ids(all.json))
    const by = async (query: string) =>
      ids((await world.send('GET', `/api/v1/postmortems?${query}`, { token: rea.token })).json)
    expect(await by('severity=P1')).toEqual([ID])
    expect(await by('service=Cart-Example')).toEqual([ID])
    expect(await by('service=cart')).toEqual([])
    expect(await by('quarter=2026-Q4&stage=draft&severity=P2')).toEqual(['INC-2026-11-20-002'])
    expect(await by('stage=signed')).toEqual([])
    expect((await world.send('GET', '/api/v1/postmortems?after=bm9uZQ', { token: rea.token })).json.code).toBe(
      'cursor-invalid',
    )
  })
})

describe('editing the text', () => {
  it('F28 joins edits of an older revision, and refuses those that overlap with both versions named', async () => {
    const put = await world.send('PUT', `${PATH}/text`, {
      token: ada.token,
      headers: etag(1),
      body: { text: SAMPLE_TEXT.replace('212 orders failed', '214 orders failed') },
    })
    expect([put.status, put.json, put.headers.get('etag')]).toEqual([
      200,
      { id: ID, revision: 2, changed: true, stage: 'draft' },
      '"2"',
    ])
    const at = SAMPLE_TEXT.indexOf('two minutes late')
    const patch = (text: string, from: number, to: number) =>
      world.send('PATCH', `${PATH}/text`, { token: ada.token, headers: etag(1), body: { edits: [{ from, to, text }] } })
    const joined = await patch('three', at, at + 3)
    expect([joined.status, joined.json.revision]).toEqual([200, 3])
    const read = await world.send('GET', PATH, { token: ada.token })
    expect(read.json.text).toBe(
      SAMPLE_TEXT.replace('212 orders failed', '214 orders failed').replace('two minutes late', 'three minutes late'),
    )
    const stale = await patch(
      'many',
      SAMPLE_TEXT.indexOf('212 orders failed'),
      SAMPLE_TEXT.indexOf('212 orders failed') + 3,
    )
    expect([stale.status, stale.json]).toEqual([
      412,
      expect.objectContaining({
        code: 'revision-conflict',
        yours: 1,
        current: 3,
        conflicts: [{ base: '212', ours: 'many', theirs: '214' }],
      }),
    ])
    expect((await world.send('GET', PATH, { token: ada.token })).json.revision).toBe(3)
  })

  it('F28 lets one of two writers win who change the same words at once, and loses nothing of those who do not', async () => {
    const id = 'INC-2026-11-10-001'
    const text = SAMPLE_TEXT.replaceAll(ID, id)
    await world.send('POST', '/api/v1/postmortems', { token: ada.token, body: { text } })
    const path = `/api/v1/postmortems/${id}`
    const write = (from: string, to: string) => {
      const at = text.indexOf(from)
      const body = { edits: [{ from: at, to: at + from.length, text: to }] }
      return world.send('PATCH', `${path}/text`, { token: ada.token, headers: etag(1), body })
    }
    const marks = ['one', 'two', 'three', 'four', 'five', 'six']
    const places = ['31 %', 'autumn', 'calendar', 'named the limit', 'no alert', 'spring']
    const answers = await Promise.all([
      ...places.map((place, at) => write(place, `${marks[at]}-written`)),
      write('half the load', 'a third of the load'),
      write('half the load', 'a tenth of the load'),
    ])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 200, 200, 200, 200, 200, 412])
    const read = (await world.send('GET', path, { token: ada.token })).json
    for (const mark of marks) expect(read.text).toContain(`${mark}-written`)
    expect(read.revision).toBe(8)
  })

  it('needs If-Match, and cuts no revision where nothing changes', async () => {
    const { text } = (await world.send('GET', PATH, { token: ada.token })).json
    const none = await world.send('PUT', `${PATH}/text`, { token: ada.token, body: { text } })
    expect(none.status).toBe(428)
    const same = await world.send('PUT', `${PATH}/text`, { token: ada.token, headers: etag(3), body: { text } })
    expect(same.json).toMatchObject({ changed: false, revision: 3 })
    const unknown = await world.send('PUT', `${PATH}/text`, { token: ada.token, headers: etag(9), body: { text } })
    expect([unknown.status, unknown.json.code]).toEqual([412, 'revision-unknown'])
  })

  it('leaves living parts to their verbs', async () => {
    const { text, revision } = (await world.send('GET', PATH, { token: ada.token })).json
    const put = (body: string) =>
      world.send('PUT', `${PATH}/text`, { token: ada.token, headers: etag(revision), body: { text: body } })
    const status = await put(text.replace('2026-12-15 | open', '2026-12-15 | done'))
    expect([status.status, status.json.code]).toEqual([422, 'living-part'])
    expect(status.json.detail).toMatch(/status of A1.*transition/)
    expect((await put(text.replace('- [ ] Linked', '- [x] Linked'))).json.detail).toMatch(/receipt/)
  })

  it('tells the findings at a gate', async () => {
    const { json } = await world.send('GET', `${PATH}/checks?gate=sign`, { token: rea.token })
    expect(json.open).toBe(json.findings.every(({ severity }: { severity: string }) => severity !== 'error'))
    const read = await world.send('GET', PATH, { token: rea.token })
    expect(read.json.gates[2]).toMatchObject({
      gate: 'sign',
      errors: json.findings.filter(({ severity }: { severity: string }) => severity === 'error').length,
    })
    const only = await world.send('GET', `${PATH}/checks?only=actions`, { token: rea.token })
    expect(new Set(only.json.findings.map(({ group }: { group: string }) => group)).size).toBeLessThanOrEqual(1)
    expect((await world.send('GET', `${PATH}/checks?only=nonsense`, { token: rea.token })).json.code).toBe(
      'unknown-rule',
    )
  })
})
