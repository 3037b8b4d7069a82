/** A client of the API of Nevertwice. Written by `npm run client` from its OpenAPI document; changes here are lost. */

export type AuditLine = { readonly seq: number; readonly at: number; readonly actor: string; readonly actorName: string; readonly via: string; readonly verb: string; readonly subject: string; readonly restricted: boolean; readonly address: string | null; readonly requestId: string | null; readonly data: { readonly [name: string]: unknown } }

export type Problem = { readonly type: string; readonly title: string; readonly status: number; readonly code: string; readonly detail: string; readonly fields?: readonly ({ readonly field: string; readonly message: string })[]; readonly requestId?: string; readonly [name: string]: unknown }

export type Incident = { readonly id: string; readonly title: string; readonly severity: "P0" | "P1" | "P2" | "P3" | null; readonly startedAt: number | null; readonly endedAt: number | null; readonly allClearAt: number | null; readonly source: string; readonly sourceId: string | null; readonly url: string | null; readonly teamId: string | null; readonly services: readonly (string)[]; readonly tenants: readonly (string)[]; readonly regions: readonly (string)[]; readonly commander: string | null; readonly visibility: "internal" | "restricted"; readonly postmortem: { readonly need: "required" | "optional" | "none" | "waived"; readonly missing: boolean; readonly id: string | null; readonly stage: string | null; readonly waiver: { readonly by: string; readonly at: number; readonly reason: string } | null }; readonly deadlines: { readonly from: "all-clear" | "impact-ended" | "source"; readonly at: number; readonly draft: number; readonly publication: number } | null; readonly revision: number; readonly createdAt: number; readonly createdBy: string; readonly updatedAt: number }

export type Person = { readonly id: string; readonly name: string; readonly email: string; readonly role: "reader" | "writer" | "lead" | "admin"; readonly handles: readonly (string)[]; readonly disabled: boolean; readonly signsInBy: readonly ("password" | "provider")[]; readonly createdAt: number }

export type Service = { readonly id: string; readonly name: string; readonly createdAt: number; readonly updatedAt: number; readonly teamId: string | null; readonly url: string | null }

export type Setting = { readonly key: string; readonly value?: unknown; readonly expected: string; readonly locked: boolean; readonly origin: { readonly from: "environment" | "file" | "database" | "default"; readonly where?: string; readonly by?: string; readonly at?: number } }

export type Team = { readonly id: string; readonly name: string; readonly leadId: string | null; readonly members: readonly ({ readonly id: string; readonly name: string })[]; readonly createdAt: number; readonly updatedAt: number }

export type Tenant = { readonly id: string; readonly name: string; readonly createdAt: number; readonly updatedAt: number; readonly contact: string | null }

export type Token = { readonly id: string; readonly name: string; readonly personId: string; readonly scopes: readonly ("read" | "write" | "lead" | "admin")[]; readonly createdAt: number; readonly expiresAt: number; readonly revokedAt: number | null; readonly usedAt: number | null }

