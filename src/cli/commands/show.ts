/** `show`: what is understood of postmortems. */
import { parsePostmortem } from '../../document/parse.ts'
import { type ShownFile, showJson, showUnreadable } from '../../document/show-json.ts'
import { command } from '../command.ts'
import { EXIT } from '../failure.ts'
import { listDocuments } from '../files/list-documents.ts'
import { readText } from '../files/read-document.ts'
import { printable } from '../printable.ts'
import { shownAsText } from '../shown-as-text.ts'

/** Declares the command. */
export const show = command({
  name: 'show',
  summary: 'Show what is understood of postmortems',
  details:
    'Title, incidents, timeline, action items, and the headings that fit nowhere. Ends with 0 whatever it finds, with 3 where a file could not be read.',
  arguments: [{ name: 'path', summary: 'file, or folder with all *.md below it', many: true }],
  options: {},
  formats: ['text', 'json'],
  examples: [
    { run: 'show INC-2026-11-23-001.md', says: 'one postmortem' },
    { run: 'show docs/postmortems --format json', says: 'all of a folder, for another program' },
  ],
  async run(context, paths, { format }) {
    const { policy } = await context.settings()
    const { documents, notes } = await listDocuments(paths, context.cwd)
    for (const note of notes) context.stderr.write(`nevertwice: ${printable(note)}\n`)
    const parts: string[] = []
    let unreadable = 0
    for (const { file, path, refusal } of documents) {
      const read = refusal ? { ok: false as const, refusal } : await readText(path)
      const shown: ShownFile = read.ok
        ? showJson(file, parsePostmortem(read.value.text, policy), policy)
        : showUnreadable(file, read.refusal.message)
      if (!read.ok) unreadable++
      if (format === 'json') parts.push(JSON.stringify(shown))
      else context.stdout.write(shownAsText(shown, context.width))
    }
    // As one piece, so that an interrupted run prints none of it.
    if (format === 'json') context.stdout.write(`{"files":[${parts.map((part) => `\n${part}`).join(',')}\n]}\n`)
    return unreadable > 0 ? EXIT.unreadable : EXIT.clean
  },
})
