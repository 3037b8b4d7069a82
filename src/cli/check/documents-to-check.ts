/** The documents that `check` and `fix` look at: those that paths name, without what the settings ignore. */
import { relative, sep } from 'node:path'
import type { Settings } from '../config/settings.ts'
import type { CommandContext } from '../context.ts'
import { matchesGlob } from '../files/glob.ts'
import { listDocuments } from '../files/list-documents.ts'
import type { ListedDocument } from '../files/listing.ts'
import { INDEX_FILE } from '../index-file.ts'
import { printable } from '../printable.ts'
import type { CheckTask } from './check-job.ts'

/** A document with the folder that writing it may not lead out of. */
export type DocumentToCheck = CheckTask & Pick<ListedDocument, 'root'>

/** Lists the documents; what was passed over is said on standard error. A file that is named itself is never ignored. */
export async function documentsToCheck(
  { cwd, stderr }: Pick<CommandContext, 'cwd' | 'stderr'>,
  settings: Settings,
  paths: readonly string[],
): Promise<readonly DocumentToCheck[]> {
  const { documents, notes } = await listDocuments(paths, cwd)
  for (const note of notes) stderr.write(`nevertwice: ${printable(note)}\n`)
  const globs = settings.checks.ignore
  // The page that `publish` writes is no postmortem.
  const index = `${settings.docs.path}/${INDEX_FILE}`
  const looked = documents.filter(({ file, path }) => paths.includes(file) || insideOf(settings, path) !== index)
  const kept = looked.filter(({ file, path }) => {
    if (globs.length === 0 || paths.includes(file)) return true
    const inside = insideOf(settings, path)
    return !globs.some((glob) => matchesGlob(inside, glob))
  })
  const ignored = looked.length - kept.length
  if (ignored > 0) stderr.write(`nevertwice: ${ignored} passed over, as checks.ignore says.\n`)
  return kept.map(({ file, path, root, refusal }) => ({
    file,
    path,
    root,
    ...(refusal ? { problem: refusal.message } : {}),
  }))
}

/** The path from the folder of the settings, with forward slashes. */
function insideOf({ root }: Settings, path: string): string {
  return relative(root, path).split(sep).join('/')
}
