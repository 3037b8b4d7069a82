/** Walks over every endpoint: what each declares, who is refused, what it answers, what the audit holds, and what garbage does. */
import { readdirSync, readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { PERMISSIONS, permissionsOf, ROLES } from '../auth/permissions.ts'
import { sampleHouse } from '../sample-house.ts'
import { samplePerson, sampleToken } from '../sample-people.ts'
import { AUDIT_VERBS } from './audit-verbs.ts'
import type { Endpoint } from './endpoint.ts'
import { endpointName } from './endpoint-name.ts'
import { ENDPOINTS } from './endpoints.ts'
import { openApi } from './open-api.ts'
import { PUBLIC_ENDPOINTS } from './public-endpoints.ts'
import { EXAMPLES } from './sample-examples.ts'
import { sampleRequests } from './sample-requests.ts'

const FOLDER = new URL('./endpoints/', import.meta.url)
const IMPORTS = [
  ...readFileSync(new URL('./endpoints.ts', import.meta.url), 'utf8').matchAll(
    /^import \{ (\w+) \} from '\.\/endpoints\/(.+)\.ts'$/gm,
  ),
].map(([, name, file]) => ({ name: name!, file: file! }))
const METHOD_OF_VERB: Readonly<Record<string, Endpoint['method']>> = {
  change: 'patch',
  create: 'post',
  delete: 'delete',
  get: 'get',
  list: 'get',
  set: 'put',
}
const CASES = ENDPOINTS.map((endpoint, at) => ({
  name: endpointName(endpoint),
  endpoint,
  file: IMPORTS[at]?.file ?? '',
}))
const GUARDED = CASES.filter(({ endpoint }) => endpoint.who === 'session' || endpoint.who === 'token')

let world: Awaited<ReturnType<typeof sampleHouse>>
beforeAll(async () => {
  world = await sampleHouse()
  examples = sampleRequests(world)
})
let examples: ReturnType<typeof sampleRequests>
afterAll(async () => {
  await examples.close()
  await world.close()
})

function pathWithin({ path }: Endpoint): string {
  return path.replaceAll(/\{(\w+)\}/g, (_, name) => (name === 'id' ? 'INC-2026-11-23-001' : 'a1'))
}

async function auditLines(): Promise<{ seq: number; verb: string }[]> {
  return world.house.store.read.selectFrom('audit').select(['seq', 'verb']).orderBy('seq').execute()
}

describe('the list of endpoints', () => {
  it('is sorted by file, and holds every file once', () => {
    const files = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
      .map((file) => file.replaceAll('\\', '/').slice(0, -3))
    const sorted = [...files].sort()
    expect(IMPORTS.map(({ file }) => file).sort()).toEqual(sorted)
    expect(ENDPOINTS).toHaveLength(IMPORTS.length)
    const list = [...readFileSync(new URL('./endpoints.ts', import.meta.url), 'utf8').matchAll(/^ {2}(\w+),$/gm)]
    expect(list.map(([, name]) => name)).toEqual(IMPORTS.map(({ name }) => name))
  })

  it('has no two that answer the same', () => {
    const places = CASES.map(({ name }) => name.replaceAll(/\{\w+\}/g, '{}'))
    expect(places.filter((place, at) => places.indexOf(place) !== at)).toEqual([])
  })

  it('is public where the file of reasons says so, and nowhere else', () => {
    const open = CASES.filter(({ endpoint }) => endpoint.who === 'public').map(({ name }) => name)
    expect(open.sort(), 'Give the reason in src/server/api/public-endpoints.ts, or declare who may.').toEqual(
      Object.keys(PUBLIC_ENDPOINTS).sort(),
    )
    for (const reason of Object.values(PUBLIC_ENDPOINTS)) expect(reason).toMatch(/^[A-Z].{20,}\.$/)
  })

  it('has one example each', () => {
    expect(
      CASES.map(({ name }) => name).filter((name) => !EXAMPLES[name]),
      'Add a line to EXAMPLES in src/server/api/sample-examples.ts for each of these: a request that succeeds.',
    ).toEqual([])
    const known = new Set(CASES.map(({ name }) => name))
    expect(
      Object.keys(EXAMPLES).filter((name) => !known.has(name)),
      'These examples have no endpoint.',
    ).toEqual([])
  })
})

describe.each(CASES)('$name', ({ name, endpoint, file }) => {
  it('is declared completely, in the file that says so', () => {
    const { method, path, who, may, writes, group, summary } = endpoint
    const [folder, base] = file.split('/')
    expect(folder && base, 'a file in a folder of endpoints/').toBeTruthy()
    const source = readFileSync(new URL(`${file}.ts`, FOLDER), 'utf8')
    expect(source.split('\n')[0], `first line of endpoints/${file}.ts`).toContain(`\`${name}\``)
    const verb = base!.split('-')[0]!
    if (METHOD_OF_VERB[verb]) expect(method, `a file named ${verb}-…`).toBe(METHOD_OF_VERB[verb])
    expect(group).toMatch(/^[A-Z][A-Za-z -]+$/)
    expect(summary.length).toBeGreaterThan(5)
    expect(path).toMatch(/^\/[a-z0-9./{}-]+$/i)
    if (who === 'public' || who === 'signed') expect(may).toBe(null)
    else expect(PERMISSIONS).toContain(may)
    if (method !== 'get' && writes === null) expect(endpoint.creates).not.toBe(true)
    if (method === 'get' && !endpoint.fromElsewhere) expect(writes).toBe(null)
    if (writes !== null) {
      expect(writes.length).toBeGreaterThan(0)
      for (const each of writes) expect(AUDIT_VERBS).toContain(each)
    }
    const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, each]) => each!)
    const inShape = Object.keys((endpoint.params as { shape?: object } | undefined)?.shape ?? {})
    expect(inShape.sort(), 'names in the path and in `params`').toEqual(inPath.sort())
  })

  it('is described, with what goes wrong', () => {
    const operation = openApi(ENDPOINTS).paths[endpoint.path]?.[endpoint.method]
    expect(operation?.summary).toBe(endpoint.summary)
    expect(operation?.responses.default?.content).toHaveProperty(['application/problem+json'])
    expect(operation?.responses).toHaveProperty([String(endpoint.status ?? 200)])
  })

  it('answers what it declares, and the audit grows exactly where it writes', async () => {
    const { path, ...options } = await examples.requestOf(endpoint)
    const before = await auditLines()
    const answer = await world.send(endpoint.method.toUpperCase(), path, options)
    expect({ status: answer.status, text: answer.status >= 400 ? answer.text : '' }).toEqual({
      status: endpoint.status ?? 200,
      text: '',
    })
    const written = (await auditLines()).slice(before.length).map(({ verb }) => verb)
    if (endpoint.writes === null) expect(written).toEqual([])
    else {
      expect(written.length, 'lines of audit').toBeGreaterThan(0)
      for (const verb of written) expect(endpoint.writes).toContain(verb)
    }
    if (answer.status === 204 || answer.status === 303) return expect(answer.text).toBe('')
    expect(answer.headers.get('content-type')).toContain(endpoint.media?.split(';')[0] ?? 'application/json')
    const body = endpoint.media ? answer.text : answer.json
    // What a shape does not name falls out when it is read, so the same has to come back.
    expect(endpoint.answer.parse(body)).toEqual(body)
  })

  it('F26 F27 answers garbage without breaking', async () => {
    const person = await samplePerson(world.house, 'admin')
    world.later(20_000)
    const cookie = person.cookie
    const method = endpoint.method.toUpperCase()
    const path = pathWithin(endpoint)
    const sent: [string, string, Parameters<typeof world.send>[2]][] = [
      ['unknown parameter', `${path}?no-such-parameter=1`, { cookie }],
      ['parameter twice', `${path}?limit=1&limit=2`, { cookie }],
      ['absurd limit', `${path}?limit=99999999999999999999`, { cookie }],
      ['negative limit', `${path}?limit=-1`, { cookie }],
      ['absurd cursor', `${path}?after=${'A'.repeat(400)}`, { cookie }],
      ['cursor of another shape', `${path}?after=${Buffer.from('{"a":[1,null]}').toString('base64url')}`, { cookie }],
      ['cursor of wrong types', `${path}?after=${Buffer.from('[1e999,"\\u0000"]').toString('base64url')}`, { cookie }],
      ['zero in the query', `${path}?after=%00&limit=%00`, { cookie }],
      ['broken escapes', `${path}?after=%E0%A4%A`, { cookie }],
      ['SQL', `${path}?after=${encodeURIComponent("' or 1=1; --")}`, { cookie }],
      ['If-Match of nobody', path, { cookie, headers: { 'if-match': '"abc"' } }],
      ['an absurd revision', path, { cookie, headers: { 'if-match': '"999999999999999999"' } }],
      ['an absurd key', path, { cookie, headers: { 'idempotency-key': 'x' } }],
      ['an absurd cookie', path, { cookie: 'nevertwice_session=%00; nevertwice_session==;;;=' }],
      ['an absurd token', path, { headers: { authorization: `Bearer ${'x'.repeat(5000)}` } }],
    ]
    if (endpoint.path.includes('{'))
      for (const value of ['%00', '%0a', '..%2f..', '%E0%A4%A', "'%20or%201=1", 'x'.repeat(3000), '%F0%9F%98%80'])
        sent.push([`path with ${value.slice(0, 20)}`, endpoint.path.replaceAll(/\{\w+\}/g, value), { cookie }])
    if (endpoint.body)
      for (const body of ['', '{', '[]', 'null', '1', '{"a":1,"a":2}', '['.repeat(70), '{"__proto__":{"admin":true}}'])
        sent.push([`body ${body.slice(0, 20)}`, path, { cookie, body }])
    const headers = { 'if-match': '"1"' }
    if (endpoint.body) {
      sent.push(['body of another type', path, { cookie, body: '{}', headers: { 'content-type': 'text/plain' } }])
      sent.push(['packed body', path, { cookie, body: '{}', headers: { 'content-encoding': 'gzip' } }])
      sent.push(['NUL in every text', path, { cookie, headers, body: everyMember(endpoint, 'a\u0000b') }])
      sent.push([
        'everything wrong',
        path,
        { cookie, headers, body: everyMember(endpoint, { '\u0000': ['\ud800', -1, null] }) },
      ])
      const largest = endpoint.largest ?? 1024 * 1024
      if (largest <= 1024 * 1024)
        sent.push(['body that is too large', path, { cookie, headers, body: `"${'x'.repeat(largest)}"` }])
    }
    for (const [what, to, options] of sent) {
      const { status, headers: answered, json, text } = await world.send(method, to, options)
      expect(status, `${what}: ${text.slice(0, 200)}`).toBeLessThan(500)
      if (what.startsWith('NUL')) expect(status, what).toBe(400)
      if (status < 400) continue
      expect(answered.get('content-type'), what).toBe('application/problem+json')
      expect(json, what).toMatchObject({ status, code: expect.stringMatching(/^[a-z0-9-]+$/) })
    }
    expect(world.lines.filter((line) => line.includes('"failed"'))).toEqual([])
  })
})

