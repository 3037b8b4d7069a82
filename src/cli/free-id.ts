/** Incident ids that are taken in a folder, so that none is minted twice. */
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { findIncidentId, nextIncidentId } from '../base/incident-id.ts'
import { readText } from './files/read-document.ts'

/** What a folder holds: ids by file name and metadata, and the whole texts asked for. */
export interface TakenIds {
  readonly ids: Set<string>
  readonly texts: ReadonlyMap<string, string>
}

/** Ids of all documents and records in a folder (not below it); an absent folder has none. */
export async function takenIds(folder: string): Promise<TakenIds> {
  const names = await readdir(folder).catch(() => [] as string[])
  const ids = new Set<string>()
  const texts = new Map<string, string>()
  for (const name of names.sort()) {
    const inName = findIncidentId(name)
    if (inName) ids.add(inName.text)
    if (!name.endsWith('.md')) continue
    const read = await readText(join(folder, name))
    if (!read.ok) continue
    texts.set(name, read.value.text)
    const inText = findIncidentId(read.value.text.slice(0, 2000))
    if (inText) ids.add(inText.text)
  }
  return { ids, texts }
}

/** Mints the next free id of a UTC day and marks it as taken. */
export function mintId(day: string, taken: TakenIds): string {
  const id = nextIncidentId(day, taken.ids)
  taken.ids.add(id)
  return id
}
