/** Requests that succeed for the endpoints of postmortems and jobs; `sample-examples.ts` has the others. */
import { utcDay } from '../../base/instant.ts'
import { sampleToken } from '../sample-people.ts'
import { SAMPLE_TEXT } from '../sample-text.ts'
import { enqueue } from '../store/jobs.ts'
import type { ExampleRequest, ExampleWorld } from './sample-example-world.ts'

const POSTMORTEM = '/api/v1/postmortems'

/** A text whose incident has an id of its own, and whose commander is who asks. */
function textFor({ person, name }: ExampleWorld): string {
  const number = name('incident').split('-')[1]!.padStart(3, '0')
  return SAMPLE_TEXT.replaceAll('INC-2026-11-20-001', `INC-2026-11-20-${number}`).replaceAll('Ada Example', person.name)
}

async function postmortem(world: ExampleWorld) {
  const { ask } = world
  const { id } = await ask('POST', POSTMORTEM, { text: textFor(world) })
  const { digest, text } = await ask('GET', `${POSTMORTEM}/${id}`)
  return { path: `${POSTMORTEM}/${id}`, digest: digest as string, text: text as string }
}

const below =
  (end: string, body?: unknown, headers?: Record<string, string>) =>
  async (world: ExampleWorld): Promise<ExampleRequest> => ({
    path: `${(await postmortem(world)).path}${end}`,
    ...(body === undefined ? {} : { body }),
    ...(headers ? { headers } : {}),
  })

async function signed(world: ExampleWorld) {
  const { path, digest } = await postmortem(world)
  const body = { role: 'Incident Commander', digest }
  const { status, text } = await world.world.send('POST', `${path}/signatures`, { body, cookie: world.person.cookie })
  if (status !== 200) throw new Error(text)
  return path
}

async function deadJob({ house, name }: ExampleWorld): Promise<string> {
  const id = await house.store.transaction((tx) =>
    enqueue(tx, { kind: 'clean-up', data: {}, key: name('job') }, house.now()),
  )
  await house.store.transaction((tx) =>
    tx.updateTable('jobs').set({ state: 'dead', error: 'It failed.' }).where('id', '=', id!).execute(),
  )
  return id!
}

async function published(world: ExampleWorld) {
  const path = await signed(world)
  const { digest } = await world.ask('GET', path)
  await world.ask('POST', `${path}/signatures`, { role: 'Platform Lead', digest })
  await world.ask('POST', `${path}/receipts`, { target: 'git', reference: 'c0ffee1' })
  return path
}

async function commented(world: ExampleWorld, body: object = { body: 'Is that right?' }) {
  const { path } = await postmortem(world)
  const { id } = await world.ask('POST', `${path}/comments`, body)
  return `${path}/comments/${id}`
}

const DAY = 24 * 60 * 60 * 1000
const MEETING = { at: Date.UTC(2026, 10, 25, 9, 0), attendees: ['Ada Example'] }
const SUGGESTION = { body: '', edits: [{ from: 0, to: 0, text: '' }] }
const DONE = { to: 'done', proof: { reference: 'c0ffee1' } }

/** Examples by endpoint. */
export const POSTMORTEM_EXAMPLES: Readonly<
  Record<string, (world: ExampleWorld) => ExampleRequest | Promise<ExampleRequest>>
