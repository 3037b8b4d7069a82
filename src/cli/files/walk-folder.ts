/** Walks a folder for documents without ever leaving it. */
import type { Dirent } from 'node:fs'
import { readdir, realpath, stat } from 'node:fs/promises'
import { dirname, join, sep } from 'node:path'
import { fileProblem } from './file-problem.ts'
import type { ListedDocument, Listing } from './listing.ts'

/** Folders that hold no documents of one's own. */
const SKIPPED = new Set(['node_modules', '.git'])

interface Walk {
  /** The real path of the folder, with a separator at its end. */
  readonly inside: string
  readonly root: string
  readonly documents: ListedDocument[]
  readonly links: { readonly document: ListedDocument; readonly target: string }[]
  readonly notes: string[]
}

/** All `*.md` files below a folder, sorted by the parts of their paths; `shown` is the folder as the user wrote it. */
export async function walkFolder(root: string, shown: string): Promise<Listing> {
  const real = await realpath(root)
  const walk: Walk = { inside: real.endsWith(sep) ? real : real + sep, root, documents: [], links: [], notes: [] }
  const prefix = /^\.\/?$/.test(shown) ? '' : shown.endsWith('/') ? shown : `${shown}/`
  await enter(root, prefix, walk)
  if (walk.links.length > 0) await addLinks(walk)
  return { documents: sorted(walk.documents), notes: walk.notes.sort() }
}

async function enter(path: string, prefix: string, walk: Walk): Promise<void> {
  let entries: Dirent[]
  try {
    entries = await readdir(path, { withFileTypes: true })
  } catch (error) {
    const file = prefix.slice(0, -1) || '.'
    walk.documents.push({ file, path, root: walk.root, refusal: fileProblem(error, file) })
    return
  }
  for (const entry of entries) {
    const below = join(path, entry.name)
    const file = prefix + entry.name
    if (entry.isDirectory()) {
      if (!SKIPPED.has(entry.name)) await enter(below, `${file}/`, walk)
    } else if (entry.isSymbolicLink()) await look(below, file, walk)
    else if (isDocument(file)) {
      if (entry.isFile()) walk.documents.push({ file, path: below, root: walk.root })
      else walk.notes.push(`${file} is neither a file nor a folder; it was not read.`)
    }
  }
}

async function look(path: string, file: string, walk: Walk): Promise<void> {
  const document: ListedDocument = { file, path, root: walk.root }
  try {
    const target = await realpath(path)
    const kind = await stat(target)
    if (!kind.isDirectory() && !isDocument(file)) return
    if (!target.startsWith(walk.inside))
      walk.notes.push(`${file} is a link that leads out of the folder; it was not followed. Name it to include it.`)
    else if (kind.isFile()) walk.links.push({ document, target })
  } catch (error) {
    if (isDocument(file)) walk.documents.push({ ...document, refusal: fileProblem(error, file) })
  }
}

/** A link counts only where the document that it leads to is not listed under its own name. */
async function addLinks({ documents, links }: Walk): Promise<void> {
  const listed = new Set<string>()
  for (const { path } of documents)
    listed.add(join(await realpath(dirname(path)).catch(() => ''), path.slice(dirname(path).length + 1)))
  for (const { document, target } of links.sort((a, b) => (a.document.file < b.document.file ? -1 : 1))) {
    if (listed.has(target)) continue
    listed.add(target)
    documents.push(document)
  }
}

function sorted(documents: readonly ListedDocument[]): ListedDocument[] {
  // The separator sorts before every character that a name may hold.
  const keyed = documents.map((document) => ({ document, key: document.file.replaceAll('/', '\0') }))
  keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
  return keyed.map(({ document }) => document)
}

function isDocument(name: string): boolean {
  return /\.md$/i.test(name)
}