/** What each endpoint takes and answers. */
export interface Operations {
  /** Read the audit */
  readonly 'GET /api/v1/audit': {
    readonly query?: { readonly limit?: number; readonly after?: string; readonly subject?: string; readonly actor?: string; readonly verb?: "comment.changed" | "comment.created" | "evidence.added" | "incident.changed" | "incident.created" | "incident.unwaived" | "incident.waived" | "item.changed" | "owner-link.created" | "owner.created" | "password-link.created" | "password.changed" | "person.changed" | "person.created" | "postmortem.changed" | "postmortem.created" | "postmortem.purged" | "postmortem.recorded" | "profile.changed" | "review.changed" | "secret.changed" | "secret.deleted" | "service.changed" | "service.created" | "service.deleted" | "session.created" | "session.ended" | "session.refused" | "setting.changed" | "setting.deleted" | "team.changed" | "team.created" | "team.deleted" | "tenant.changed" | "tenant.created" | "tenant.deleted" | "token.created" | "token.revoked"; readonly from?: number | null; readonly to?: number | null; readonly restricted?: "include" | "leave-out" }
    readonly answer: { readonly items: readonly (AuditLine)[]; readonly next: string | null }
  }
  /** The API as a page to read */
  readonly 'GET /api/docs': {
    readonly answer: string
  }
  /** The looks of that page */
  readonly 'GET /api/docs.css': {
    readonly answer: string
  }
  /** The API as OpenAPI 3.1 */
  readonly 'GET /api/v1/openapi.json': {
    readonly answer: { readonly openapi: string; readonly [name: string]: unknown }
  }
  /** Change an incident */
  readonly 'PATCH /api/v1/incidents/{id}': {
    readonly params: { readonly id: string }
    readonly body: { readonly title?: string; readonly severity?: "P0" | "P1" | "P2" | "P3" | null; readonly startedAt?: number | null; readonly endedAt?: number | null; readonly allClearAt?: number | null; readonly url?: string | null; readonly teamId?: string | null; readonly services?: readonly (string)[]; readonly tenants?: readonly (string)[]; readonly regions?: readonly (string)[]; readonly commander?: string | null; readonly visibility?: "internal" | "restricted" }
    readonly answer: Incident
  }
  /** One incident */
  readonly 'GET /api/v1/incidents/{id}': {
    readonly params: { readonly id: string }
    readonly answer: Incident
  }
  /** Enter an incident */
  readonly 'POST /api/v1/incidents': {
    readonly body: { readonly title: string; readonly severity?: "P0" | "P1" | "P2" | "P3" | null; readonly startedAt?: number | null; readonly endedAt?: number | null; readonly allClearAt?: number | null; readonly source?: string; readonly sourceId?: string; readonly url?: string | null; readonly teamId?: string | null; readonly services?: readonly (string)[]; readonly tenants?: readonly (string)[]; readonly regions?: readonly (string)[]; readonly commander?: string | null; readonly visibility?: "internal" | "restricted" }
    readonly answer: Incident
  }
  /** List incidents */
  readonly 'GET /api/v1/incidents': {
    readonly query?: { readonly limit?: number; readonly after?: string; readonly severity?: "P0" | "P1" | "P2" | "P3"; readonly service?: string; readonly source?: string; readonly postmortem?: "required" | "optional" | "none" | "waived" | "missing"; readonly quarter?: string }
    readonly answer: { readonly items: readonly (Incident)[]; readonly next: string | null }
  }
  /** Take a waiver back */
  readonly 'DELETE /api/v1/incidents/{id}/waiver': {
    readonly params: { readonly id: string }
    readonly answer: Incident
  }
  /** Waive the postmortem */
  readonly 'POST /api/v1/incidents/{id}/waiver': {
    readonly params: { readonly id: string }
    readonly body: { readonly reason: string }
    readonly answer: Incident
  }
  /** Is the process alive? */
  readonly 'GET /healthz': {
    readonly answer: { readonly status: "ok" }
  }
  /** Can it serve? */
  readonly 'GET /readyz': {
    readonly answer: { readonly status: "ready" }
  }
  /** Become the owner by the one-time link */
  readonly 'POST /api/v1/owner': {
    readonly body: { readonly link: string; readonly name: string; readonly email: string; readonly password: string }
    readonly answer: Person
  }
  /** Set a password by a one-time link */
  readonly 'PUT /api/v1/password': {
    readonly body: { readonly link: string; readonly password: string }
    readonly answer: Person
  }
  /** Change a person, or disable one */
  readonly 'PATCH /api/v1/people/{id}': {
    readonly params: { readonly id: string }
    readonly body: { readonly name?: string; readonly email?: string; readonly role?: "reader" | "writer" | "lead" | "admin"; readonly handles?: readonly (string)[]; readonly disabled?: boolean; readonly unlinkProvider?: true }
    readonly answer: Person
  }
  /** One person */
  readonly 'GET /api/v1/people/{id}': {
    readonly params: { readonly id: string }
    readonly answer: Person
  }
  /** Make a link that sets a password */
  readonly 'POST /api/v1/people/{id}/password-link': {
    readonly params: { readonly id: string }
    readonly answer: { readonly passwordLink: string | null; readonly linkExpiresAt: number }
  }
  /** Add a person */
  readonly 'POST /api/v1/people': {
    readonly body: { readonly name: string; readonly email: string; readonly role?: "reader" | "writer" | "lead" | "admin"; readonly handles?: readonly (string)[]; readonly password?: string }
    readonly answer: { readonly person: Person; readonly passwordLink: string | null; readonly linkExpiresAt: number | null }
  }
  /** List people */
  readonly 'GET /api/v1/people': {
    readonly query?: { readonly limit?: number; readonly after?: string }
    readonly answer: { readonly items: readonly (Person)[]; readonly next: string | null }
  }
  /** Sign a person out everywhere */
  readonly 'DELETE /api/v1/people/{id}/sessions': {
    readonly params: { readonly id: string }
    readonly answer: null
  }
  /** Change my name and handles */
  readonly 'PATCH /api/v1/profile': {
    readonly body: { readonly name?: string; readonly handles?: readonly (string)[] }
    readonly answer: Person
  }
  /** Change my password */
  readonly 'PUT /api/v1/profile/password': {
    readonly body: { readonly current: string; readonly password: string }
    readonly answer: null
  }
  /** Forget a secret */
  readonly 'DELETE /api/v1/secrets/{name}': {
    readonly params: { readonly name: string }
    readonly answer: null
  }
  /** Set a secret */
  readonly 'PUT /api/v1/secrets/{name}': {
    readonly params: { readonly name: string }
    readonly body: { readonly value: string }
    readonly answer: null
  }
  /** List the names of secrets */
  readonly 'GET /api/v1/secrets': {
    readonly answer: { readonly items: readonly ({ readonly name: string; readonly updatedAt: number; readonly updatedBy: string })[] }
  }
  /** Change a service */
  readonly 'PATCH /api/v1/services/{id}': {
    readonly params: { readonly id: string }
    readonly body: { readonly name?: string; readonly teamId?: string | null; readonly url?: string | null }
    readonly answer: Service
  }
  /** Remove a service */
  readonly 'DELETE /api/v1/services/{id}': {
    readonly params: { readonly id: string }
    readonly answer: null
  }
  /** Add a service */
  readonly 'POST /api/v1/services': {
    readonly body: { readonly name: string; readonly teamId?: string | null; readonly url?: string | null }
    readonly answer: Service
  }
  /** List services */
  readonly 'GET /api/v1/services': {
    readonly query?: { readonly limit?: number; readonly after?: string }
    readonly answer: { readonly items: readonly (Service)[]; readonly next: string | null }
  }
  /** Sign in by password */
  readonly 'POST /api/v1/session': {
    readonly body: { readonly email: string; readonly password: string }
    readonly answer: Person
  }
  /** Sign out */
  readonly 'DELETE /api/v1/session': {
    readonly query?: { readonly everywhere?: "true" | "false" }
    readonly answer: null
  }
  /** Who I am */
  readonly 'GET /api/v1/session': {
    readonly answer: { readonly person: Person; readonly via: "session" | "token"; readonly permissions: readonly ("read" | "write" | "lead" | "admin")[] }
  }
  /** Sign out one browser */
  readonly 'DELETE /api/v1/sessions/{id}': {
    readonly params: { readonly id: string }
    readonly answer: null
  }
  /** Where I am signed in */
  readonly 'GET /api/v1/sessions': {
    readonly answer: { readonly items: readonly ({ readonly id: string; readonly current: boolean; readonly address: string; readonly agent: string; readonly createdAt: number; readonly seenAt: number; readonly expiresAt: number })[] }
  }
  /** Set a setting back to its default */
  readonly 'DELETE /api/v1/settings/{key}': {
    readonly params: { readonly key: string }
    readonly answer: null
  }
  /** Set a setting */
  readonly 'PUT /api/v1/settings/{key}': {
    readonly params: { readonly key: string }
    readonly body: { readonly value?: unknown }
    readonly answer: Setting
  }
  /** List settings */
  readonly 'GET /api/v1/settings': {
    readonly answer: { readonly items: readonly (Setting)[] }
  }
  /** Come back from the provider */
  readonly 'GET /api/v1/sign-in/provider/callback': {
    readonly query?: { readonly state?: string; readonly code?: string }
    readonly answer: null
  }
  /** Sign in at the provider */
  readonly 'GET /api/v1/sign-in/provider': {
    readonly query?: { readonly returnTo?: string }
    readonly answer: null
  }
  /** The ways to sign in */
  readonly 'GET /api/v1/sign-in': {
    readonly answer: { readonly password: boolean; readonly provider: { readonly name: string } | null }
  }
  /** Change a team */
  readonly 'PATCH /api/v1/teams/{id}': {
    readonly params: { readonly id: string }
    readonly body: { readonly name?: string; readonly leadId?: string | null; readonly members?: readonly (string)[] }
    readonly answer: Team
  }
  /** Remove a team */
  readonly 'DELETE /api/v1/teams/{id}': {
    readonly params: { readonly id: string }
    readonly answer: null
  }
  /** One team */
  readonly 'GET /api/v1/teams/{id}': {
    readonly params: { readonly id: string }
    readonly answer: Team
  }
  /** Make a team */
  readonly 'POST /api/v1/teams': {
    readonly body: { readonly name: string; readonly leadId?: string | null; readonly members?: readonly (string)[] }
    readonly answer: Team
  }
  /** List teams */
  readonly 'GET /api/v1/teams': {
    readonly query?: { readonly limit?: number; readonly after?: string }
    readonly answer: { readonly items: readonly (Team)[]; readonly next: string | null }
  }
  /** Change a tenant */
  readonly 'PATCH /api/v1/tenants/{id}': {
    readonly params: { readonly id: string }
    readonly body: { readonly name?: string; readonly contact?: string | null }
    readonly answer: Tenant
  }
  /** Remove a tenant */
  readonly 'DELETE /api/v1/tenants/{id}': {
    readonly params: { readonly id: string }
    readonly answer: null
  }
  /** Add a tenant */
  readonly 'POST /api/v1/tenants': {
    readonly body: { readonly name: string; readonly contact?: string | null }
    readonly answer: Tenant
  }
  /** List tenants */
  readonly 'GET /api/v1/tenants': {
    readonly query?: { readonly limit?: number; readonly after?: string }
    readonly answer: { readonly items: readonly (Tenant)[]; readonly next: string | null }
  }
  /** Make an API token */
  readonly 'POST /api/v1/tokens': {
    readonly body: { readonly name: string; readonly scopes: readonly ("read" | "write" | "lead" | "admin")[]; readonly expiresAt: number }
    readonly answer: { readonly token: Token; readonly secret: string | null }
  }
  /** List API tokens */
  readonly 'GET /api/v1/tokens': {
    readonly query?: { readonly limit?: number; readonly after?: string; readonly of?: "me" | "all" }
    readonly answer: { readonly items: readonly (Token)[]; readonly next: string | null }
  }
  /** Revoke an API token */
  readonly 'DELETE /api/v1/tokens/{id}': {
    readonly params: { readonly id: string }
    readonly answer: null
  }
}

