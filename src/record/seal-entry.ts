/** One entry as its line of the record: where ids are made and lines are written. */
import { digest } from '../base/digest.ts'
import { canonicalJson } from './canonical-json.ts'

/** What an entry says, before it has its place in the chain; `data` is JSON. */
export interface EntryContent {
  readonly at: string
  readonly actor: string
  readonly verb: string
  readonly data: unknown
  readonly text: string
}

/**
 * The id of an entry: the first 16 hexadecimal digits of the SHA-256 of its content and of `previous`, as canonical JSON.
 * Null where the data is nested too deep or is not JSON.
 */
export function entryId(content: EntryContent, previous: string | null): string | null {
  const { at, actor, verb, data, text } = content
  const json = canonicalJson({ actor, at, data, previous, text, verb })
  return json === null ? null : digest(json).slice(0, 16)
}

/**
 * The line of an entry without its line ending, and its id. Null where the data is nested too deep or is not JSON.
 * `extra` holds fields of the line that we do not know; they are kept behind ours.
 */
export function sealEntry(
  content: EntryContent,
  previous: string | null,
  extra: Readonly<Record<string, unknown>> = {},
): { id: string; line: string } | null {
  const id = entryId(content, previous)
  if (id === null) return null
  const { at, actor, verb, data, text } = content
  return { id, line: JSON.stringify({ id, at, actor, verb, data, text, previous, ...extra }) }
}
