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
const post = (path: string, body?: unknown) =>
  world.send('POST', PATH + path, { token: ada.token, ...(body === undefined ? {} : { body }) })
const patch = async (from: string, to: string) => {
  const { text, revision } = await get('')
  const at = text.indexOf(from)
  const edits = [{ from: at, to: at + from.length, text: to }]
  return world.send('PATCH', `${PATH}/text`, {
    token: ada.token,
    headers: { 'if-match': `"${revision}"` },
    body: { edits },
  })
}
const spanOf = (text: string, words: string) => ({ from: text.indexOf(words), to: text.indexOf(words) + words.length })
const words = async (comment: string) => {
  const { anchor } = (await get('/comments')).items.find(({ id }: { id: string }) => id === comment)
  return [(await get('')).text.slice(anchor.from, anchor.to), anchor.lost]
}

describe('comments', () => {
  it('stay with their words when the text changes, and say when these are gone', async () => {
    const anchor = spanOf(SAMPLE_TEXT, 'two minutes late')
    const { status, json } = await post('/comments', { body: 'Is that right?', anchor })
    expect([status, json.anchor.words, json.author]).toEqual([201, 'two minutes late', 'Ada Example'])
    await patch('Blameless.', 'Blameless, always.')
    expect(await words(json.id)).toEqual(['two minutes late', false])
    await patch('two minutes', 'two whole minutes')
    expect(await words(json.id)).toEqual(['two whole minutes late', false])
    const late = await post('/comments', { body: 'Said of the first revision', revision: 1, anchor })
    expect(await words(late.json.id)).toEqual(['two whole minutes late', false])
    await patch('- The alert came two whole minutes late.\n', '')
    expect(await words(json.id)).toEqual(['', true])
  })
  it('are answered and resolved, once', async () => {
    const [first] = (await get('/comments?limit=1')).items
    expect((await post('/comments', { body: 'It is.', parentId: first.id })).status).toBe(201)
    expect((await post('/comments', { body: 'x', parentId: '0'.repeat(26) })).status).toBe(404)
    expect((await post('/comments', { body: ' ' })).json.code).toBe('comment-empty')
    expect((await post(`/comments/${first.id}/resolve`)).status).toBe(204)
    expect((await post(`/comments/${first.id}/resolve`)).json.code).toBe('comment-closed')
    expect((await get('/comments?state=resolved')).items).toMatchObject([{ id: first.id }])
  })
})

describe('suggestions', () => {
  const suggest = async (from: string, to: string) => {
    const { text } = await get('')
    return post('/comments', { body: '', edits: [{ ...spanOf(text, from), text: to }] })
  }
  it('are applied when accepted, wherever their words stand by then', async () => {
    const { json } = await suggest('212 orders failed', '212 orders failed and were replayed')
    await patch('always.', 'always and everywhere.')
    const accepted = await post(`/comments/${json.id}/accept`)
    expect(accepted.status).toBe(200)
    expect((await get('')).text).toContain('212 orders failed and were replayed.')
    expect((await get('/comments?state=accepted')).items).toMatchObject([{ id: json.id }])
    expect((await get('/revisions?limit=1')).items[0]).toMatchObject({ cause: 'suggestion' })
  })
  it('are refused where the words changed, where a living part would, and by hand', async () => {
    const stale = await suggest('the autumn sale', 'the winter sale')
    await patch('autumn sale', 'spring sale')
    const refused = await post(`/comments/${stale.json.id}/accept`)
    expect([refused.status, refused.json.code]).toEqual([422, 'suggestion-stale'])
    const living = await suggest('2026-12-15 | open', '2026-12-15 | done')
    expect((await post(`/comments/${living.json.id}/accept`)).json.code).toBe('living-part')
    expect((await get('/comments?state=open')).items.map(({ id }: { id: string }) => id)).toContain(living.json.id)
    expect((await post(`/comments/${living.json.id}/refuse`)).status).toBe(204)
    const outside = await post('/comments', { body: 'x', edits: [{ from: 1, to: 1e6, text: '' }] })
    expect([outside.status, outside.json.code]).toEqual([422, 'edit-out-of-range'])
  })
})

describe('review meetings', () => {
  it('hold date, attendees and notes', async () => {
    const made = await post('/meetings', { at: 1_780_000_000_000, attendees: ['Ada Example'] })
    expect(made.status).toBe(201)
    const body = { at: 1_780_000_000_000, attendees: ['Ada Example', 'Bo Sample'], notes: 'We looked at the pool.\n' }
    const put = await world.send('PUT', `${PATH}/meetings/${made.json.id}`, { token: ada.token, body })
    expect(put.json).toMatchObject(body)
    expect((await get('/meetings')).items).toMatchObject([body])
    expect((await world.send('PUT', `${PATH}/meetings/${'0'.repeat(26)}`, { token: ada.token, body })).status).toBe(404)
  })
})
