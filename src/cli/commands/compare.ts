/** `compare`: what changed between two revisions, by section. */
import { comparePostmortems } from '../../document/compare.ts'
import { comparisonToText } from '../../document/compare-to-text.ts'
import { command } from '../command.ts'
import { EXIT } from '../failure.ts'
import { openPostmortem } from '../postmortem-files.ts'

/** Declares the command. */
export const compare = command({
  name: 'compare',
  summary: 'Compare two revisions of a postmortem by section',
  arguments: [
    { name: 'before', summary: 'the older revision' },
    { name: 'after', summary: 'the newer revision' },
  ],
  options: {},
  formats: ['text', 'json'],
  examples: [{ run: 'compare draft.md INC-2026-11-23-001.md', says: 'values, rows, items and words that changed' }],
  async run(context, [before, after], options) {
    const settings = await context.settings()
    const comparison = comparePostmortems(
      (await openPostmortem(context, settings, before!)).postmortem,
      (await openPostmortem(context, settings, after!)).postmortem,
    )
    const says = comparisonToText(comparison) || 'They say the same.\n'
    context.stdout.write(options.format === 'json' ? `${JSON.stringify(comparison)}\n` : says)
    return EXIT.clean
  },
})
