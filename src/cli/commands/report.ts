/** `report`: the review of a quarter as Markdown. */
import { relative, resolve } from 'node:path'
import { parseQuarter, quarterOf } from '../../actions/quarter.ts'
import { utcDay } from '../../base/instant.ts'
import { quarterlyReview } from '../../learning/quarterly-review.ts'
import { readCaseFiles } from '../case-files.ts'
import { command } from '../command.ts'
import { CliFailure, EXIT, failureOf } from '../failure.ts'
import { writeFile } from '../files/write-file.ts'
import { sayLines, visibleLines } from '../say-lines.ts'

/** Declares the command. */
export const report = command({
  name: 'report',
  summary: 'Write the review of a quarter as Markdown',
  details:
    'Closure rate against the target, what is late, incidents, how long they took, causes that no action cuts, lessons. Restricted postmortems are left out; no figure is shown for a person.',
  arguments: [{ name: 'path', summary: 'documents or folders; by default docs.path', many: true, optional: true }],
  options: {
    quarter: { value: '2026-Q4', summary: 'the quarter; by default the present one' },
    out: { value: 'FILE', summary: 'write to a file' },
  },
  formats: ['text', 'json'],
  examples: [{ run: 'report --quarter 2026-Q4 --out review.md', says: 'the review as a file' }],
  async run(context, paths, options) {
    const settings = await context.settings()
    const today = utcDay(context.now())
    const quarter = options.quarter === undefined ? quarterOf(today) : parseQuarter(options.quarter)
    if (!quarter) throw new CliFailure('usage', `"${options.quarter}" is no quarter. Expected one such as 2026-Q4.`)
    const { cases, unread } = await readCaseFiles(context, settings, paths)
    if (cases.length === 0 && unread > 0 && options.format === 'text') return EXIT.unreadable
    const review = quarterlyReview(cases, quarter, today, settings.policy)
    const code = unread > 0 ? EXIT.unreadable : EXIT.clean
    if (options.out !== undefined) {
      const path = resolve(context.cwd, options.out)
      const written = await writeFile(path, review.markdown, { shown: relative(context.cwd, path) })
      if (!written.ok) throw failureOf('file', written.refusal)
    }
    const { markdown, ...figures } = review
    if (options.format === 'json') context.stdout.write(`${JSON.stringify({ ...figures, markdown })}\n`)
    else if (options.out !== undefined)
      sayLines(context.stdout, [`The review of ${quarter.name} is in ${options.out}.`])
    // A file or another program gets every character as it is.
    else context.stdout.write(context.isTTY ? visibleLines(markdown) : markdown)
    return code
  },
})
