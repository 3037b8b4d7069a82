import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sampleHouse } from '../sample-house.ts'
import { SAMPLE_TEXT } from '../sample-text.ts'

let world: Awaited<ReturnType<typeof sampleHouse>>
let ada: Awaited<ReturnType<typeof world.person>>
beforeAll(async () => {
  world = await sampleHouse()
  ada = await world.person('Ada Example', 'writer')
  await world.send('POST', '/api/v1/postmortems', { token: ada.token, body: { text: SAMPLE_TEXT } })
  await world.send('POST', '/api/v1/postmortems', {
    token: ada.token,
    body: { date: '2026-11-21', title: 'Certificates expired' },
  })
})
afterAll(() => world.close())

const search = async (q: string) =>
  (await world.send('GET', `/api/v1/search?q=${encodeURIComponent(q)}`, { token: ada.token })).json
const found = async (q: string) =>
  (await search(q)).hits.map(({ postmortem }: { postmortem: { id: string } }) => postmortem.id)

describe('search', () => {
  it('finds words in any form, with the passages marked', async () => {
    expect(await found('certificate expires')).toEqual(['INC-2026-11-21-001'])
    const [hit] = (await search('connections pools')).hits
    expect(hit.postmortem.id).toBe('INC-2026-11-20-001')
    const [passage] = hit.passages
    expect(passage.marks.map(({ from, to }: { from: number; to: number }) => passage.text.slice(from, to))).toEqual(
      expect.arrayContaining(['connection', 'pool']),
    )
    expect(SAMPLE_TEXT.slice(passage.from, passage.from + passage.text.length)).toBe(passage.text)
  })
  it('keeps in step with every commit, and with none that was rolled back', async () => {
    expect(await found('walrus')).toEqual([])
    const path = '/api/v1/postmortems/INC-2026-11-20-001/text'
    const put = (text: string, revision: number) =>
      world.send('PUT', path, { token: ada.token, headers: { 'if-match': `"${revision}"` }, body: { text } })
    const words = SAMPLE_TEXT.replace('fixed pool size', 'fixed walrus size')
    expect((await put(words.replace('| open | CF1', '| done | CF1'), 1)).status).toBe(422)
    expect(await found('walrus')).toEqual([])
    expect((await put(words, 1)).status).toBe(200)
    expect(await found('walrus')).toEqual(['INC-2026-11-20-001'])
    const list = await world.send('GET', '/api/v1/postmortems?q=walrus%20pool', { token: ada.token })
    expect(list.json.items).toHaveLength(1)
    expect((await put(SAMPLE_TEXT, 2)).status).toBe(200)
    expect(await found('walrus')).toEqual([])
  })
  it('F32 takes whatever is asked, within its bounds', async () => {
    for (const q of [
      "'; drop table postmortems; --",
      '%_%',
      '"pool" OR NEAR(',
      '(a+)+$',
      '\u202e',
      'a'.repeat(1000),
      '決済',
    ])
      expect((await search(q)).hits).toBeInstanceOf(Array)
    const long = await world.send('GET', `/api/v1/search?q=${'a'.repeat(1001)}`, { token: ada.token })
    const nul = await world.send('GET', '/api/v1/search?q=%00', { token: ada.token })
    const none = await world.send('GET', '/api/v1/search?q=%20', { token: ada.token })
    expect([long.status, nul.status, none.status]).toEqual([400, 400, 400])
  })
})
