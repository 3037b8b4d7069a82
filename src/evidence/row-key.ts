/** How a fact remembers its row of the timeline, so that it is found again after a person has reworded or moved it. */
import { digest } from '../base/digest.ts'
import type { Instant } from '../base/instant.ts'

/**
 * What was known of the row when the fact was bound to it. A row carries no id of its own in the text, so it is found again
 * by whichever of these still holds, in this order:
 *
 * 1. the words are unchanged (`text`, a digest: the evidence file does not repeat the document);
 * 2. a source link that the row carried then stands in it still: people reword the event and leave the Source cell;
 * 3. the row is the only one left at that time: people reword an event and leave its time.
 *
 * A row that none of these finds was deleted; its facts count as dropped.
 */
export interface RowKey {
  readonly at: Instant | null
  /** First 16 hexadecimal digits of the SHA-256 of the row's words, lower case, white space as one space. */
  readonly text: string
  /** Addresses in the row's Source cell. */
  readonly links: readonly string[]
}

/** A row as the binding sees it; rows of the document's model and drafted rows both fit after picking their links. */
export interface BoundRow {
  readonly at: Instant | null
  readonly text: string
  readonly links: readonly string[]
}

/** The key of a row, to be stored with each of its facts. */
export function rowKey(row: BoundRow): RowKey {
  return { at: row.at, text: textKey(row.text), links: [...row.links] }
}

/** The index of the row that each key means, in the order of the keys; null for one that is gone. Two keys may share a row. */
export function findRows(keys: readonly RowKey[], rows: readonly BoundRow[]): readonly (number | null)[] {
  const byText = firstPlaces(rows.map((row) => [`${row.at} ${textKey(row.text)}`, textKey(row.text)]))
  const byLink = firstPlaces(rows.map(({ links }) => links))
  const found: (number | null)[] = keys.map(
    ({ at, text, links }) =>
      byText.get(`${at} ${text}`)?.[0] ??
      byText.get(text)?.[0] ??
      nearest(
        links.flatMap((link) => byLink.get(link) ?? []),
        at,
        rows,
      ),
  )
  const taken = new Set(found)
  const byTime = firstPlaces(rows.map(({ at }, place) => (at === null || taken.has(place) ? [] : [String(at)])))
  return found.map((place, i) => {
    if (place !== null) return place
    const left = byTime.get(String(keys[i]!.at)) ?? []
    return left.length === 1 ? left[0]! : null
  })
}

function nearest(places: readonly number[], at: Instant | null, rows: readonly BoundRow[]): number | null {
  let best: number | null = null
  for (const place of places)
    if (best === null || (at !== null && distance(rows[place]!, at) < distance(rows[best]!, at))) best = place
  return best
}

function distance(row: BoundRow, at: Instant): number {
  return row.at === null ? Infinity : Math.abs(row.at - at)
}

function firstPlaces(keys: readonly (readonly string[])[]): Map<string, number[]> {
  const places = new Map<string, number[]>()
  for (const [place, list] of keys.entries())
    for (const key of new Set(list)) {
      const known = places.get(key)
      if (known) known.push(place)
      else places.set(key, [place])
    }
  return places
}

function textKey(text: string): string {
  return digest(text.replace(/\s+/g, ' ').trim().toLowerCase()).slice(0, 16)
}
