import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readRecord } from '../../record/read-record.ts'
import { sampleHouse } from '../sample-house.ts'
import { SAMPLE_TEXT } from '../sample-text.ts'

let world: Awaited<ReturnType<typeof sampleHouse>>
let ada: Awaited<ReturnType<typeof world.person>>
let bo: typeof ada
let lea: typeof ada
let rea: typeof ada
beforeAll(async () => {
  world = await sampleHouse()
  ada = await world.person('Ada Example', 'writer')
  bo = await world.person('Bo Sample', 'writer')
  lea = await world.person('Lea Sample', 'lead')
  rea = await world.person('Rea Sample', 'reader')
  await world.send('POST', '/api/v1/postmortems', { token: ada.token, body: { text: SAMPLE_TEXT } })
})
afterAll(() => world.close())

const ID = 'INC-2026-11-20-001'
const PATH = `/api/v1/postmortems/${ID}`
type Somebody = { token: string }
const get = async (path: string, { token }: Somebody = rea) => (await world.send('GET', path, { token })).json
const post = (path: string, body: unknown, { token }: Somebody = ada, headers: Record<string, string> = {}) =>
  world.send('POST', `${PATH}${path}`, { token, body, headers })
const item = async (id: string) => (await get(`${PATH}/items`)).items.find((one: { id: string }) => one.id === id)

describe('action items', () => {
  it('are listed over all postmortems, by owner, status, quarter and what is late', async () => {
    const list = async (query: string, who: Somebody = rea) =>
      (await get(`/api/v1/items?${query}`, who)).items.map(({ ref }: { ref: string }) => ref)
    expect(await list('')).toEqual([`${ID}#A1`, `${ID}#A2`])
    expect(await list('owner=me', bo)).toEqual([`${ID}#A1`])
    expect(await list('owner=@cy sample')).toEqual([`${ID}#A2`])
    expect(await list('quarter=2027-Q1')).toEqual([`${ID}#A2`])
    expect(await list('status=done')).toEqual([])
    expect(await list('overdue=true')).toEqual([])
    world.later(30 * 24 * 60 * 60 * 1000)
    expect(await list('overdue=true')).toEqual([`${ID}#A1`])
    world.later(-30 * 24 * 60 * 60 * 1000)
    const first = await get('/api/v1/items?limit=1')
    expect((await get(`/api/v1/items?limit=1&after=${first.next}`)).items[0].ref).toBe(`${ID}#A2`)
  })

  it('move on with what the move demands', async () => {
    const bare = await post('/items/A1/transition', { to: 'done' }, bo)
    expect([bare.status, bare.json.code]).toEqual([422, 'proof-missing'])
    const ticket = await post('/items/A1/transition', { to: 'done', proof: { reference: 'SHOP-12' } }, bo)
    expect(ticket.json.code).toBe('ticket-is-no-proof')
    const done = await post('/items/A1/transition', { to: 'done', proof: { reference: 'c0ffee1' } }, bo)
    expect(done.status).toBe(200)
    expect(await item('A1')).toMatchObject({
      status: 'done',
      claim: null,
      proof: 'change: c0ffee1',
      doneBy: 'Bo Sample',
      doneOn: '2026-11-23',
    })
    expect((await get(PATH)).text).toContain('| 2026-12-15 | done | CF1 | c0ffee1 |')
    expect((await post('/items/A1/transition', { to: 'verified' }, bo)).json.code).toBe('verifier-is-owner')
    expect((await post('/items/A1/transition', { to: 'verified' }, ada)).status).toBe(200)
    expect((await post('/items/A9/transition', { to: 'done' })).status).toBe(404)
    expect((await post('/items/A1/transition', { to: 'open', reason: 'x' }, rea)).status).toBe(403)
  })

  it('get tickets and later dates, and keep their quarter', async () => {
    const ticket = await world.send('PUT', `${PATH}/items/A2/ticket`, { token: ada.token, body: { ticket: 'SHOP-77' } })
    expect(ticket.status).toBe(200)
    expect((await post('/items/A2/due', { to: '2027-04-02', reason: ' ' })).status).toBe(400)
    expect((await post('/items/A2/due', { to: '2027-04-02', reason: 'The vendor mends it in March' })).status).toBe(200)
    expect(await item('A2')).toMatchObject({
      ticket: 'SHOP-77',
      due: '2027-04-02',
      firstDue: '2027-01-20',
      quarter: '2027-Q1',
    })
  })

  it('are asked for their effect when the day has come', async () => {
    expect((await post('/items/A1/effect', { verdict: 'effective', after: 30 })).json.code).toBe('effect-too-early')
    world.later(31 * 24 * 60 * 60 * 1000)
    expect((await post('/items/A1/effect', { verdict: 'effective', after: 30 })).status).toBe(200)
    world.later(-31 * 24 * 60 * 60 * 1000)
    expect(await item('A1')).toMatchObject({ effect: 'effective' })
  })
})

