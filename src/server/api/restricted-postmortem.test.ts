import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sampleHouse } from '../sample-house.ts'
import { SAMPLE_TEXT } from '../sample-text.ts'
import { ENDPOINTS } from './endpoints.ts'

let world: Awaited<ReturnType<typeof sampleHouse>>
let ada: Awaited<ReturnType<typeof world.person>>
let bo: typeof ada
let admin: typeof ada
beforeAll(async () => {
  world = await sampleHouse()
  ada = await world.person('Ada Example', 'writer')
  bo = await world.person('Bo Sample', 'lead')
  admin = await world.person('Kim Sample', 'admin')
  await world.send('POST', '/api/v1/postmortems', { token: ada.token, body: { text: SAMPLE_TEXT } })
})
afterAll(() => world.close())

const SECRET = SAMPLE_TEXT.replace('- **Recorder:**', '- **Visibility:** restricted\n- **Recorder:**')
  .replaceAll('INC-2026-11-20-001', 'INC-2026-11-20-007-k3j5h7g9')
  .replace('Checkout answered with errors', 'Zebra checkout answered with errors')
const ID = 'INC-2026-11-20-007-k3j5h7g9'
const UNKNOWN = 'INC-2026-11-20-007-aaaaaaaa'

/** Every list and search, with the filters that could tell of one more. */
const QUESTIONS = [
  '/api/v1/postmortems',
  '/api/v1/postmortems?limit=1',
  '/api/v1/postmortems?severity=P1',
  '/api/v1/postmortems?service=checkout-example',
  '/api/v1/postmortems?quarter=2026-Q4&stage=draft',
  '/api/v1/postmortems?q=checkout',
  '/api/v1/postmortems?q=zebra',
  '/api/v1/items',
  '/api/v1/items?owner=Bo%20Sample',
  '/api/v1/items?status=open&limit=1',
  `/api/v1/items?postmortem=${ID}`,
  '/api/v1/figures',
  '/api/v1/search?q=checkout',
  '/api/v1/search?q=zebra%20pool',
  '/api/v1/search?q=the%20pool%20limit',
]
const answers = async (token: string) =>
  Promise.all(QUESTIONS.map(async (path) => [path, (await world.send('GET', path, { token })).json]))
const rollups = () =>
  world.house.store.read
    .selectFrom('rollups')
    .selectAll()
    .where('value', '!=', 0)
    .orderBy('name')
    .orderBy('key')
    .execute()

/** A fitting body for each endpoint that takes one. */
const BODIES: Readonly<Record<string, unknown>> = {
  'patch /text': { edits: [{ from: 0, to: 0, text: 'x' }] },
  'post /all-hands': { date: '2026-12-01' },
  'post /all-hands/held': { date: '2026-11-01', link: 'https://wiki.example.com/1' },
  'post /comments': { body: 'x' },
  'post /evidence': { evidence: [{ name: 'n.txt', content: '14:11 alert fired' }] },
  'post /items/{item}/due': { to: '2027-01-01', reason: 'x' },
  'post /items/{item}/effect': { verdict: 'effective', after: 30 },
  'post /items/{item}/transition': { to: 'done' },
  'post /meetings': { at: 0 },
  'post /receipts': { target: 'git', reference: 'x' },
  'post /reopen': { reason: 'x' },
  'post /restore': { revision: 1 },
  'post /return': { reason: 'x' },
  'post /review': {},
  'post /signatures': { role: 'Platform Lead', digest: 'a'.repeat(64) },
  'post /signatures/withdraw': { role: 'Platform Lead', reason: 'x' },
  'post /timeline': { at: 0, text: 'x' },
  'put /items/{item}/ticket': { ticket: 'x' },
  'put /meetings/{meeting}': { at: 0 },
  'put /readers': { people: [] },
  'put /text': { text: 'x' },
}
const OWN = '/api/v1/postmortems/{id}'

