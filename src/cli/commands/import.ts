/** `import`: turns postmortems of any family into the format, each as a new file, losing no word. */
import { basename, join, relative, resolve } from 'node:path'
import { digest } from '../../base/digest.ts'
import { findIncidentId } from '../../base/incident-id.ts'
import { type Instant, parseInstant, utcDay } from '../../base/instant.ts'
import type { Postmortem } from '../../document/model.ts'
import { documentDay, parsePostmortem } from '../../document/parse.ts'
import { splitIncidents } from '../../document/split-incidents.ts'
import { toFormat } from '../../document/to-format.ts'
import { command } from '../command.ts'
import { CliFailure, EXIT, failureOf } from '../failure.ts'
import { listDocuments } from '../files/list-documents.ts'
import { makeFolder } from '../files/make-folder.ts'
import { readText } from '../files/read-document.ts'
import { writeFile } from '../files/write-file.ts'
import { mintId, type TakenIds, takenIds } from '../free-id.ts'
import { sayLines } from '../say-lines.ts'

interface Imported {
  readonly file: string
  readonly to: string | null
  readonly id: string | null
  readonly timeline: number
  readonly actionItems: number
  readonly appendix: readonly string[]
  readonly note?: string
  readonly hint?: string
  readonly error?: string
}

/** Declares the command. */
export const importDocuments = command({
  name: 'import',
  summary: 'Bring postmortems of any shape into the format',
  details:
    'Each document becomes a new file; the original stays as it is. What fits nowhere stands word for word under "Appendix: from the original". A document that was imported already is passed over.',
  arguments: [{ name: 'path', summary: 'documents, or folders of them', many: true }],
  options: {
    out: { value: 'DIR', summary: 'folder for the new files; by default docs.path' },
    date: { value: 'YYYY-MM-DD', summary: 'day of the impact, for documents that name none' },
    split: { summary: 'make one postmortem of each incident, where a page tells of several' },
    dryRun: { summary: 'say what would be written, and write nothing' },
  },
  formats: ['text', 'json'],
  examples: [{ run: 'import old/postmortems', says: 'one new file for each document in the folder' }],
  async run(context, paths, options) {
    const settings = await context.settings()
    if (options.date !== undefined && (parseInstant(options.date) === null || options.date.length !== 10))
      throw new CliFailure('usage', `The day "${options.date}" is no day. Expected YYYY-MM-DD.`)
    const folder =
      options.out === undefined ? resolve(settings.root, settings.docs.path) : resolve(context.cwd, options.out)
    const { documents, notes } = await listDocuments(paths, context.cwd)
    for (const note of notes) context.stderr.write(`${note}\n`)
    const taken = await takenIds(folder)
    const known = new Map<string, string>()
    for (const [name, text] of taken.texts)
      for (const mark of text.matchAll(/\bsha256:([0-9a-f]{64})\b/g)) known.set(mark[1]!, name)
    const results: Imported[] = []
    for (const document of documents) {
      const none = { file: document.file, to: null, id: null, timeline: 0, actionItems: 0, appendix: [] }
      const read = document.refusal
        ? ({ ok: false, refusal: document.refusal } as const)
        : await readText(document.path)
      if (!read.ok) {
        results.push({ ...none, error: read.refusal.message })
        continue
      }
      const { text } = read.value
      const earlier = known.get(digest(text))
      if (earlier !== undefined) {
        results.push({ ...none, note: `It was imported already, as ${earlier}.` })
        continue
      }
      const { severityWords } = settings.policy
      const parts = incidentTexts(text, parsePostmortem(text, { severityWords }), options.split)
      for (const part of parts) {
        const postmortem = parsePostmortem(part, { severityWords })
        const start = startOf(postmortem)
        const id = idOf(postmortem, start, options.date, taken)
        if (id === null) {
          results.push({ ...none, error: 'It names no day of the impact. Give it with --date YYYY-MM-DD.' })
          continue
        }
        const formatted = toFormat(postmortem, { incidentId: id, startedAt: start })
        const marked = withOrigin(formatted.text, basename(document.file), digest(text))
        const target = join(folder, `${id}.md`)
        if (!options.dryRun) {
          const made = await makeFolder(folder, relative(context.cwd, folder))
          if (!made.ok) throw failureOf('file', made.refusal)
          const written = await writeFile(target, marked, { fresh: true, shown: relative(context.cwd, target) })
          if (!written.ok) throw failureOf('file', written.refusal)
        }
        known.set(digest(text), `${id}.md`)
        const several = options.split ? 0 : splitIncidents(postmortem).length
        results.push({
          file: document.file,
          to: relative(context.cwd, target),
          id,
          timeline: postmortem.timeline.length,
          actionItems: postmortem.actionItems.length,
          appendix: formatted.appendix,
          ...(several > 1 ? { hint: `It tells of ${several} incidents; --split makes a postmortem of each.` } : {}),
        })
      }
    }
    if (options.format === 'json') context.stdout.write(`${JSON.stringify({ files: results })}\n`)
    else if (results.length > 0) sayLines(context.stdout, results.map(tell))
    return results.some(({ error }) => error !== undefined) ? EXIT.unreadable : EXIT.clean
  },
})

function tell({ file, to, timeline, actionItems, appendix, note, hint, error }: Imported): string {
  if (error !== undefined) return `${file}: ${error}`
  if (note !== undefined) return `${file}: ${note}`
  const rest = appendix.length === 0 ? '' : `; in the appendix: ${appendix.join(', ')}`
  return `${file} -> ${to}: ${timeline} timeline entries, ${actionItems} action items${rest}${hint ? `\n  ${hint}` : ''}`
}

/** The whole text, or one text for each incident of a page; what belongs to none of them stands at the end of the first. */
function incidentTexts(text: string, postmortem: Postmortem, split: boolean): string[] {
  const parts = split ? splitIncidents(postmortem) : []
  if (parts.length < 2) return [text]
  let rest = ''
  let done = 0
  for (const { span } of parts) {
    rest += text.slice(done, span.from)
    done = span.to
  }
  rest += text.slice(done)
  return parts.map(({ span }, index) => {
    const own = text.slice(span.from, span.to)
    return index === 0 && rest.trim() !== '' ? `${own.trimEnd()}\n\n## Around it on the page\n\n${rest.trim()}\n` : own
  })
}

/** The impact's start: as the metadata say, else the first entry of the timeline that starts the impact, else the first of all. */
function startOf({ metadata, timeline }: Postmortem): Instant | null {
  const known = timeline.filter(({ at }) => at !== null)
  return metadata.startedAt?.value ?? known.find(({ kind }) => kind === 'impact-started')?.at ?? known[0]?.at ?? null
}

function idOf(postmortem: Postmortem, start: Instant | null, date: string | undefined, taken: TakenIds): string | null {
  const own =
    findIncidentId(postmortem.metadata.incidentId?.value ?? '') ?? findIncidentId(postmortem.title?.text ?? '')
  if (own && !taken.ids.has(own.text)) {
    taken.ids.add(own.text)
    return own.text
  }
  const known = start ?? documentDay(postmortem)
  const day = date ?? (known === null ? (postmortem.timeline.find((row) => row.date)?.date ?? null) : utcDay(known))
  return day === null ? null : mintId(day, taken)
}

/** Says in the metadata where the document came from, so that it is not imported twice. */
function withOrigin(text: string, name: string, sha: string): string {
  const line = `- **Imported from:** ${name.replace(/[\r\n|*`[\]<>]/g, ' ')} (sha256:${sha})`
  return text.replace(/\n\n## Summary/, () => `\n${line}\n\n## Summary`)
}