describe('stages', () => {
  it('refuse with every finding that stands before the gate', async () => {
    await world.send('POST', '/api/v1/postmortems', { token: ada.token, body: { date: '2026-11-01' } })
    const blank = '/api/v1/postmortems/INC-2026-11-01-001'
    const { digest, gates } = await get(blank)
    const body = { role: 'Incident Commander', digest }
    const refused = await world.send('POST', `${blank}/signatures`, { token: ada.token, body })
    expect([refused.status, refused.json.code]).toEqual([422, 'gate-closed'])
    expect(refused.json.findings.filter(({ severity }: { severity: string }) => severity === 'error')).toHaveLength(
      gates[2].errors,
    )
    expect(refused.json.findings.length).toBeGreaterThan(3)
    expect(refused.json.findings[0]).toMatchObject({ rule: expect.any(String), line: expect.any(Number) })
  })

  it('go from draft to signed by what was shown, and void nothing by living parts', async () => {
    const review = await post('/review', {})
    expect([review.status, review.json]).toEqual([200, expect.objectContaining({ stage: 'in review' })])
    expect((await post('/review', {})).json.code).toBe('review-open')
    const { digest } = await get(PATH)
    const moved = await post('/signatures', { role: 'Incident Commander', digest: 'a'.repeat(64) })
    expect([moved.status, moved.json.code]).toEqual([412, 'digest-moved'])
    const other = await post('/signatures', { role: 'Incident Commander', digest }, bo)
    expect(other.json.code).toBe('not-the-commander')
    expect((await post('/signatures', { role: 'Incident Commander', digest })).status).toBe(200)
    const { digest: now, stage } = await get(PATH)
    expect([now, stage]).toEqual([digest, 'in review'])
    expect((await post('/signatures', { role: 'Platform Lead', digest }, lea)).json.stage).toBe('signed')
    const signatures = await get(`${PATH}/signatures`)
    expect(signatures).toMatchObject({ chainHolds: true, complete: true })
    expect(signatures.roles.map(({ name, status }: { name: string; status: string }) => [name, status])).toEqual([
      ['Ada Example', 'valid'],
      ['Lea Sample', 'valid'],
    ])
    await post('/items/A2/transition', { to: 'in progress' })
    expect((await get(PATH)).stage).toBe('signed')
  })

  it('F46 refuse edits of signed words until somebody takes the signatures back', async () => {
    const { text, revision } = await get(PATH)
    const headers = { 'if-match': `"${revision}"` }
    const edit = await world.send('PUT', `${PATH}/text`, {
      token: ada.token,
      headers,
      body: { text: text.replace('212 orders', '213 orders') },
    })
    expect([edit.status, edit.json.code]).toEqual([422, 'text-signed'])
    const entry = await post('/timeline', { at: Date.UTC(2026, 10, 20, 14, 20), text: 'the lead joined' })
    expect(entry.json.code).toBe('text-signed')
  })

  it('are published by a receipt, once', async () => {
    const first = await post('/receipts', { target: 'git', reference: 'c0ffee2' })
    expect([first.status, first.json.stage]).toEqual([200, 'published'])
    const again = await post('/receipts', { target: 'git', reference: 'c0ffee2' })
    expect(again.json).toMatchObject({ changed: false, revision: first.json.revision })
    expect((await get(`${PATH}/receipts`)).receipts).toMatchObject([
      { target: 'git', reference: 'c0ffee2', actor: 'Ada Example' },
    ])
    expect((await get(PATH)).text).toContain('- [x] Linked in the `docs/postmortems/`.')
  })

  it('are put before the all-hands, and its box is ticked by an attestation after the day', async () => {
    expect((await post('/all-hands', { date: '2026-11-01' })).json.code).toBe('date-past')
    expect((await post('/all-hands', { date: '2026-11-24' })).status).toBe(200)
    expect((await get(`${PATH}/receipts`)).allHands).toEqual({ state: 'scheduled', date: '2026-11-24' })
    const held = { date: '2026-11-24', link: 'https://wiki.example.com/all-hands' }
    expect((await post('/all-hands/held', held)).json.code).toBe('all-hands-to-come')
    world.later(24 * 60 * 60 * 1000)
    expect((await post('/all-hands/held', held)).json).toMatchObject({ changed: true, stage: 'published' })
    expect((await post('/all-hands/held', held)).json).toMatchObject({ changed: false })
    world.later(-24 * 60 * 60 * 1000)
    expect((await get(PATH)).text).toContain('- [x] Discussed in the next platform all-hands.')
  })

  it('go back with a lead and a reason only', async () => {
    expect((await post('/reopen', { reason: 'The trigger was another one' })).status).toBe(403)
    expect((await post('/return', { reason: 'Too late' }, lea)).json.code).toBe('published')
    expect((await post('/reopen', { reason: 'The trigger was another one' }, lea)).json.stage).toBe('in review')
    expect((await post('/return', { reason: 'The impact has no figures' }, lea)).json.stage).toBe('draft')
    expect((await get(PATH)).waitsFor.join()).toContain('The impact has no figures')
    const withdrawn = await post('/signatures/withdraw', { role: 'Incident Commander', reason: 'I signed too early' })
    expect(withdrawn.status).toBe(200)
    expect(
      (await post('/signatures/withdraw', { role: 'Platform Lead', name: 'Lea Sample', reason: 'x' })).status,
    ).toBe(403)
  })

  it('answer a stale If-Match with both versions', async () => {
    const stale = await post('/review', {}, ada, { 'if-match': '"1"' })
    const { revision } = await get(PATH)
    expect([stale.status, stale.json]).toEqual([
      412,
      expect.objectContaining({ code: 'revision-stale', yours: 1, current: revision }),
    ])
  })
})

describe('the record', () => {
  it('goes out as one chain that verifies, and every write is in the audit', async () => {
    const record = await world.send('GET', `${PATH}/export/record`, { token: rea.token })
    const { entries, problems } = readRecord(record.text)
    expect(problems).toEqual([])
    expect(entries.map(({ verb }) => verb)).toContain('reopened')
    expect(record.headers.get('content-disposition')).toBe(`attachment; filename="${ID}.record.jsonl"`)
    const audit = await world.house.store.read
      .selectFrom('audit')
      .select(['verb', 'data'])
      .where('subject', '=', ID)
      .execute()
    expect(audit.length).toBeGreaterThanOrEqual(entries.length - 2)
  })
})