describe('F31 a restricted postmortem', () => {
  let before: unknown
  let counted: unknown
  it('is not found, not counted and not hinted at in any list or search', async () => {
    before = await answers(bo.token)
    counted = await rollups()
    const made = await world.send('POST', '/api/v1/postmortems', { token: ada.token, body: { text: SECRET } })
    expect([made.status, made.json.id]).toEqual([201, ID])
    expect(await answers(bo.token)).toEqual(before)
    expect(await rollups()).toEqual(counted)
    expect(await answers(ada.token)).not.toEqual(before)
    expect(await answers(admin.token)).not.toEqual(before)
  })

  it('is as unknown as one that is not there, at every endpoint', async () => {
    const own = ENDPOINTS.filter(({ path }) => path.startsWith(OWN))
    expect(own.length).toBeGreaterThan(30)
    for (const { method, path, body } of own) {
      const rest = path.slice(OWN.length)
      const name = `${method} ${rest}`
      expect(body === undefined || name in BODIES, `a sample body for ${name}`).toBe(true)
      const ask = async (id: string) => {
        const at = path
          .replace('{id}', id)
          .replace('{item}', 'A1')
          .replace('{number}', '1')
          .replace(/\{(?:comment|meeting)\}/, '0'.repeat(26))
        const query = rest === '/compare' ? '?from=1&to=1' : ''
        const { status, json, headers } = await world.send(method.toUpperCase(), at + query, {
          token: bo.token,
          headers: { 'if-match': '"1"' },
          ...(body === undefined ? {} : { body: BODIES[name] }),
        })
        const { requestId: _, detail, ...told } = json
        return [name, status, told, detail.replaceAll(id, 'ID'), headers.get('etag')]
      }
      const hidden = await ask(ID)
      expect(hidden).toEqual(await ask(UNKNOWN))
      expect(hidden.slice(0, 2)).toEqual([name, 404])
    }
  })

  it('does not shift the numbers of others, and is told in no open audit line', async () => {
    const next = await world.send('POST', '/api/v1/postmortems', { token: bo.token, body: { date: '2026-11-20' } })
    expect(next.json.id).toBe('INC-2026-11-20-002')
    const lines = await world.house.store.read
      .selectFrom('audit')
      .select('restricted')
      .where('subject', '=', ID)
      .execute()
    expect(lines.map(({ restricted }) => restricted)).toEqual([1])
    const drafted = await world.send('POST', '/api/v1/postmortems', {
      token: ada.token,
      body: { date: '2026-11-20', visibility: 'restricted' },
    })
    expect(drafted.json.id).toMatch(/^INC-2026-11-20-\d{3}-[0-9a-f]{10}$/)
    expect((await world.send('GET', `/api/v1/postmortems/${drafted.json.id}`, { token: bo.token })).status).toBe(404)
  })

  it('is seen by whom its author lets in, and by all once it is internal', async () => {
    const path = `/api/v1/postmortems/${ID}`
    expect((await world.send('GET', path, { token: admin.token })).status).toBe(200)
    await world.send('PUT', `${path}/readers`, { token: ada.token, body: { people: [bo.id] } })
    expect((await world.send('GET', path, { token: bo.token })).status).toBe(200)
    const found = await world.send('GET', '/api/v1/search?q=zebra', { token: bo.token })
    expect(found.json.hits[0].postmortem.id).toBe(ID)
    expect((await world.send('GET', `/api/v1/items?postmortem=${ID}`, { token: bo.token })).json.items).toHaveLength(2)
    await world.send('PUT', `${path}/readers`, { token: ada.token, body: { people: [] } })
    expect((await world.send('GET', path, { token: bo.token })).status).toBe(404)
    const text = SECRET.replace('**Visibility:** restricted', '**Visibility:** internal')
    const opened = await world.send('PUT', `${path}/text`, {
      token: ada.token,
      headers: { 'if-match': '"1"' },
      body: { text },
    })
    expect(opened.status).toBe(200)
    expect((await world.send('GET', '/api/v1/search?q=zebra', { token: bo.token })).json.hits[0].postmortem.id).toBe(ID)
    expect(await rollups()).not.toEqual(counted)
  })
})
