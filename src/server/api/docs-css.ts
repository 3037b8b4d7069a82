/** The style sheet of the page that describes the API. */

/** Plain, and readable in light and dark. */
export const DOCS_CSS = `
:root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif; }
body { max-width: 60rem; margin: 0 auto; padding: 1rem; }
code, pre { font-family: ui-monospace, monospace; font-size: 0.9em; }
pre { overflow-x: auto; padding: 0.5rem; border: 1px solid GrayText; border-radius: 0.25rem; }
section section { border-top: 1px solid GrayText; padding: 0.5rem 0; }
h3 { font-size: 1rem; margin: 0.5rem 0; }
table { border-collapse: collapse; display: block; overflow-x: auto; }
th, td { text-align: left; vertical-align: top; padding: 0.25rem 0.75rem 0.25rem 0; }
nav ul { columns: 18rem; }
`
