/** The first page: what this is, who is signed in, and where to go on. */
import { html } from 'hono/html'
import type { Actor } from '../auth/actor.ts'
import { VERSION } from '../version.ts'
import { layout, type Markup } from './layout.ts'

/** For whoever looks; `anybody` says whether somebody has become the owner yet. */
export function frontPage(actor: Actor, anybody: boolean): Markup {
  return layout(
    'Nevertwice',
    html`<h1>Nevertwice</h1>
<p>Blameless incident postmortems, so that the same mistake does not happen twice. This server keeps incidents,
postmortems with their record and evidence, and the action items that follow from them.</p>
${actor.kind === 'person' ? signedIn(actor.name, actor.role) : stranger(anybody)}
<h2>Where to go on</h2>
<ul>
<li><a href="/api/docs">The API</a>: everything the server does, for programs; described by <a href="/api/v1/openapi.json">OpenAPI 3.1</a>.</li>
<li>At the command line <code>nevertwice --help</code> works on files, without this server.</li>
<li>The web application comes with a later version; until then this page and the API are what there is.</li>
</ul>
<p>Version ${VERSION}. <a href="/healthz">Alive?</a> <a href="/readyz">Ready?</a></p>`,
  )
}

function signedIn(name: string, role: string): Markup {
  return html`<p>You are signed in as <strong>${name}</strong>, whose role is ${role}.</p>
<form method="post" action="/sign-out"><button>Sign out</button></form>`
}

function stranger(anybody: boolean): Markup {
  if (anybody) return html`<p><a href="/sign-in">Sign in</a></p>`
  return html`<p><strong>Nobody is here yet.</strong> The server printed a one-time link when it started; open it to become the
owner. <code>nevertwice owner-link</code>, run on the server, makes a new one.</p>`
}