> = {
  'DELETE /api/v1/jobs/{id}': async (world) => ({ path: `/api/v1/jobs/${await deadJob(world)}` }),
  'GET /api/v1/jobs': () => ({ path: '/api/v1/jobs?state=waiting' }),
  'POST /api/v1/jobs/{id}/run': async (world) => ({ path: `/api/v1/jobs/${await deadJob(world)}/run` }),
  'GET /api/v1/schedules': () => ({ path: '/api/v1/schedules' }),
  'GET /metrics': async ({ house, person }) => ({
    path: '/metrics',
    token: await sampleToken(house, person.id, ['read']),
  }),
  'GET /api/v1/items': async (world) => {
    await postmortem(world)
    return { path: '/api/v1/items?status=open&limit=3' }
  },
  'GET /api/v1/postmortems': async (world) => {
    await postmortem(world)
    return { path: '/api/v1/postmortems?stage=draft&limit=3' }
  },
  'POST /api/v1/postmortems': (world) => ({ path: POSTMORTEM, body: { text: textFor(world) } }),
  'GET /api/v1/figures': async (world) => {
    await postmortem(world)
    return { path: '/api/v1/figures' }
  },
  'POST /api/v1/imports': (world) => ({
    path: '/api/v1/imports',
    body: { files: [{ name: 'old.md', text: textFor(world) }] },
  }),
  'GET /api/v1/search': async (world) => {
    await postmortem(world)
    return { path: '/api/v1/search?q=pool' }
  },
  'GET /api/v1/postmortems/{id}': below(''),
  'POST /api/v1/postmortems/{id}/all-hands': async (world) => ({
    path: `${await published(world)}/all-hands`,
    body: { date: utcDay(world.house.now() + DAY) },
  }),
  'POST /api/v1/postmortems/{id}/all-hands/held': async (world) => {
    const path = await published(world)
    const date = utcDay(world.house.now())
    await world.ask('POST', `${path}/all-hands`, { date })
    return { path: `${path}/all-hands/held`, body: { date, link: 'https://wiki.example.com/all-hands' } }
  },
  'GET /api/v1/postmortems/{id}/comments': async (world) => ({
    path: (await commented(world)).replace(/\/[^/]+$/, ''),
  }),
  'POST /api/v1/postmortems/{id}/comments': below('/comments', { body: 'Is that right?' }),
  'POST /api/v1/postmortems/{id}/comments/{comment}/accept': async (world) => ({
    path: `${await commented(world, SUGGESTION)}/accept`,
  }),
  'POST /api/v1/postmortems/{id}/comments/{comment}/refuse': async (world) => ({
    path: `${await commented(world, SUGGESTION)}/refuse`,
  }),
  'POST /api/v1/postmortems/{id}/comments/{comment}/resolve': async (world) => ({
    path: `${await commented(world)}/resolve`,
  }),
  'GET /api/v1/postmortems/{id}/meetings': below('/meetings'),
  'POST /api/v1/postmortems/{id}/meetings': below('/meetings', MEETING),
  'PUT /api/v1/postmortems/{id}/meetings/{meeting}': async (world) => {
    const { path } = await postmortem(world)
    const { id } = await world.ask('POST', `${path}/meetings`, MEETING)
    return { path: `${path}/meetings/${id}`, body: { ...MEETING, notes: 'We looked at the pool.' } }
  },
  'PUT /api/v1/postmortems/{id}/readers': async (world) => {
    const { cookie, id } = world.person
    const body = { date: '2026-11-20', visibility: 'restricted' }
    const { json } = await world.world.send('POST', POSTMORTEM, { body, cookie })
    return { path: `${POSTMORTEM}/${json.id}/readers`, body: { people: [id] }, cookie }
  },
  'GET /api/v1/postmortems/{id}/checks': below('/checks?gate=sign'),
  'GET /api/v1/postmortems/{id}/compare': below('/compare?from=1&to=1'),
  'GET /api/v1/postmortems/{id}/evidence': below('/evidence'),
  'POST /api/v1/postmortems/{id}/evidence': below('/evidence', {
    evidence: [{ name: 'notes.txt', content: '14:20 rolled back the change of the pool' }],
    day: '2026-11-20',
  }),
  'GET /api/v1/postmortems/{id}/export/evidence': below('/export/evidence'),
  'GET /api/v1/postmortems/{id}/export/html': below('/export/html'),
  'GET /api/v1/postmortems/{id}/export/json': below('/export/json'),
  'GET /api/v1/postmortems/{id}/export/markdown': below('/export/markdown'),
  'GET /api/v1/postmortems/{id}/export/record': below('/export/record'),
  'GET /api/v1/postmortems/{id}/items': below('/items'),
  'POST /api/v1/postmortems/{id}/items/{item}/due': below('/items/A1/due', {
    to: '2026-12-18',
    reason: 'The vendor mends it a week later.',
  }),
  'POST /api/v1/postmortems/{id}/items/{item}/effect': async (world) => {
    const { path } = await postmortem(world)
    await world.ask('POST', `${path}/items/A1/transition`, DONE)
    const other = await world.someone('writer')
    const verified = { body: { to: 'verified' }, cookie: other.cookie }
    await world.world.send('POST', `${path}/items/A1/transition`, verified)
    world.world.later(31 * 24 * 60 * 60 * 1000)
    const { cookie } = await world.someone('writer')
    return { path: `${path}/items/A1/effect`, body: { verdict: 'effective', after: 30 }, cookie }
  },
  'PUT /api/v1/postmortems/{id}/items/{item}/ticket': below('/items/A1/ticket', { ticket: 'SHOP-99' }),
  'POST /api/v1/postmortems/{id}/items/{item}/transition': below('/items/A1/transition', DONE),
  'GET /api/v1/postmortems/{id}/receipts': below('/receipts'),
  'POST /api/v1/postmortems/{id}/receipts': async (world) => {
    const path = await signed(world)
    const { digest } = await world.ask('GET', path)
    await world.ask('POST', `${path}/signatures`, { role: 'Platform Lead', digest })
    return { path: `${path}/receipts`, body: { target: 'git', reference: 'c0ffee1' } }
  },
  'POST /api/v1/postmortems/{id}/reopen': async (world) => ({
    path: `${await signed(world)}/reopen`,
    body: { reason: 'The same alert fired again.' },
  }),
  'POST /api/v1/postmortems/{id}/restore': async (world) => {
    const { path, text } = await postmortem(world)
    await world.ask('PUT', `${path}/text`, { text: `${text}\nMore.\n` }, { 'if-match': '"1"' })
    return { path: `${path}/restore`, body: { revision: 1 }, headers: { 'if-match': '"2"' } }
  },
  'POST /api/v1/postmortems/{id}/return': async (world) => {
    const { path } = await postmortem(world)
    await world.ask('POST', `${path}/review`, {})
    return { path: `${path}/return`, body: { reason: 'The second cause is missing.' } }
  },
  'POST /api/v1/postmortems/{id}/review': below('/review', {}),
  'GET /api/v1/postmortems/{id}/revisions': below('/revisions'),
  'GET /api/v1/postmortems/{id}/revisions/{number}': below('/revisions/1'),
  'GET /api/v1/postmortems/{id}/signatures': below('/signatures'),
  'POST /api/v1/postmortems/{id}/signatures': async (world) => {
    const { path, digest } = await postmortem(world)
    return { path: `${path}/signatures`, body: { role: 'Incident Commander', digest } }
  },
  'POST /api/v1/postmortems/{id}/signatures/withdraw': async (world) => ({
    path: `${await signed(world)}/signatures/withdraw`,
    body: { role: 'Incident Commander', reason: 'A figure is wrong.' },
  }),
  'PATCH /api/v1/postmortems/{id}/text': below(
    '/text',
    { edits: [{ from: 0, to: 0, text: '' }] },
    { 'if-match': '"1"' },
  ),
  'PUT /api/v1/postmortems/{id}/text': async (world) => {
    const { path, text } = await postmortem(world)
    return { path: `${path}/text`, body: { text: `${text}\nMore.\n` }, headers: { 'if-match': '"1"' } }
  },
  'GET /api/v1/postmortems/{id}/timeline': below('/timeline'),
  'POST /api/v1/postmortems/{id}/timeline': below('/timeline', {
    at: Date.UTC(2026, 10, 20, 14, 30),
    text: 'The pool limit was found.',
  }),
}
