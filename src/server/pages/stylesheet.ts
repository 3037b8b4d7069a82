/** The style of the server's own pages: the reader's fonts and colours, light or dark. */

/** CSS. */
export const STYLESHEET = `:root { color-scheme: light dark; }
body { font: 1rem/1.5 system-ui, sans-serif; margin: 0; }
main { max-width: 44rem; margin: 0 auto; padding: 2rem 1rem 4rem; }
h1 { line-height: 1.2; }
label { display: block; margin: 1rem 0 0.25rem; }
input { font: inherit; width: 100%; max-width: 28rem; padding: 0.4rem; box-sizing: border-box; }
button { font: inherit; margin-top: 1rem; padding: 0.4rem 1.2rem; }
:focus-visible { outline: 3px solid; outline-offset: 2px; }
.problem { border-left: 4px solid; padding: 0.25rem 0.75rem; font-weight: 600; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; vertical-align: top; padding: 0.25rem 0.75rem 0.25rem 0; }
code { overflow-wrap: anywhere; }
`
