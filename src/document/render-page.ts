/** A postmortem as one HTML file that stands alone. */
import { htmlAttribute } from './html-text.ts'
import type { Postmortem } from './model.ts'
import { PAGE_STYLE } from './page-style.ts'
import { type HtmlOptions, renderHtml } from './render-html.ts'

/** How to render a page. */
export interface PageOptions extends HtmlOptions {
  /** Language tag of the words; by default `en`. */
  readonly lang?: string
}

/** A whole page that loads nothing and runs nothing, even where a browser could be talked into it. */
export function renderPage(postmortem: Postmortem, options: PageOptions = {}): string {
  const title = postmortem.title?.value || 'Postmortem'
  return `<!doctype html>
<html lang="${htmlAttribute(options.lang ?? 'en')}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<meta name="referrer" content="no-referrer">
<title>${htmlAttribute(title)}</title>
<style>${PAGE_STYLE}</style>
</head>
<body>
<main>
${renderHtml(postmortem, options)}</main>
</body>
</html>
`
}
