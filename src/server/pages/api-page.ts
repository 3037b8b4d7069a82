/** The readable page of the API: every endpoint with what it does, who may call it, and what it writes to the audit. */
import { html } from 'hono/html'
import type { Endpoint } from '../api/endpoint.ts'
import { layout, type Markup } from './layout.ts'

const WHO = {
  public: 'anybody',
  signed: 'vendors, by signature',
  session: 'browsers',
  token: 'browsers and API tokens',
} as const

/** Endpoints by group, in the order of their list. */
export function apiPage(endpoints: readonly Endpoint[]): Markup {
  const groups = grouped(endpoints)
  return layout(
    'API',
    html`<h1>API</h1>
<p>JSON over HTTP. Programs send <code>Authorization: Bearer nt_...</code>; what goes wrong is answered as problem details
(RFC 9457). The whole description, for tools, is <a href="/api/v1/openapi.json">OpenAPI 3.1</a>.</p>
${[...groups].map(
  ([group, members]) => html`<h2>${group}</h2>
<table>
<thead><tr><th>Request</th><th>Does</th><th>For</th></tr></thead>
<tbody>
${members.map(row)}
</tbody>
</table>
`,
)}`,
  )
}

function row({ method, path, summary, details, who, may }: Endpoint): Markup {
  return html`<tr><td><code>${method.toUpperCase()} ${path}</code></td><td>${summary}${details ? html`<br><small>${details}</small>` : ''}</td>
<td>${WHO[who]}${may === null ? '' : html`, permission ${may}`}</td></tr>
`
}

function grouped(endpoints: readonly Endpoint[]): Map<string, Endpoint[]> {
  const groups = new Map<string, Endpoint[]>()
  for (const endpoint of endpoints) groups.set(endpoint.group, [...(groups.get(endpoint.group) ?? []), endpoint])
  return groups
}