/** What a call carries, beside its endpoint. */
export type Request<N extends keyof Operations> = Omit<Operations[N], 'answer'> & {
  /** The revision that is changed, as its ETag was read. */
  readonly ifMatch?: string
  /** The same key with the same body creates once. */
  readonly idempotencyKey?: string
}

/** What comes back. */
export interface Answered<N extends keyof Operations> {
  readonly status: number
  readonly etag: string | null
  readonly body: Operations[N]['answer']
}

/** Where the server is, and by what right it is asked. */
export interface ClientOptions {
  readonly baseUrl: string
  /** An API token; without one a browser sends its session. */
  readonly token?: string
  /** How requests are sent; `fetch` of the platform where none is given. */
  readonly send?: (url: string, init: RequestInit) => Promise<Response>
}

/** An answer that is no success, with what was found, expected, and what to do. */
export class NevertwiceProblem extends Error {
  readonly status: number
  readonly code: string
  readonly problem: Problem

  constructor(problem: Problem) {
    super(problem.detail)
    this.name = 'NevertwiceProblem'
    this.status = problem.status
    this.code = problem.code
    this.problem = problem
  }
}

/** Calls endpoints by their names: `call('GET /api/v1/incidents/{id}', { params: { id } })`. Throws `NevertwiceProblem`. */
export function makeClient({ baseUrl, token, send = (url, init) => fetch(url, init) }: ClientOptions) {
  return async function call<N extends keyof Operations>(name: N, request: Request<N>): Promise<Answered<N>> {
    const { params = {}, query = {}, body, ifMatch, idempotencyKey } = request as Partial<
      Record<'body' | 'ifMatch' | 'idempotencyKey', string> & Record<'params' | 'query', Record<string, unknown>>
    >
    const [method = '', template = ''] = name.split(' ')
    const path = template.replaceAll(/\{(\w+)\}/g, (_, key) => encodeURIComponent(String(params[key])))
    const search = new URLSearchParams()
    for (const [key, value] of Object.entries(query)) if (value !== undefined) search.set(key, String(value))
    const headers: Record<string, string> = {}
    if (body !== undefined) headers['content-type'] = 'application/json'
    if (token) headers.authorization = `Bearer ${token}`
    if (ifMatch) headers['if-match'] = ifMatch
    if (idempotencyKey) headers['idempotency-key'] = idempotencyKey
    const response = await send(`${baseUrl}${path}${search.size > 0 ? `?${search}` : ''}`, {
      method,
      headers,
      credentials: token ? 'omit' : 'same-origin',
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    const text = await response.text()
    const type = response.headers.get('content-type') ?? ''
    const value = text !== '' && type.includes('json') ? JSON.parse(text) : text || null
    if (response.ok) return { status: response.status, etag: response.headers.get('etag'), body: value }
    const unknown = { type: 'about:blank', title: 'Problem', code: 'unknown', detail: `The server answered ${response.status}.` }
    throw new NevertwiceProblem(
      type.startsWith('application/problem+json') ? value : { ...unknown, status: response.status },
    )
  }
}
