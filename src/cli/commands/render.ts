/** `render`: a postmortem as plain text, as a page of sanitised HTML, or as JSON. */
import { relative, resolve } from 'node:path'
import { renderPage } from '../../document/render-page.ts'
import { renderText } from '../../document/render-text.ts'
import { postmortemToJson } from '../../document/to-json.ts'
import { command } from '../command.ts'
import { EXIT, failureOf } from '../failure.ts'
import { writeFile } from '../files/write-file.ts'
import { openPostmortem } from '../postmortem-files.ts'

/** Declares the command. */
export const render = command({
  name: 'render',
  summary: 'Render a postmortem as plain text, HTML or JSON',
  details:
    'The HTML is one page that loads nothing and runs nothing; HTML in the document is shown as text. The JSON is the whole model with the place of every value.',
  arguments: [{ name: 'file', summary: 'the postmortem' }],
  options: { out: { value: 'FILE', summary: 'write to a file' } },
  formats: ['text', 'html', 'json'],
  examples: [
    { run: 'render INC-2026-11-23-001.md', says: 'plain text, as wide as the terminal' },
    { run: 'render INC-2026-11-23-001.md --format html --out postmortem.html', says: 'a page to read or print' },
  ],
  async run(context, [file], options) {
    const { postmortem } = await openPostmortem(context, await context.settings(), file!)
    const rendered =
      options.format === 'html'
        ? renderPage(postmortem)
        : options.format === 'json'
          ? `${JSON.stringify(postmortemToJson(postmortem))}\n`
          : renderText(postmortem, { width: Math.min(context.width, 100) })
    if (options.out === undefined) {
      context.stdout.write(rendered)
      return EXIT.clean
    }
    const path = resolve(context.cwd, options.out)
    const written = await writeFile(path, rendered, { shown: relative(context.cwd, path) })
    if (!written.ok) throw failureOf('file', written.refusal)
    context.stdout.write(`${file} is rendered in ${options.out}.\n`)
    return EXIT.clean
  },
})
