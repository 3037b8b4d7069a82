import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sampleHouse } from '../sample-house.ts'
import { SAMPLE_TEXT } from '../sample-text.ts'

let world: Awaited<ReturnType<typeof sampleHouse>>
let ada: Awaited<ReturnType<typeof world.person>>
beforeAll(async () => {
  world = await sampleHouse()
  ada = await world.person('Ada Example', 'writer')
  await world.send('POST', '/api/v1/postmortems', { token: ada.token, body: { text: SAMPLE_TEXT } })
})
afterAll(() => world.close())

const PATH = '/api/v1/postmortems/INC-2026-11-20-001'
const get = async (path: string) => (await world.send('GET', PATH + path, { token: ada.token })).json
const post = (path: string, body: unknown, headers = {}) =>
  world.send('POST', PATH + path, { token: ada.token, body, headers })
const edit = async (from: string, to: string) => {
  const { text, revision } = await get('')
  const body = { text: text.replace(from, to) }
  return world.send('PUT', `${PATH}/text`, { token: ada.token, headers: { 'if-match': `"${revision}"` }, body })
}

describe('evidence', () => {
  const evidence = [
    { name: 'notes.txt', content: '14:11 runbook pool-limits opened\n14:06 page sent to the checkout on-call\n' },
  ]
  it('goes into the timeline, and twice is once', async () => {
    const added = await post('/evidence', { evidence })
    expect([added.status, added.json]).toEqual([200, expect.objectContaining({ revision: 2, rows: 1 })])
    const { text } = await get('')
    expect(text.indexOf('runbook pool-limits opened')).toBeGreaterThan(text.indexOf('acknowledged the page'))
    const again = await post('/evidence', { evidence })
    expect(again.json).toMatchObject({ changed: false, revision: 2, rows: 0 })
    expect((await get('/evidence')).items.map(({ state }: { state: string }) => state)).toEqual(['used', 'used'])
    const first = await get('/evidence?limit=1')
    expect((await get(`/evidence?limit=1&after=${first.next}`)).items).toHaveLength(1)
  })
  it('does not bring back what a person deleted', async () => {
    const row = /\| 14:11 .*\n/.exec((await get('')).text)![0]
    expect((await edit(row, '')).status).toBe(200)
    const more = [...evidence, { name: 'more.txt', content: '14:12 pool limit looked at\n' }]
    expect((await post('/evidence', { evidence: more })).json).toMatchObject({ rows: 1, dropped: 1 })
    expect((await get('')).text).not.toContain('runbook pool-limits opened')
    expect((await get('/evidence?state=dropped')).items).toHaveLength(1)
  })
  it('goes out as it lies', async () => {
    const out = await world.send('GET', `${PATH}/export/evidence`, { token: ada.token })
    expect(out.text.trimEnd().split('\n')).toHaveLength(3)
  })
})

describe('the timeline', () => {
  it('takes an entry where it belongs, and tells milestones and durations', async () => {
    const at = Date.UTC(2026, 10, 20, 14, 30)
    const added = await post('/timeline', {
      at,
      text: 'cart team | joined',
      links: [{ title: 'chat', url: 'https://chat.example.com/1' }],
    })
    expect(added.status).toBe(201)
    const { entries, durations } = await get('/timeline')
    const index = entries.findIndex((entry: { at: number }) => entry.at === at)
    expect(entries[index].text).toContain('cart team | joined')
    expect(entries[index - 1].at).toBeLessThan(at)
    expect(entries[index + 1].at).toBeGreaterThan(at)
    expect(durations.find(({ name }: { name: string }) => name === 'acknowledge').milliseconds).toBe(120_000)
  })
})

describe('history', () => {
  it('tells who changed what, compares, and restores words without turning back what was done', async () => {
    const { revision } = await get('')
    await edit('two minutes late', 'three minutes late')
    await post('/items/A1/transition', { to: 'in progress' })
    const list = await get('/revisions')
    expect(list.items[0]).toMatchObject({ number: revision + 2, actor: 'Ada Example', cause: 'item' })
    expect(list.items.at(-1)).toMatchObject({ number: 1, cause: 'created' })
    const compared = await get(`/compare?from=${revision}&to=${revision + 2}`)
    expect(compared.words).toContain('[-two-]{+three+}')
    expect(compared.items).toMatchObject([
      { id: 'A1', fields: [{ field: 'status', before: 'open', after: 'in progress' }] },
    ])
    expect((await get(`/revisions/${revision}`)).text).toContain('two minutes late')
    expect((await get('/revisions/99')).code).toBe('not-found')
    const restored = await post('/restore', { revision: 1 }, { 'if-match': `"${revision + 2}"` })
    expect([restored.status, restored.json.revision]).toEqual([200, revision + 3])
    const { text } = await get('')
    expect(text).toBe(SAMPLE_TEXT.replace('2026-12-15 | open', '2026-12-15 | in progress'))
  })
})

