import { chmodSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { KEY_FILE, openSealed, sealText } from '../auth/seal.ts'
import { currentPolicy } from '../current-policy.ts'
import { settingsFromVariables } from '../given-settings.ts'
import type { GivenSetting, House } from '../house.ts'
import { KNOWN_SETTINGS, variableOfSetting } from '../known-settings.ts'
import { sampleHouse } from '../sample-house.ts'
import { samplePerson } from '../sample-people.ts'
import { vendorSecret } from '../vendor-secret.ts'
import { makeApp } from './app.ts'

let world: Awaited<ReturnType<typeof sampleHouse>>
let admin: Awaited<ReturnType<typeof samplePerson>>
beforeAll(async () => {
  world = await sampleHouse()
  admin = await samplePerson(world.house, 'admin')
})
afterAll(() => world.close())

const ask = (method: string, path: string, body?: unknown) => world.send(method, path, { cookie: admin.cookie, body })

describe('settings', () => {
  it('say what they are, what they take, and that they are the defaults', async () => {
    const { json } = await ask('GET', '/api/v1/settings')
    expect(json.items.map(({ key }: { key: string }) => key)).toEqual(KNOWN_SETTINGS.map(({ key }) => key))
    expect(KNOWN_SETTINGS.map(({ key }) => key)).toEqual(KNOWN_SETTINGS.map(({ key }) => key).sort())
    const hours = json.items.find(({ key }: { key: string }) => key === 'policy.draftHours')
    expect(hours).toEqual({
      key: 'policy.draftHours',
      value: 48,
      expected: 'a whole number of hours from 1 to 8760',
      locked: false,
      origin: { from: 'default' },
    })
  })

  it('accept their own defaults', () => {
    for (const { key, shape, standard } of KNOWN_SETTINGS)
      if (standard !== null) expect(shape.safeParse(standard).success, key).toBe(true)
  })

  it('are set, say who set them, and go back to the default', async () => {
    const set = await ask('PUT', '/api/v1/settings/policy.draftHours', { value: 24 })
    expect(set.json).toMatchObject({ value: 24, origin: { from: 'database', by: admin.id, at: world.house.now() } })
    expect((await currentPolicy(world.house, world.house.store.read)).draftHours).toBe(24)
    const wrong = await ask('PUT', '/api/v1/settings/policy.draftHours', { value: '24' })
    expect([wrong.status, wrong.json.detail]).toEqual([
      422,
      'The value does not fit policy.draftHours; expected a whole number of hours from 1 to 8760.',
    ])
    expect((await ask('PUT', '/api/v1/settings/no.such.key', { value: 1 })).status).toBe(404)
    expect((await ask('DELETE', '/api/v1/settings/policy.draftHours')).status).toBe(204)
    expect((await ask('DELETE', '/api/v1/settings/policy.draftHours')).status).toBe(404)
    expect((await currentPolicy(world.house, world.house.store.read)).draftHours).toBe(48)
  })

  it('stand below the file and the environment, which lock them', async () => {
    await ask('PUT', '/api/v1/settings/policy.closureTarget', { value: 0.5 })
    const given = new Map<string, GivenSetting>([
      ['policy.closureTarget', { value: 0.9, from: 'file', where: 'nevertwice.yaml:3' }],
      ['policy.draftHours', { value: 12, from: 'environment', where: 'NEVERTWICE_POLICY_DRAFT_HOURS' }],
    ])
    const house: House = { ...world.house, rules: { ...world.house.rules, given } }
    const app = makeApp(house)
    const headers = { cookie: admin.cookie, origin: 'http://localhost:4070', 'content-type': 'application/json' }
    const { items } = await (await app.request('/api/v1/settings', { headers })).json()
    const named = (name: string) => items.find(({ key }: { key: string }) => key === name)
    expect(named('policy.closureTarget')).toMatchObject({
      value: 0.9,
      locked: true,
      origin: { from: 'file', where: 'nevertwice.yaml:3' },
    })
    expect(named('policy.draftHours')).toMatchObject({ value: 12, locked: true, origin: { from: 'environment' } })
    const put = await app.request('/api/v1/settings/policy.closureTarget', {
      method: 'PUT',
      headers,
      body: '{"value":0.6}',
    })
    expect(await put.json()).toMatchObject({ status: 422, code: 'setting-locked' })
    expect((await app.request('/api/v1/settings/policy.closureTarget', { method: 'DELETE', headers })).status).toBe(422)
  })

  it('are read from variables, and a wrong one is refused with a sentence', () => {
    const read = settingsFromVariables({
      NEVERTWICE_POLICY_DRAFT_HOURS: '24',
      NEVERTWICE_POLICY_SIGNATURES: 'Incident Commander, Platform Lead',
      NEVERTWICE_POLICY_REQUIRED_P2: 'required',
      NEVERTWICE_SIGN_IN_PROVIDER_ISSUER: 'https://id.example.com',
      NEVERTWICE_SIGN_IN_PROVIDER_ROLES: '{"leads":"lead"}',
      OTHER: 'x',
    })
    expect(read.ok && Object.fromEntries([...read.value].map(([key, { value }]) => [key, value]))).toEqual({
      'policy.draftHours': 24,
      'policy.signatures': ['Incident Commander', 'Platform Lead'],
      'policy.required.P2': 'required',
      'signIn.provider.issuer': 'https://id.example.com',
      'signIn.provider.roles': { leads: 'lead' },
    })
    expect(variableOfSetting('signIn.provider.clientId')).toBe('NEVERTWICE_SIGN_IN_PROVIDER_CLIENT_ID')
    const wrong = settingsFromVariables({ NEVERTWICE_SIGN_IN_PROVIDER_ISSUER: 'http://id.example.com' })
    expect(wrong).toMatchObject({ ok: false, refusal: { code: 'setting-invalid' } })
  })
})

describe('secrets', () => {
  it('are sealed, never answered, logged or audited, and opened where they are used', async () => {
    const value = 'a very made-up secret'
    expect((await ask('PUT', '/api/v1/secrets/example.token', { value })).status).toBe(204)
    const answers = [
      await ask('GET', '/api/v1/secrets'),
      await ask('GET', '/api/v1/audit'),
      await ask('GET', '/api/v1/settings'),
    ]
    expect(answers[0]!.json.items).toEqual([
      { name: 'example.token', updatedAt: world.house.now(), updatedBy: admin.id },
    ])
    for (const { text } of answers) expect(text).not.toContain(value)
    expect(world.lines.join('')).not.toContain(value)
    const kept = await world.house.store.read.selectFrom('secrets').selectAll().execute()
    expect(JSON.stringify(kept)).not.toContain(value)
    const { dataFolder } = world.house.settings
    for (const file of readdirSync(dataFolder))
      expect(readFileSync(join(dataFolder, file), 'latin1')).not.toContain(value)
    const read = (name: string) => vendorSecret(world.house, world.house.store.read, name)
    expect(await read('example.token')).toEqual({ ok: true, value })
    expect(await read('other.token')).toMatchObject({ ok: false, refusal: { code: 'secret-missing' } })
    expect((await ask('DELETE', '/api/v1/secrets/example.token')).status).toBe(204)
    expect((await ask('DELETE', '/api/v1/secrets/example.token')).status).toBe(404)
  })

  it('are opened under their own name, with their own key, and whole', async () => {
    const sealed = sealText(world.house, 'one', 'made up')
    if (!sealed.ok) throw new Error(sealed.refusal.message)
    const text = sealed.value
    expect(openSealed(world.house, 'one', text)).toEqual({ ok: true, value: 'made up' })
    const again = sealText(world.house, 'one', 'made up')
    expect(again.ok && again.value).not.toBe(text)
    // Of the last character only some bits count; the first of the text counts whole.
    const parts = text.split('.')
    const first = `${parts.slice(0, 3).join('.')}.${parts[3]!.startsWith('A') ? 'B' : 'A'}${parts[3]!.slice(1)}`
    const turned = `${text.slice(0, -1)}${text.endsWith('A') ? 'B' : 'A'}`
    const other = await sampleHouse()
    for (const [house, name, broken] of [
      [world.house, 'two', text],
      [world.house, 'one', turned],
      [world.house, 'one', first],
      [world.house, 'one', text.replace('v1', 'v2')],
      [world.house, 'one', text.split('.').slice(0, 3).join('.')],
      [world.house, 'one', ''],
      [other.house, 'one', text],
    ] as const)
      expect(openSealed(house, name, broken)).toMatchObject({ ok: false, refusal: { code: 'seal-broken' } })
    await other.close()
  })

  it('have a key file that nobody else may read, and refuse one that others may', async () => {
    const other = await sampleHouse()
    const path = join(other.house.settings.dataFolder, KEY_FILE)
    sealText(other.house, 'x', 'y')
    expect(statSync(path).mode & 0o777).toBe(0o600)
    chmodSync(path, 0o644)
    expect(sealText({ ...other.house }, 'x', 'y')).toMatchObject({ ok: false, refusal: { code: 'key-file' } })
    chmodSync(path, 0o600)
    writeFileSync(path, 'short')
    expect(sealText({ ...other.house }, 'x', 'y')).toMatchObject({ ok: false, refusal: { code: 'key-file' } })
    await other.close()
  })
})

describe('teams', () => {
  it('have members and a lead who are there, and a name of their own', async () => {
    const one = await samplePerson(world.house, 'lead', 'Una Example')
    const made = await ask('POST', '/api/v1/teams', { name: 'Payments', leadId: one.id, members: [one.id, one.id] })
    expect(made.json).toMatchObject({ leadId: one.id, members: [{ id: one.id, name: 'Una Example' }] })
    expect((await ask('POST', '/api/v1/teams', { name: 'Payments' })).json.code).toBe('name-taken')
    const { id } = (await ask('POST', '/api/v1/teams', { name: 'Edge' })).json
    expect((await ask('PATCH', `/api/v1/teams/${id}`, { name: 'Payments' })).json.code).toBe('name-taken')
    const nobody = '0'.repeat(26)
    expect((await ask('PATCH', `/api/v1/teams/${id}`, { members: [nobody] })).json).toMatchObject({
      code: 'person-unknown',
      fields: [{ field: 'body.members' }],
    })
    expect((await ask('PATCH', `/api/v1/teams/${id}`, { leadId: one.id })).json.leadId).toBe(one.id)
    expect((await ask('DELETE', `/api/v1/teams/${id}`)).status).toBe(204)
    expect((await ask('GET', `/api/v1/teams/${id}`)).status).toBe(404)
  })

  it('own services, and services and tenants have names of their own', async () => {
    const { id: teamId } = (await ask('POST', '/api/v1/teams', { name: 'Search' })).json
    const service = await ask('POST', '/api/v1/services', { name: 'search', teamId, url: 'https://search.example.com' })
    expect(service.json).toMatchObject({ teamId, url: 'https://search.example.com' })
    expect((await ask('POST', '/api/v1/services', { name: 'search' })).json.code).toBe('name-taken')
    expect((await ask('POST', '/api/v1/services', { name: 'x', teamId: '0'.repeat(26) })).json.code).toBe(
      'team-unknown',
    )
    expect((await ask('POST', '/api/v1/services', { name: 'x', url: 'javascript:alert(1)' })).status).toBe(400)
    await ask('DELETE', `/api/v1/teams/${teamId}`)
    const { items } = (await ask('GET', '/api/v1/services')).json
    expect(items[0]).toMatchObject({ name: 'search', teamId: null })
    const tenant = await ask('POST', '/api/v1/tenants', { name: 'Fictional Bank', contact: 'ops@bank.example' })
    expect(tenant.json.contact).toBe('ops@bank.example')
    expect((await ask('POST', '/api/v1/tenants', { name: 'Fictional Bank' })).json.code).toBe('name-taken')
  })
})
