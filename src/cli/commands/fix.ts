/** `fix`: applies the fixes that change no meaning. */
import { GATES } from '../../checks/rule.ts'
import { documentsToCheck } from '../check/documents-to-check.ts'
import { fixerOf } from '../check/fix-document.ts'
import { prepareJob } from '../check/prepare-check.ts'
import { command } from '../command.ts'
import { EXIT, failureOf } from '../failure.ts'
import { writeFile } from '../files/write-file.ts'
import { printable } from '../printable.ts'
import { unifiedDiff } from '../unified-diff.ts'

/** What JSON tells of one file; `edits` counts what was changed, or would be. */
interface FixedFile {
  readonly file: string
  readonly error?: string
  readonly signed?: true
  readonly edits: number
}

/** Declares the command. */
export const fix = command({
  name: 'fix',
  summary: 'Apply the fixes that change no meaning',
  details:
    'Only fixes that `check` marks as safe. Fixing twice is the same as fixing once. A document whose signatures hold is left as it is, because a change would void them: withdraw them first.',
  arguments: [{ name: 'path', summary: 'file, or folder with all *.md below it', many: true }],
  options: {
    dryRun: { summary: 'print the difference and change nothing' },
    gate: { value: 'GATE', choices: GATES, default: 'draft', summary: 'the stage whose findings are mended' },
    only: { value: 'RULE_OR_GROUP', many: true, summary: 'nothing but this rule or group; may be given several times' },
  },
  formats: ['text', 'json'],
  examples: [
    { run: 'fix docs/postmortems --dry-run', says: 'what would change?' },
    { run: 'fix INC-2026-11-23-001.md', says: 'change it' },
  ],
  async run(context, paths, options) {
    const settings = await context.settings()
    const job = await prepareJob(context, settings, { ...options, format: 'text' })
    const fixDocument = fixerOf(job)
    const files: FixedFile[] = []
    const say = (text: string) => {
      if (options.format === 'text') context.stdout.write(text)
    }
    for (const task of await documentsToCheck(context, settings, paths)) {
      const { file, path, root } = task
      const shown = printable(file)
      const fixed = await fixDocument(task)
      if (fixed.kind === 'unreadable') {
        files.push({ file, error: fixed.problem, edits: 0 })
        context.stderr.write(`nevertwice: ${shown}: ${printable(fixed.problem)}\n`)
      } else if (fixed.kind === 'signed') {
        files.push({ file, signed: true, edits: 0 })
        say(`${shown}: signed, so it was left as it is; ${plural(fixed.edits, 'edit')} would void the signatures.\n`)
      } else if (fixed.kind === 'unchanged') files.push({ file, edits: 0 })
      else {
        files.push({ file, edits: fixed.edits })
        if (options.dryRun) say(unifiedDiff(fixed.before, fixed.after, shown))
        else {
          const written = await writeFile(path, fixed.bytes, { root, shown: file })
          if (!written.ok) throw failureOf('file', written.refusal)
          say(`${shown}: ${plural(fixed.edits, 'edit')}.\n`)
        }
      }
    }
    if (options.format === 'json')
      context.stdout.write(`${JSON.stringify({ dryRun: options.dryRun, files }, null, 2)}\n`)
    else summarise(files, options.dryRun, say)
    return files.some(({ error }) => error !== undefined) ? EXIT.unreadable : EXIT.clean
  },
})

function summarise(files: readonly FixedFile[], dryRun: boolean, say: (text: string) => void): void {
  const changed = files.filter(({ edits }) => edits > 0)
  // A difference that is piped into `git apply` takes no other line.
  if (dryRun && changed.length > 0) return
  say(`${plural(changed.length, 'file')} of ${files.length} ${dryRun ? 'would change' : 'changed'}.\n`)
}

function plural(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? '' : 's'}`
}