describe('export', () => {
  it('gives the file back byte for byte, the page and the model', async () => {
    const crlf = `\ufeff${SAMPLE_TEXT.replaceAll('INC-2026-11-20-001', 'INC-2026-11-22-001').replaceAll('\n', '\r\n')}`
    await world.send('POST', '/api/v1/postmortems', { token: ada.token, body: { text: crlf } })
    const out = async (what: string) =>
      world.app.request(`/api/v1/postmortems/INC-2026-11-22-001/export/${what}`, {
        headers: { authorization: `Bearer ${ada.token}` },
      })
    expect(Buffer.from(await (await out('markdown')).arrayBuffer()).equals(Buffer.from(crlf))).toBe(true)
    const html = await out('html')
    expect(await html.text()).toContain('<h1')
    expect(html.headers.get('content-disposition')).toMatch(/^attachment/)
    expect((await (await out('json')).json()).actionItems).toHaveLength(2)
  })
})

describe('import', () => {
  const ID = 'INC-2026-11-18-001'
  const text = SAMPLE_TEXT.replaceAll('INC-2026-11-20-001', ID)
  const out = async (what: string) =>
    (await world.send('GET', `/api/v1/postmortems/${ID}/export/${what}`, { token: ada.token })).text
  it('takes text, record and evidence as they are, gives them back byte for byte, and goes on from there', async () => {
    const record = await world.send('POST', '/api/v1/postmortems/INC-2026-11-22-001/review', {
      token: ada.token,
      body: {},
    })
    expect(record.status).toBe(200)
    const line = (await world.send('GET', '/api/v1/postmortems/INC-2026-11-22-001/export/record', { token: ada.token }))
      .text
    // As another system may have left it: with CRLF, a blank line, a line of a later version, and no end.
    const lines = `${line.trimEnd()}\r\n\r\n{"verb":"of a later version","id":"x"}\r\n{"later":true}`
    const evidence = (await world.send('GET', `${PATH}/export/evidence`, { token: ada.token })).text
    const body = {
      files: [
        { name: 'a.md', text, record: lines, evidence },
        { name: 'b.md', text },
        { name: 'c.md', text: '# Nothing', record: 'x' },
      ],
    }
    const { status, json } = await world.send('POST', '/api/v1/imports', { token: ada.token, body })
    expect([
      status,
      json.files.map(({ id, error }: { id: string; error: string | null }) => [id, error !== null]),
    ]).toEqual([
      201,
      [
        [ID, false],
        [null, true],
        [null, true],
      ],
    ])
    expect(json.files[0].problems.length).toBeGreaterThan(0)
    expect([await out('markdown'), await out('record'), await out('evidence')]).toEqual([text, lines, evidence])
    const moved = await world.send('POST', `/api/v1/postmortems/${ID}/items/A1/transition`, {
      token: ada.token,
      body: { to: 'in progress' },
    })
    expect(moved.status).toBe(200)
    const after = await out('record')
    expect(after.startsWith(`${lines}\r\n{"id":`)).toBe(true)
    const rows = await world.house.store.read
      .selectFrom('record_entries')
      .select(['verb', 'line'])
      .where('postmortem_id', '=', ID)
      .orderBy('seq')
      .execute()
    expect(rows.map(({ verb }) => verb)).toEqual(['review-opened', '', '', '', 'item-transition'])
  })
  it('says so where nothing could be imported', async () => {
    const { status, json } = await world.send('POST', '/api/v1/imports', {
      token: ada.token,
      body: { files: [{ name: 'a.md', text }] },
    })
    expect([status, json.code, json.files[0].id]).toEqual([422, 'nothing-imported', null])
  })
})
