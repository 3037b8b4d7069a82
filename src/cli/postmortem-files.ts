/** A postmortem as it lies on disk: the document with its record and evidence beside it, opened and saved as one. */
import { basename, dirname, resolve } from 'node:path'
import type { Postmortem } from '../document/model.ts'
import { parsePostmortem } from '../document/parse.ts'
import type { Settings } from './config/settings.ts'
import type { CommandContext } from './context.ts'
import { CliFailure, failureOf } from './failure.ts'
import { besidePaths } from './files/beside.ts'
import { type Encoding, encodeText } from './files/decode-text.ts'
import { readText } from './files/read-document.ts'
import { type FileToWrite, writeFiles } from './files/write-files.ts'

/** An opened postmortem; texts that do not exist are empty. */
export interface OpenPostmortem {
  /** As the person named it. */
  readonly file: string
  /** Absolute. */
  readonly path: string
  readonly encoding: Encoding
  readonly source: string
  readonly postmortem: Postmortem
  readonly recordText: string
  readonly evidenceText: string
}

/** Opens a document and what lies beside it; throws `unreadable` where any of them cannot be read. */
export async function openPostmortem(
  context: CommandContext,
  settings: Settings,
  file: string,
): Promise<OpenPostmortem> {
  const path = resolve(context.cwd, file)
  const read = await readText(path)
  if (!read.ok) throw failureOf('unreadable', { ...read.refusal, where: { ...read.refusal.where, file } })
  const beside = besidePaths(path)
  const { text: source, encoding } = read.value
  return {
    file,
    path,
    encoding,
    source,
    postmortem: parsePostmortem(source, { severityWords: settings.policy.severityWords }),
    recordText: await readBeside(beside.record),
    evidenceText: await readBeside(beside.evidence),
  }
}

async function readBeside(path: string): Promise<string> {
  const read = await readText(path)
  if (read.ok) return read.value.text
  if (read.refusal.code === 'not-found') return ''
  throw failureOf('unreadable', read.refusal)
}

/** New texts of an opened postmortem; what is left out stays. */
export interface NewTexts {
  readonly text?: string
  readonly recordText?: string
  readonly evidenceText?: string
}

/**
 * Saves what changed. The document goes first and the record last: killed in between, the text holds a claim without its
 * entry, which counts for nothing and which the same command, run again, makes good.
 */
export async function savePostmortem(
  opened: OpenPostmortem,
  { text, recordText, evidenceText }: NewTexts,
): Promise<void> {
  const beside = besidePaths(opened.path)
  const shown = (path: string) => opened.file.replace(basename(opened.file), basename(path))
  const files: FileToWrite[] = []
  if (text !== undefined)
    files.push({ path: opened.path, content: encodeText(text, opened.encoding), shown: opened.file })
  if (evidenceText !== undefined)
    files.push({ path: beside.evidence, content: evidenceText, shown: shown(beside.evidence) })
  if (recordText !== undefined) files.push({ path: beside.record, content: recordText, shown: shown(beside.record) })
  const written = await writeFiles(files)
  if (!written.ok) throw failureOf('file', written.refusal)
}

/** The incident id of a postmortem; throws `refused` where its metadata names none. */
export function incidentIdOf(opened: OpenPostmortem): string {
  const id = opened.postmortem.metadata.incidentId?.value
  if (id && /^INC-\d{4}-\d{2}-\d{2}-\d{3,}/.test(id)) return id
  throw new CliFailure(
    'refused',
    `The metadata ${id ? `names "${id}", which is no incident id` : 'names no incident id'}. Expected a line such as "- **Incident ID:** INC-2026-11-23-001".`,
    { file: opened.file },
  )
}

/** The folder that a document lies in. */
export function folderOf(opened: OpenPostmortem): string {
  return dirname(opened.path)
}
