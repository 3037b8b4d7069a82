/** A client of the API of Nevertwice. Written by `npm run client` from its OpenAPI document; changes here are lost. */

export type AuditLine = { readonly seq: number; readonly at: number; readonly actor: string; readonly actorName: string; readonly via: string; readonly verb: string; readonly subject: string; readonly restricted: boolean; readonly address: string | null; readonly requestId: string | null; readonly data: { readonly [name: string]: unknown } }

export type Problem = { readonly type: string; readonly title: string; readonly status: number; readonly code: string; readonly detail: string; readonly fields?: readonly ({ readonly field: string; readonly message: string })[]; readonly requestId?: string; readonly [name: string]: unknown }

export type ChangedPostmortem = { readonly id: string; readonly revision: number; readonly changed: boolean; readonly stage: "draft" | "in review" | "signed" | "published" | "closed" }

export type Comment = { readonly id: string; readonly parentId: string | null; readonly kind: "comment" | "suggestion"; readonly body: string; readonly anchor: { readonly from: number; readonly to: number; readonly words: string; readonly lost: boolean } | null; readonly edits: readonly ({ readonly from: number; readonly to: number; readonly text: string; readonly stale: boolean })[] | null; readonly revision: number; readonly state: "open" | "resolved" | "accepted" | "refused"; readonly author: string | null; readonly createdAt: number; readonly updatedAt: number }

export type Edit = { readonly from: number; readonly to: number; readonly text: string }

export type Revision = { readonly number: number; readonly digest: string; readonly at: number; readonly actor: string; readonly cause: string }

export type Incident = { readonly id: string; readonly title: string; readonly severity: "P0" | "P1" | "P2" | "P3" | null; readonly startedAt: number | null; readonly endedAt: number | null; readonly allClearAt: number | null; readonly source: string; readonly sourceId: string | null; readonly url: string | null; readonly teamId: string | null; readonly services: readonly (string)[]; readonly tenants: readonly (string)[]; readonly regions: readonly (string)[]; readonly commander: string | null; readonly visibility: "internal" | "restricted"; readonly postmortem: { readonly need: "required" | "optional" | "none" | "waived"; readonly missing: boolean; readonly id: string | null; readonly stage: string | null; readonly waiver: { readonly by: string; readonly at: number; readonly reason: string } | null }; readonly deadlines: { readonly from: "all-clear" | "impact-ended" | "source"; readonly at: number; readonly draft: number; readonly publication: number } | null; readonly revision: number; readonly createdAt: number; readonly createdBy: string; readonly updatedAt: number }

export type ActionItem = { readonly ref: string; readonly postmortem: string; readonly id: string; readonly description: string; readonly owner: string | null; readonly ticket: string | null; readonly status: "open" | "in progress" | "done" | "verified" | "won't do"; readonly claim: "open" | "in progress" | "done" | "verified" | "won't do" | null; readonly due: string | null; readonly firstDue: string | null; readonly quarter: string | null; readonly priority: string | null; readonly type: string | null; readonly addresses: readonly (string)[]; readonly proof: string | null; readonly doneOn: string | null; readonly verifiedOn: string | null; readonly effect: string | null; readonly overdue: boolean }

export type Job = { readonly id: string; readonly kind: string; readonly about: string; readonly state: "waiting" | "running" | "done" | "dead"; readonly attempts: number; readonly runAt: number; readonly error: string | null; readonly createdAt: number; readonly updatedAt: number }

export type Schedule = { readonly name: string; readonly cron: string; readonly kind: string; readonly on: boolean; readonly nextAt: number | null }

export type ReviewMeeting = { readonly id: string; readonly at: number; readonly attendees: readonly (string)[]; readonly notes: string; readonly updatedAt: number }

export type Person = { readonly id: string; readonly name: string; readonly email: string; readonly role: "reader" | "writer" | "lead" | "admin"; readonly handles: readonly (string)[]; readonly disabled: boolean; readonly signsInBy: readonly ("password" | "provider")[]; readonly createdAt: number }

export type Finding = { readonly rule: string; readonly group: string; readonly severity: "error" | "warning" | "info"; readonly message: string; readonly from: number; readonly to: number; readonly line: number; readonly column: number; readonly endLine: number; readonly endColumn: number; readonly fix?: { readonly title: string; readonly safe: boolean; readonly edits: readonly ({ readonly from: number; readonly to: number; readonly text: string })[] } }

