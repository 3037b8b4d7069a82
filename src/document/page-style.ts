/** The looks of a page that stands alone: light and dark, narrow and wide, and on paper. */

/** One style sheet; nothing in it loads anything. */
export const PAGE_STYLE = `
:root { color-scheme: light dark; --ink: #1f2328; --paper: #ffffff; --line: #c8ccd1; --faint: #f3f4f6; --link: #0a53b5; --warn: #8a1f11; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e6e8eb; --paper: #16181c; --line: #474c54; --faint: #22262c; --link: #8ab8ff; --warn: #ffb4a6; }
}
body { margin: 0; background: var(--paper); color: var(--ink); font: 1rem/1.55 system-ui, sans-serif; }
main { max-width: 52rem; margin: 0 auto; padding: 1.5rem 1rem 4rem; overflow-wrap: anywhere; }
h1, h2, h3, h4, h5, h6 { line-height: 1.25; margin: 2em 0 0.5em; }
h1 { margin-top: 0.5em; }
h2 { border-bottom: 1px solid var(--line); padding-bottom: 0.2em; }
a { color: var(--link); }
table { border-collapse: collapse; width: 100%; margin: 1em 0; }
th, td { border: 1px solid var(--line); padding: 0.35em 0.6em; text-align: left; vertical-align: top; }
td:first-child { min-width: 4.6em; }
th { background: var(--faint); }
.right { text-align: right; }
.center { text-align: center; }
blockquote { margin: 1em 0; padding: 0 1em; border-left: 0.25em solid var(--line); }
pre { background: var(--faint); padding: 0.8em; overflow-x: auto; }
code { font-family: ui-monospace, monospace; font-size: 0.92em; }
.control { border: 1px solid var(--warn); color: var(--warn); font: 0.75em ui-monospace, monospace; padding: 0 0.2em; }
li > input { margin: 0 0.35em 0 0; }
@media print {
  :root { --ink: #000000; --paper: #ffffff; --faint: #ffffff; --line: #888888; --link: #000000; }
  main { max-width: none; padding: 0; }
  h1, h2, h3 { break-after: avoid; }
  tr, li, blockquote { break-inside: avoid; }
  thead { display: table-header-group; }
  a[href^="http"]::after { content: " (" attr(href) ")"; font-size: 0.8em; }
}
`
