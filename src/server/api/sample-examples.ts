/** One request for every endpoint that succeeds, for the tests that walk over all of them. */

import type { House } from '../house.ts'
import { PASSWORD, samplePerson } from '../sample-people.ts'
import { CLIENT, throughProvider } from '../sample-provider.ts'
import type { ExampleRequest, ExampleWorld } from './sample-example-world.ts'
import { POSTMORTEM_EXAMPLES } from './sample-postmortem-examples.ts'

/** Examples by endpoint, sorted by path as the list of endpoints is read. */
export const EXAMPLES: Readonly<Record<string, (world: ExampleWorld) => ExampleRequest | Promise<ExampleRequest>>> = {
  'GET /api/docs': () => ({ path: '/api/docs' }),
  'GET /api/docs.css': () => ({ path: '/api/docs.css' }),
  'GET /api/v1/openapi.json': () => ({ path: '/api/v1/openapi.json' }),
  'GET /api/v1/audit': () => ({ path: '/api/v1/audit?limit=3&restricted=include' }),
  'GET /api/v1/incidents': () => ({ path: '/api/v1/incidents?quarter=2026-Q4&postmortem=missing' }),
  'POST /api/v1/incidents': () => ({ path: '/api/v1/incidents', body: INCIDENT }),
  'GET /api/v1/incidents/{id}': async ({ ask }) => ({ path: `/api/v1/incidents/${await incident(ask)}` }),
  'PATCH /api/v1/incidents/{id}': async ({ ask }) => ({
    path: `/api/v1/incidents/${await incident(ask)}`,
    headers: { 'if-match': '"1"' },
    body: { severity: 'P3', allClearAt: null, services: ['checkout'] },
  }),
  'POST /api/v1/incidents/{id}/waiver': async ({ ask }) => ({
    path: `/api/v1/incidents/${await incident(ask)}/waiver`,
    body: { reason: 'A drill that was announced a week before.' },
  }),
  'DELETE /api/v1/incidents/{id}/waiver': async ({ ask }) => {
    const path = `/api/v1/incidents/${await incident(ask)}/waiver`
    await ask('POST', path, { reason: 'A drill that was announced a week before.' })
    return { path }
  },
  'POST /api/v1/owner': async ({ world, name }) => ({
    path: '/api/v1/owner',
    body: {
      link: await world.ownerLink(),
      name: 'Owner Example',
      email: `${name('owner')}@example.com`,
      password: 'four plain words here',
    },
  }),
  'PUT /api/v1/password': async ({ ask, someone }) => {
    const { id } = await someone('reader')
    const { passwordLink } = await ask('POST', `/api/v1/people/${id}/password-link`)
    return { path: '/api/v1/password', body: { link: passwordLink.split('#')[1], password: 'four other plain words' } }
  },
  'GET /api/v1/people': () => ({ path: '/api/v1/people?limit=2' }),
  'POST /api/v1/people': ({ name }) => ({
    path: '/api/v1/people',
    body: { name: 'Nora Example', email: `${name('nora')}@example.com`, role: 'writer', handles: ['@nora'] },
  }),
  'GET /api/v1/people/{id}': ({ person }) => ({ path: `/api/v1/people/${person.id}` }),
  'PATCH /api/v1/people/{id}': async ({ someone }) => ({
    path: `/api/v1/people/${(await someone('writer')).id}`,
    body: { disabled: true },
  }),
  'POST /api/v1/people/{id}/password-link': ({ person }) => ({ path: `/api/v1/people/${person.id}/password-link` }),
  'DELETE /api/v1/people/{id}/sessions': async ({ someone }) => ({
    path: `/api/v1/people/${(await someone('writer')).id}/sessions`,
  }),
  'PATCH /api/v1/profile': () => ({ path: '/api/v1/profile', body: { handles: ['@me'] } }),
  'PUT /api/v1/profile/password': async ({ house, name }) => {
    const { cookie } = await samplePerson(house, 'reader', name('Olga'), true)
    return { path: '/api/v1/profile/password', cookie, body: { current: PASSWORD, password: 'other plain words here' } }
  },
  'GET /api/v1/sessions': () => ({ path: '/api/v1/sessions' }),
  'DELETE /api/v1/sessions/{id}': async ({ world, person: { cookie } }) => {
    const { json } = await world.send('GET', '/api/v1/sessions', { cookie })
    return { path: `/api/v1/sessions/${json.items[0].id}`, cookie }
  },
  'GET /api/v1/secrets': async ({ ask }) => {
    await ask('PUT', '/api/v1/secrets/example-pager.token', { value: 'made up' })
    return { path: '/api/v1/secrets' }
  },
  'PUT /api/v1/secrets/{name}': () => ({ path: '/api/v1/secrets/example-chat.token', body: { value: 'made up' } }),
  'DELETE /api/v1/secrets/{name}': async ({ ask }) => {
    await ask('PUT', '/api/v1/secrets/example-gone.token', { value: 'made up' })
    return { path: '/api/v1/secrets/example-gone.token' }
  },
  'GET /api/v1/services': () => ({ path: '/api/v1/services?limit=1' }),
  'POST /api/v1/services': ({ name }) => ({ path: '/api/v1/services', body: { name: name('checkout') } }),
  'PATCH /api/v1/services/{id}': async ({ ask, name }) => {
    const { id } = await ask('POST', '/api/v1/services', { name: name('search') })
    return { path: `/api/v1/services/${id}`, body: { url: 'https://status.example.com/search' } }
  },
  'DELETE /api/v1/services/{id}': async ({ ask, name }) => {
    const { id } = await ask('POST', '/api/v1/services', { name: name('search') })
    return { path: `/api/v1/services/${id}` }
  },
  'GET /api/v1/settings': () => ({ path: '/api/v1/settings' }),
  'PUT /api/v1/settings/{key}': () => ({ path: '/api/v1/settings/policy.draftHours', body: { value: 24 } }),
  'DELETE /api/v1/settings/{key}': async ({ ask }) => {
    await ask('PUT', '/api/v1/settings/policy.longestDueDays', { value: 90 })
    return { path: '/api/v1/settings/policy.longestDueDays' }
  },
  'GET /api/v1/teams': () => ({ path: '/api/v1/teams' }),
  'POST /api/v1/teams': ({ name, person }) => ({
    path: '/api/v1/teams',
    body: { name: name('Payments'), leadId: person.id, members: [person.id] },
  }),
  'GET /api/v1/teams/{id}': async ({ ask, name }) => ({ path: `/api/v1/teams/${await team(ask, name('Edge'))}` }),
  'PATCH /api/v1/teams/{id}': async ({ ask, name, person }) => ({
    path: `/api/v1/teams/${await team(ask, name('Edge'))}`,
    body: { members: [person.id] },
  }),
  'DELETE /api/v1/teams/{id}': async ({ ask, name }) => ({ path: `/api/v1/teams/${await team(ask, name('Edge'))}` }),
  'GET /api/v1/tenants': () => ({ path: '/api/v1/tenants' }),
  'POST /api/v1/tenants': ({ name }) => ({
    path: '/api/v1/tenants',
    body: { name: name('Fictional Bank'), contact: 'ops@bank.example' },
  }),
  'PATCH /api/v1/tenants/{id}': async ({ ask, name }) => {
    const { id } = await ask('POST', '/api/v1/tenants', { name: name('Fictional Shop') })
    return { path: `/api/v1/tenants/${id}`, body: { contact: null } }
  },
  'DELETE /api/v1/tenants/{id}': async ({ ask, name }) => {
    const { id } = await ask('POST', '/api/v1/tenants', { name: name('Fictional Shop') })
    return { path: `/api/v1/tenants/${id}` }
  },
  'GET /api/v1/tokens': () => ({ path: '/api/v1/tokens?of=me' }),
  'POST /api/v1/tokens': ({ house }) => ({ path: '/api/v1/tokens', body: tokenBody(house) }),
  'DELETE /api/v1/tokens/{id}': async ({ world, house, person: { cookie } }) => {
    const { json } = await world.send('POST', '/api/v1/tokens', { cookie, body: tokenBody(house) })
    return { path: `/api/v1/tokens/${json.token.id}` }
  },
  'GET /api/v1/session': () => ({ path: '/api/v1/session' }),
  'DELETE /api/v1/session': () => ({ path: '/api/v1/session?everywhere=true' }),
  'POST /api/v1/session': async ({ house, name }) => {
    const { email } = await samplePerson(house, 'reader', name('Ole'), true)
    return { path: '/api/v1/session', body: { email, password: PASSWORD } }
  },
  ...POSTMORTEM_EXAMPLES,
  'GET /api/v1/sign-in': () => ({ path: '/api/v1/sign-in' }),
  'GET /api/v1/sign-in/provider': async ({ ask, provider }) => {
    await useProvider(ask, (await provider()).issuer)
    return { path: '/api/v1/sign-in/provider?returnTo=/incidents' }
  },
  'GET /api/v1/sign-in/provider/callback': async ({ ask, provider, world, name }) => {
    const { issuer, signsIn } = await provider()
    await useProvider(ask, issuer)
    signsIn({ sub: 'pia', email: `${name('pia')}@example.com`, name: 'Pia Provider' })
    const { headers } = await world.send('GET', '/api/v1/sign-in/provider')
    const cookie = headers.get('set-cookie')!.split(';')[0]!
    return { path: await throughProvider(headers.get('location')!), cookie }
  },
  'GET /healthz': () => ({ path: '/healthz' }),
  'GET /readyz': () => ({ path: '/readyz' }),
}

function tokenBody(house: House) {
  return { name: 'a program', scopes: ['read'], expiresAt: house.now() + 3_600_000 }
}

const INCIDENT = {
  title: 'Checkout answered slowly',
  severity: 'P1',
  startedAt: Date.UTC(2026, 10, 22, 9, 0),
  allClearAt: Date.UTC(2026, 10, 22, 11, 0),
  services: ['checkout', 'search'],
}

async function incident(ask: ExampleWorld['ask']): Promise<string> {
  return (await ask('POST', '/api/v1/incidents', INCIDENT)).id
}

async function team(ask: ExampleWorld['ask'], name: string): Promise<string> {
  return (await ask('POST', '/api/v1/teams', { name })).id
}

async function useProvider(ask: ExampleWorld['ask'], issuer: string): Promise<void> {
  const settings = { issuer, clientId: CLIENT.id, defaultRole: 'reader' }
  for (const [key, value] of Object.entries(settings))
    await ask('PUT', `/api/v1/settings/signIn.provider.${key}`, { value })
  await ask('PUT', '/api/v1/secrets/sign-in.client-secret', { value: CLIENT.secret })
}
