/** The page that describes the API to people, made of its OpenAPI document. */
import { html } from 'hono/html'
import type { OpenApiDocument, OpenApiOperation } from './open-api.ts'
import { schemaToType } from './schema-to-type.ts'

type Markup = ReturnType<typeof html>

/** The whole page; every word of the document is escaped. */
export function docsPage(document: OpenApiDocument): string {
  const groups = new Map<string, { name: string; operation: OpenApiOperation }[]>()
  for (const [path, operations] of Object.entries(document.paths))
    for (const [method, operation] of Object.entries(operations)) {
      const group = operation.tags[0] ?? 'Other'
      groups.set(group, [...(groups.get(group) ?? []), { name: `${method.toUpperCase()} ${path}`, operation }])
    }
  const sorted = [...groups].sort(([one], [other]) => (one < other ? -1 : 1))
  return String(html`<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Nevertwice: the API</title><link rel="stylesheet" href="/api/docs.css"></head>
<body>
<h1>The API of Nevertwice</h1>
<p>For programs the same stands in <a href="/api/v1/openapi.json">OpenAPI 3.1</a>. Send an API token as
<code>Authorization: Bearer nt_…</code>. Moments are milliseconds since 1970, UTC. What goes wrong is answered as
<code>application/problem+json</code>. Lists answer <code>next</code>, which is sent as <code>after</code> for the page that follows. What is created
twice with one <code>Idempotency-Key</code> is there once. What has an <code>ETag</code> is changed with <code>If-Match</code>.</p>
<nav aria-label="Endpoints"><ul>${sorted.map(([group]) => html`<li><a href="#${anchor(group)}">${group}</a></li>`)}</ul></nav>
<main>
${sorted.map(([group, operations]) => html`<section id="${anchor(group)}"><h2>${group}</h2>${operations.map(section)}</section>`)}
<section id="shapes"><h2>Shapes</h2>${Object.entries(document.components.schemas).map(
    ([name, schema]) => html`<h3>${name}</h3><pre><code>${lines(schemaToType(schema))}</code></pre>`,
  )}</section>
</main>
</body>
</html>
`)
}

function section({ name, operation }: { name: string; operation: OpenApiOperation }): Markup {
  const { summary, description, parameters = [], requestBody, responses } = operation
  const body = requestBody?.content['application/json']?.schema
  return html`<section id="${anchor(name)}"><h3><code>${name}</code></h3>
<p><strong>${summary}</strong></p><p>${words(description)}</p>
${parameters.length === 0 ? '' : parameterTable(parameters)}
${body === undefined ? '' : html`<p>Body</p><pre><code>${lines(schemaToType(body))}</code></pre>`}
${Object.entries(responses)
  .filter(([status]) => status !== 'default')
  .map(([status, { content }]) => answer(status, Object.entries(content ?? {})[0]))}
</section>`
}

function parameterTable(parameters: NonNullable<OpenApiOperation['parameters']>): Markup {
  return html`<table><thead><tr><th scope="col">Parameter</th><th scope="col">In</th><th scope="col">Type</th><th scope="col"></th></tr></thead><tbody>
${parameters.map(
  ({ name, in: where, required, description, schema }) =>
    html`<tr><td><code>${name}</code></td><td>${where}${required ? ', required' : ''}</td><td><code>${schemaToType(schema)}</code></td><td>${words(description ?? '')}</td></tr>`,
)}</tbody></table>`
}

function answer(status: string, content: [string, { schema: unknown }] | undefined): Markup {
  if (!content) return html`<p>Answer ${status}</p>`
  const [media, { schema }] = content
  if (media !== 'application/json') return html`<p>Answer ${status}, <code>${media}</code></p>`
  return html`<p>Answer ${status}</p><pre><code>${lines(schemaToType(schema))}</code></pre>`
}

function lines(type: string): string {
  return type.replaceAll('readonly ', '').replaceAll('; ', '\n  ').replace(/^\{ /, '{\n  ').replace(/ \}$/, '\n}')
}

/** Words between backticks are code. */
function words(text: string): (Markup | string)[] {
  return text.split('`').map((part, at) => (at % 2 === 1 ? html`<code>${part}</code>` : part))
}

function anchor(name: string): string {
  return name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')
}
