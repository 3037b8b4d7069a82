/** Finds the documents that paths name: files as they are, folders with all `*.md` below them, in an order that never changes. */
import { stat } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { fileProblem } from './file-problem.ts'
import type { ListedDocument, Listing } from './listing.ts'
import { walkFolder } from './walk-folder.ts'

/** Lists the documents of paths, which are relative to `cwd`; each once, even where paths overlap. Never fails. */
export async function listDocuments(paths: readonly string[], cwd: string): Promise<Listing> {
  const documents: ListedDocument[] = []
  const notes: string[] = []
  for (const file of paths) {
    const path = resolve(cwd, file)
    try {
      if (file === '') throw Object.assign(new Error('empty'), { code: 'ENOENT' })
      if ((await stat(path)).isDirectory()) {
        const found = await walkFolder(path, file)
        documents.push(...found.documents)
        notes.push(...found.notes)
        if (found.documents.length === 0) notes.push(`${file} holds no *.md files.`)
      } else documents.push({ file, path, root: dirname(path) })
    } catch (error) {
      documents.push({ file, path, root: dirname(path), refusal: fileProblem(error, file) })
    }
  }
  const seen = new Set<string>()
  return { documents: documents.filter(({ path }) => !seen.has(path) && seen.add(path)), notes }
}
