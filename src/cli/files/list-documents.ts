/** Finds the documents that paths name: files as they are, folders with all `*.md` below them, in an order that never changes. */
import { stat } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import type { Refusal } from '../../base/result.ts'
import { fileProblem } from './file-problem.ts'
import { walkFolder } from './walk-folder.ts'

/** One document, or a path that could not be looked at. */
export interface ListedDocument {
  /** The path as it was given, with what was found below it, with `/`. */
  readonly file: string
  /** The absolute path to open. */
  readonly path: string
  /** The folder that links may not lead out of. */
  readonly root: string
  /** Why it cannot be read, where listing already tells. */
  readonly refusal?: Refusal
}

/** What was found. */
export interface Listing {
  readonly documents: readonly ListedDocument[]
  /** Sentences about what was passed over. */
  readonly notes: readonly string[]
}

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
