/** The frame of every page that the server itself renders: plain HTML, readable without script and without style. */
import { html } from 'hono/html'

/** HTML that may be put into other HTML. */
export type Markup = ReturnType<typeof html>

/** A whole page. */
export function layout(title: string, content: Markup, { script = null }: { script?: string | null } = {}): Markup {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title === 'Nevertwice' ? title : `${title} — Nevertwice`}</title>
<link rel="stylesheet" href="/pages.css">
<link rel="icon" href="data:,">
${script === null ? '' : html`<script src="${script}" defer></script>`}
</head>
<body>
<main>
${content}
</main>
</body>
</html>
`
}

/** What went wrong with a form, where something did. */
export function problem(words: string | null): Markup {
  return words === null ? html`` : html`<p class="problem" role="alert">${words}</p>`
}