describe.each(GUARDED)('who may $name', ({ endpoint }) => {
  const method = endpoint.method.toUpperCase()
  const path = pathWithin(endpoint)

  it('F31 no stranger, and nothing that is no credential', async () => {
    world.later(20_000)
    expect((await world.send(method, path)).status).toBe(401)
    expect((await world.send(method, path, { cookie: 'nevertwice_session=guessed' })).status).toBe(401)
    expect((await world.send(method, path, { token: `nt_${'x'.repeat(43)}` })).status).toBe(401)
  })

  it('no role below, and no token that may less', async () => {
    world.later(20_000)
    const admin = await samplePerson(world.house, 'admin')
    for (const role of ROLES) {
      if (permissionsOf(role).has(endpoint.may!)) continue
      const { cookie } = await samplePerson(world.house, role)
      expect((await world.send(method, path, { cookie })).json.code, role).toBe('not-permitted')
    }
    const less = PERMISSIONS.filter((permission) => permission !== endpoint.may)
    const token = await sampleToken(world.house, admin.id, less)
    const expected = endpoint.who === 'session' ? 'session-only' : 'not-permitted'
    expect((await world.send(method, path, { token })).json.code).toBe(expected)
  })
})

/** A body in which every member is the same. */
function everyMember({ body }: Endpoint, value: unknown): unknown {
  const names = Object.keys((body as { shape?: object } | undefined)?.shape ?? { any: 1 })
  return Object.fromEntries(names.map((name) => [name, value]))
}
