/** Finds the postmortem that facts stand in already, so that nobody begins it twice unawares. */
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { parseEvidence } from '../evidence/evidence-file.ts'
import type { Fact } from '../evidence/fact.ts'
import { readText } from './files/read-document.ts'

const ENDING = '.evidence.jsonl'

/** The document beside whose evidence most of the facts lie, and how many; null where none do. */
export async function knownFacts(
  folder: string,
  facts: readonly Fact[],
): Promise<{ readonly document: string; readonly count: number } | null> {
  const ids = new Set(facts.map(({ id }) => id))
  const names = await readdir(folder).catch(() => [] as string[])
  let most: { document: string; count: number } | null = null
  for (const name of names.sort()) {
    if (!name.endsWith(ENDING)) continue
    const read = await readText(join(folder, name))
    if (!read.ok) continue
    const count = parseEvidence(read.value.text).lines.filter(({ fact }) => ids.has(fact.id)).length
    if (count > (most?.count ?? 0)) most = { document: name.replace(ENDING, '.md'), count }
  }
  return most
}
