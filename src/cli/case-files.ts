/** All postmortems below some paths, read for a review. */
import { stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import { type CaseFile, caseFile } from '../learning/case-file.ts'
import { readRecord } from '../record/read-record.ts'
import type { Settings } from './config/settings.ts'
import type { CommandContext } from './context.ts'
import { CliFailure } from './failure.ts'
import { listDocuments } from './files/list-documents.ts'
import { openPostmortem } from './postmortem-files.ts'
import { printable } from './printable.ts'

/** Reads every document; those that cannot be read are told on standard error and left out. Answers how many those were. */
export async function readCaseFiles(
  context: CommandContext,
  settings: Settings,
  paths: readonly string[],
): Promise<{ readonly cases: CaseFile[]; readonly unread: number }> {
  if (paths.length === 0 && !(await isThere(resolve(settings.root, settings.docs.path))))
    throw new CliFailure(
      'unreadable',
      'There is no folder for postmortems yet. Make it with `nevertwice init`, or name documents or folders.',
      { file: settings.docs.path },
    )
  const { documents, notes } = await listDocuments(
    paths.length > 0 ? paths : [settings.docs.path],
    paths.length > 0 ? context.cwd : settings.root,
  )
  // That our own folder is empty yet says the command itself.
  if (paths.length > 0) for (const note of notes) context.stderr.write(`nevertwice: ${printable(note)}\n`)
  const cases: CaseFile[] = []
  let unread = 0
  for (const document of documents) {
    try {
      if (document.refusal) throw new CliFailure('unreadable', document.refusal.message, { file: document.file })
      const { postmortem, recordText } = await openPostmortem(context, settings, document.path)
      // An index page or a guide in the folder is no postmortem.
      if (!postmortem.metadata.incidentId && postmortem.timeline.length === 0 && postmortem.actionItems.length === 0)
        continue
      cases.push(
        caseFile(
          document.file,
          postmortem,
          readRecord(recordText).entries,
          settings.policy,
          settings.publication.mainTarget,
        ),
      )
    } catch (error) {
      if (!(error instanceof CliFailure)) throw error
      unread++
      context.stderr.write(`nevertwice: ${printable(error.sentence)}\n`)
    }
  }
  return { cases, unread }
}

async function isThere(folder: string): Promise<boolean> {
  return (await stat(folder).catch(() => null)) !== null
}