export type Postmortem = (ListedPostmortem) & ({ readonly text: string; readonly lineEnding: string; readonly digest: string; readonly waitsFor: readonly (string)[]; readonly gates: readonly ({ readonly gate: "draft" | "review" | "sign" | "publish" | "close"; readonly open: boolean; readonly errors: number; readonly warnings: number; readonly infos: number })[] })

export type ListedPostmortem = { readonly id: string; readonly title: string; readonly summary: string; readonly stage: "draft" | "in review" | "signed" | "published" | "closed"; readonly severity: "P0" | "P1" | "P2" | "P3" | null; readonly startedAt: number | null; readonly quarter: string | null; readonly visibility: "internal" | "restricted"; readonly revision: number; readonly createdAt: number; readonly updatedAt: number }

export type Service = { readonly id: string; readonly name: string; readonly createdAt: number; readonly updatedAt: number; readonly teamId: string | null; readonly url: string | null }

export type Setting = { readonly key: string; readonly value?: unknown; readonly expected: string; readonly locked: boolean; readonly origin: { readonly from: "environment" | "file" | "database" | "default"; readonly where?: string; readonly by?: string; readonly at?: number } }

export type Team = { readonly id: string; readonly name: string; readonly leadId: string | null; readonly members: readonly ({ readonly id: string; readonly name: string })[]; readonly createdAt: number; readonly updatedAt: number }

export type Tenant = { readonly id: string; readonly name: string; readonly createdAt: number; readonly updatedAt: number; readonly contact: string | null }

export type Token = { readonly id: string; readonly name: string; readonly personId: string; readonly scopes: readonly ("read" | "write" | "lead" | "admin")[]; readonly createdAt: number; readonly expiresAt: number; readonly revokedAt: number | null; readonly usedAt: number | null }

/** What each endpoint takes and answers. */
export interface Operations {
  /** Read the audit */
  readonly 'GET /api/v1/audit': {
    readonly query?: { readonly limit?: number; readonly after?: string; readonly subject?: string; readonly actor?: string; readonly verb?: "comment.changed" | "comment.created" | "evidence.added" | "incident.changed" | "incident.created" | "incident.unwaived" | "incident.waived" | "item.changed" | "job.discarded" | "job.run" | "owner-link.created" | "owner.created" | "password-link.created" | "password.changed" | "person.changed" | "person.created" | "postmortem.changed" | "postmortem.created" | "postmortem.purged" | "postmortem.recorded" | "profile.changed" | "review.changed" | "secret.changed" | "secret.deleted" | "service.changed" | "service.created" | "service.deleted" | "session.created" | "session.ended" | "session.refused" | "setting.changed" | "setting.deleted" | "team.changed" | "team.created" | "team.deleted" | "tenant.changed" | "tenant.created" | "tenant.deleted" | "token.created" | "token.revoked"; readonly from?: number | null; readonly to?: number | null; readonly restricted?: "include" | "leave-out" }
    readonly answer: { readonly items: readonly (AuditLine)[]; readonly next: string | null }
  }
  /** Accept a suggestion, which applies its edits */
  readonly 'POST /api/v1/postmortems/{id}/comments/{comment}/accept': {
    readonly params: { readonly id: string; readonly comment: string }
    readonly answer: ChangedPostmortem
  }
  /** Comment on the text, or suggest an edit */
  readonly 'POST /api/v1/postmortems/{id}/comments': {
    readonly params: { readonly id: string }
    readonly body: { readonly body: string; readonly parentId?: string; readonly revision?: number; readonly anchor?: { readonly from: number; readonly to: number }; readonly edits?: readonly (Edit)[] }
    readonly answer: Comment
  }
  /** Comments and suggestions */
  readonly 'GET /api/v1/postmortems/{id}/comments': {
    readonly params: { readonly id: string }
    readonly query?: { readonly limit?: number; readonly after?: string; readonly state?: "open" | "resolved" | "accepted" | "refused" }
    readonly answer: { readonly items: readonly (Comment)[]; readonly next: string | null }
  }
  /** Refuse a suggestion */
  readonly 'POST /api/v1/postmortems/{id}/comments/{comment}/refuse': {
    readonly params: { readonly id: string; readonly comment: string }
    readonly answer: null
  }
  /** Resolve a comment */
  readonly 'POST /api/v1/postmortems/{id}/comments/{comment}/resolve': {
    readonly params: { readonly id: string; readonly comment: string }
    readonly answer: null
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
  /** Add evidence */
  readonly 'POST /api/v1/postmortems/{id}/evidence': {
    readonly params: { readonly id: string }
    readonly body: { readonly evidence: readonly ({ readonly name: string; readonly content: string })[]; readonly day?: string; readonly zone?: string; readonly channel?: string }
    readonly answer: (ChangedPostmortem) & ({ readonly rows: number; readonly joined: number; readonly dropped: number; readonly leftOut: readonly ({ readonly why: string; readonly count: number })[]; readonly notes: readonly (string)[]; readonly sources: readonly ({ readonly file: string; readonly source: string; readonly facts: number; readonly problems: readonly ({ readonly path: string; readonly message: string })[] })[] })
  }
  /** Evidence of a postmortem */
  readonly 'GET /api/v1/postmortems/{id}/evidence': {
    readonly params: { readonly id: string }
    readonly query?: { readonly limit?: number; readonly after?: string; readonly state?: "used" | "unused" | "dropped" }
    readonly answer: { readonly items: readonly ({ readonly id: string; readonly state: "used" | "unused" | "dropped"; readonly source: string; readonly at: number; readonly type: string; readonly title: string; readonly text: string | null; readonly url: string | null; readonly actor: string | null })[]; readonly next: string | null }
  }
  /** The evidence file, byte for byte */
  readonly 'GET /api/v1/postmortems/{id}/export/evidence': {
    readonly params: { readonly id: string }
    readonly answer: string
  }
  /** One page of sanitised HTML that loads and runs nothing */
  readonly 'GET /api/v1/postmortems/{id}/export/html': {
    readonly params: { readonly id: string }
    readonly answer: string
  }
  /** The model as JSON */
  readonly 'GET /api/v1/postmortems/{id}/export/json': {
    readonly params: { readonly id: string }
    readonly answer: { readonly version: number; readonly [name: string]: unknown }
  }
  /** The Markdown file, byte for byte */
  readonly 'GET /api/v1/postmortems/{id}/export/markdown': {
    readonly params: { readonly id: string }
    readonly answer: string
  }
  /** The record file, byte for byte */
  readonly 'GET /api/v1/postmortems/{id}/export/record': {
    readonly params: { readonly id: string }
    readonly answer: string
  }
  /** Counts and closure rates */
  readonly 'GET /api/v1/figures': {
    readonly answer: { readonly postmortems: readonly ({ readonly stage: "draft" | "in review" | "signed" | "published" | "closed"; readonly count: number })[]; readonly severities: readonly ({ readonly quarter: string | null; readonly severity: "P0" | "P1" | "P2" | "P3" | null; readonly count: number })[]; readonly items: readonly ({ readonly status: "open" | "in progress" | "done" | "verified" | "won't do"; readonly count: number })[]; readonly closure: readonly ({ readonly quarter: string; readonly reviewDay: string; readonly final: boolean; readonly total: number; readonly closed: number; readonly verified: number; readonly rate: number; readonly verifiedRate: number; readonly target: number })[] }
  }
  /** Compare two revisions */
  readonly 'GET /api/v1/postmortems/{id}/compare': {
    readonly params: { readonly id: string }
    readonly query: { readonly from: number; readonly to: number }
    readonly answer: { readonly from: number; readonly to: number; readonly words: string; readonly title: { readonly label: string; readonly before: string | null; readonly after: string | null } | null; readonly metadata: readonly ({ readonly label: string; readonly before: string | null; readonly after: string | null })[]; readonly sections: readonly ({ readonly change: "added" | "removed" | "changed" | "moved"; readonly heading: string; readonly kind: string })[]; readonly timeline: readonly ({ readonly change: "added" | "removed" | "changed" | "moved"; readonly before: string | null; readonly after: string | null })[]; readonly items: readonly ({ readonly change: "added" | "removed" | "changed" | "moved"; readonly id: string; readonly fields: readonly ({ readonly field: string; readonly before: string; readonly after: string })[] })[]; readonly edits: readonly ({ readonly from: number; readonly to: number; readonly text: string })[] }
  }
  /** One revision */
  readonly 'GET /api/v1/postmortems/{id}/revisions/{number}': {
    readonly params: { readonly id: string; readonly number: number }
    readonly answer: (Revision) & ({ readonly text: string })
  }
  /** Revisions, the newest first */
  readonly 'GET /api/v1/postmortems/{id}/revisions': {
    readonly params: { readonly id: string }
    readonly query?: { readonly limit?: number; readonly after?: string }
    readonly answer: { readonly items: readonly (Revision)[]; readonly next: string | null }
  }
  /** Restore an earlier text */
  readonly 'POST /api/v1/postmortems/{id}/restore': {
    readonly params: { readonly id: string }
    readonly body: { readonly revision: number }
    readonly answer: ChangedPostmortem
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
  /** Action items, the next due first */
  readonly 'GET /api/v1/items': {
    readonly query?: { readonly limit?: number; readonly after?: string; readonly status?: "open" | "in progress" | "done" | "verified" | "won't do"; readonly owner?: string; readonly quarter?: string; readonly overdue?: "true"; readonly postmortem?: string }
    readonly answer: { readonly items: readonly (ActionItem)[]; readonly next: string | null }
  }
  /** The action items of a postmortem */
  readonly 'GET /api/v1/postmortems/{id}/items': {
    readonly params: { readonly id: string }
    readonly answer: { readonly items: readonly ((ActionItem) & ({ readonly acceptedBy: string | null; readonly acceptedUntil: string | null; readonly doneBy: string | null; readonly verifiedBy: string | null; readonly next: readonly ({ readonly to: "open" | "in progress" | "done" | "verified" | "won't do"; readonly demands: readonly (string)[] })[] }))[] }
  }
  /** Move a due date, with a reason */
  readonly 'POST /api/v1/postmortems/{id}/items/{item}/due': {
    readonly params: { readonly id: string; readonly item: string }
    readonly body: { readonly to: string; readonly reason: string }
    readonly answer: ChangedPostmortem
  }
  /** Record the effect of a verified action item */
  readonly 'POST /api/v1/postmortems/{id}/items/{item}/effect': {
    readonly params: { readonly id: string; readonly item: string }
    readonly body: { readonly verdict: "effective" | "ineffective" | "unproven"; readonly after: 30 | 90; readonly note?: string }
    readonly answer: ChangedPostmortem
  }
  /** Name the ticket of an action item */
  readonly 'PUT /api/v1/postmortems/{id}/items/{item}/ticket': {
    readonly params: { readonly id: string; readonly item: string }
    readonly body: { readonly ticket: string }
    readonly answer: ChangedPostmortem
  }
  /** Move an action item on */
  readonly 'POST /api/v1/postmortems/{id}/items/{item}/transition': {
    readonly params: { readonly id: string; readonly item: string }
    readonly body: { readonly to: "open" | "in progress" | "done" | "verified" | "won't do"; readonly proof?: { readonly type?: "change" | "alert-rule" | "runbook" | "chaos-run" | "message" | "test" | "other"; readonly reference: string; readonly note?: string }; readonly check?: string; readonly reason?: string; readonly acceptedBy?: string; readonly until?: string }
    readonly answer: ChangedPostmortem
  }
  /** Discard a job that waits or is dead */
  readonly 'DELETE /api/v1/jobs/{id}': {
    readonly params: { readonly id: string }
    readonly answer: null
  }
  /** List jobs */
  readonly 'GET /api/v1/jobs': {
    readonly query?: { readonly limit?: number; readonly after?: string; readonly state?: "waiting" | "running" | "done" | "dead"; readonly kind?: string }
    readonly answer: { readonly items: readonly (Job)[]; readonly next: string | null }
  }
  /** List schedules */
  readonly 'GET /api/v1/schedules': {
    readonly answer: { readonly items: readonly (Schedule)[] }
  }
  /** Run a dead job again */
  readonly 'POST /api/v1/jobs/{id}/run': {
    readonly params: { readonly id: string }
    readonly answer: Job
  }
  /** Add a review meeting */
  readonly 'POST /api/v1/postmortems/{id}/meetings': {
    readonly params: { readonly id: string }
    readonly body: { readonly at: number; readonly attendees?: readonly (string)[]; readonly notes?: string }
    readonly answer: ReviewMeeting
  }
  /** Review meetings */
  readonly 'GET /api/v1/postmortems/{id}/meetings': {
    readonly params: { readonly id: string }
    readonly answer: { readonly items: readonly (ReviewMeeting)[] }
  }
  /** Change a review meeting */
  readonly 'PUT /api/v1/postmortems/{id}/meetings/{meeting}': {
    readonly params: { readonly id: string; readonly meeting: string }
    readonly body: { readonly at: number; readonly attendees?: readonly (string)[]; readonly notes?: string }
    readonly answer: ReviewMeeting
  }
  /** Is the process alive? */
  readonly 'GET /healthz': {
    readonly answer: { readonly status: "ok" }
  }
  /** Figures for Prometheus */
  readonly 'GET /metrics': {
    readonly answer: string
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
  /** Record a publication */
  readonly 'POST /api/v1/postmortems/{id}/receipts': {
    readonly params: { readonly id: string }
    readonly body: { readonly target: "board" | "channel" | "git" | "mail" | "status-page" | "wiki"; readonly reference: string; readonly note?: string }
    readonly answer: ChangedPostmortem
  }
  /** Receipts of publications */
  readonly 'GET /api/v1/postmortems/{id}/receipts': {
    readonly params: { readonly id: string }
    readonly answer: { readonly receipts: readonly ({ readonly target: string; readonly reference: string; readonly note: string | null; readonly at: string; readonly actor: string; readonly digest: string })[]; readonly claims: readonly ({ readonly words: string; readonly missing: readonly (string)[] })[]; readonly allHands: { readonly state: "none" | "scheduled" | "overdue" | "held"; readonly date: string | null } }
  }
  /** Attest that the all-hands discussed it */
  readonly 'POST /api/v1/postmortems/{id}/all-hands/held': {
    readonly params: { readonly id: string }
    readonly body: { readonly date: string; readonly link: string }
    readonly answer: ChangedPostmortem
  }
  /** Findings at a gate */
  readonly 'GET /api/v1/postmortems/{id}/checks': {
    readonly params: { readonly id: string }
    readonly query?: { readonly gate?: "draft" | "review" | "sign" | "publish" | "close"; readonly only?: string }
    readonly answer: { readonly gate: "draft" | "review" | "sign" | "publish" | "close"; readonly open: boolean; readonly revision: number; readonly findings: readonly (Finding)[] }
  }
  /** Begin a postmortem */
  readonly 'POST /api/v1/postmortems': {
    readonly body: { readonly id?: string; readonly date?: string; readonly title?: string; readonly severity?: string; readonly commander?: string; readonly recorder?: string; readonly primary?: string; readonly secondary?: string; readonly visibility?: "internal" | "restricted"; readonly text?: string; readonly evidence?: readonly ({ readonly name: string; readonly content: string })[]; readonly day?: string; readonly zone?: string; readonly channel?: string }
    readonly answer: (ChangedPostmortem) & ({ readonly rows: number; readonly leftOut: readonly ({ readonly why: string; readonly count: number })[]; readonly notes: readonly (string)[]; readonly sources: readonly ({ readonly file: string; readonly source: string; readonly facts: number; readonly problems: readonly ({ readonly path: string; readonly message: string })[] })[] })
  }
  /** Postmortems, the newest first */
  readonly 'GET /api/v1/postmortems': {
    readonly query?: { readonly limit?: number; readonly after?: string; readonly stage?: "draft" | "in review" | "signed" | "published" | "closed"; readonly severity?: "P0" | "P1" | "P2" | "P3"; readonly service?: string; readonly quarter?: string; readonly q?: string }
    readonly answer: { readonly items: readonly (ListedPostmortem)[]; readonly next: string | null }
  }
  /** One postmortem */
  readonly 'GET /api/v1/postmortems/{id}': {
    readonly params: { readonly id: string }
    readonly answer: Postmortem
  }
  /** Import postmortems with record and evidence */
  readonly 'POST /api/v1/imports': {
    readonly body: { readonly files: readonly ({ readonly name: string; readonly text: string; readonly record?: string; readonly evidence?: string })[] }
    readonly answer: { readonly files: readonly ({ readonly name: string; readonly id: string | null; readonly error: string | null; readonly problems: readonly (string)[] })[] }
  }
  /** Signatures, and whether they hold */
  readonly 'GET /api/v1/postmortems/{id}/signatures': {
    readonly params: { readonly id: string }
    readonly answer: { readonly digest: string; readonly chainHolds: boolean; readonly complete: boolean; readonly roles: readonly ({ readonly role: string; readonly required: boolean; readonly status: "claimed" | "missing" | "valid" | "void" | "withdrawn"; readonly name: string | null; readonly date: string | null; readonly delegateFor: string | null; readonly changedSections: readonly (string)[]; readonly reopened: boolean })[]; readonly warnings: readonly (string)[] }
  }
  /** Sign for a role */
  readonly 'POST /api/v1/postmortems/{id}/signatures': {
    readonly params: { readonly id: string }
    readonly body: { readonly role: string; readonly digest: string; readonly delegateFor?: string }
    readonly answer: ChangedPostmortem
  }
  /** Open the review */
  readonly 'POST /api/v1/postmortems/{id}/review': {
    readonly params: { readonly id: string }
    readonly body: { readonly note?: string }
    readonly answer: ChangedPostmortem
  }
  /** Edit the text */
  readonly 'PATCH /api/v1/postmortems/{id}/text': {
    readonly params: { readonly id: string }
    readonly body: { readonly edits: readonly (Edit)[] }
    readonly answer: ChangedPostmortem
  }
  /** Replace the text */
  readonly 'PUT /api/v1/postmortems/{id}/text': {
    readonly params: { readonly id: string }
    readonly body: { readonly text: string }
    readonly answer: ChangedPostmortem
  }
  /** Name who may see a restricted postmortem */
  readonly 'PUT /api/v1/postmortems/{id}/readers': {
    readonly params: { readonly id: string }
    readonly body: { readonly people: readonly (string)[] }
    readonly answer: { readonly people: readonly (string)[] }
  }
  /** Reopen it, which voids its signatures */
  readonly 'POST /api/v1/postmortems/{id}/reopen': {
    readonly params: { readonly id: string }
    readonly body: { readonly reason: string }
    readonly answer: ChangedPostmortem
  }
  /** Return it for rework */
  readonly 'POST /api/v1/postmortems/{id}/return': {
    readonly params: { readonly id: string }
    readonly body: { readonly reason: string }
    readonly answer: ChangedPostmortem
  }
  /** Put it on the agenda of the all-hands */
  readonly 'POST /api/v1/postmortems/{id}/all-hands': {
    readonly params: { readonly id: string }
    readonly body: { readonly date: string }
    readonly answer: ChangedPostmortem
  }
  /** Withdraw a signature, with a reason */
  readonly 'POST /api/v1/postmortems/{id}/signatures/withdraw': {
    readonly params: { readonly id: string }
    readonly body: { readonly role: string; readonly name?: string; readonly reason: string }
    readonly answer: ChangedPostmortem
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
  /** Search postmortems */
  readonly 'GET /api/v1/search': {
    readonly query: { readonly q: string; readonly limit?: number }
    readonly answer: { readonly hits: readonly ({ readonly postmortem: ListedPostmortem; readonly score: number; readonly passages: readonly ({ readonly text: string; readonly from: number; readonly marks: readonly ({ readonly from: number; readonly to: number })[] })[] })[] }
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
  /** Add a timeline entry */
  readonly 'POST /api/v1/postmortems/{id}/timeline': {
    readonly params: { readonly id: string }
    readonly body: { readonly at: number; readonly text: string; readonly links?: readonly ({ readonly title: string; readonly url: string })[] }
    readonly answer: ChangedPostmortem
  }
  /** Timeline, milestones, durations */
  readonly 'GET /api/v1/postmortems/{id}/timeline': {
    readonly params: { readonly id: string }
    readonly answer: { readonly entries: readonly ({ readonly at: number | null; readonly timeText: string; readonly text: string; readonly kind: string; readonly source: string | null; readonly from: number; readonly to: number })[]; readonly milestones: readonly ({ readonly name: string; readonly at: number | null; readonly entry: number | null; readonly reason: string | null })[]; readonly durations: readonly ({ readonly name: string; readonly milliseconds: number | null; readonly reason: string | null })[] }
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
