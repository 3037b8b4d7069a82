/** Reads a list entry by entry: one that does not fit becomes a problem with its path, the others are used. */
import type { z } from 'zod'
import type { EvidenceProblem } from '../../evidence/fact.ts'
import { describeValue } from './describe-value.ts'
import { jsonPath } from './json-path.ts'

/** A value and where in the input it stood. */
export interface Placed<T> {
  readonly value: T
  readonly path: string
}

/** The entries that fit a shape, in their order; the others are told in `problems`. */
export function readEntries<T>(
  shape: z.ZodType<T>,
  values: readonly Placed<unknown>[],
  problems: EvidenceProblem[],
): Placed<T>[] {
  const entries: Placed<T>[] = []
  for (const { value, path } of values) {
    const parsed = shape.safeParse(value)
    if (parsed.success) entries.push({ value: parsed.data, path })
    else problems.push(problemOf(parsed.error, value, path))
  }
  return entries
}

/** Gives each value of a list its path: `$.incidents[0]`, `$.incidents[1]`. */
export function placed(values: readonly unknown[], path: string): Placed<unknown>[] {
  return values.map((value, at) => ({ value, path: jsonPath(path, at) }))
}

function problemOf(error: z.ZodError, value: unknown, path: string): EvidenceProblem {
  const issue = error.issues[0]
  const where = jsonPath(path, ...(issue?.path ?? []))
  let found: unknown = value
  for (const key of issue?.path ?? []) found = (found as Record<PropertyKey, unknown> | undefined)?.[key]
  const expected = issue && 'expected' in issue ? String(issue.expected) : 'another shape'
  return {
    path: where,
    message: `Found ${describeValue(found)} where ${article(expected)} was expected; this entry was left out.`,
  }
}

function article(expected: string): string {
  const word = expected === 'string' ? 'text' : expected === 'array' ? 'list' : expected
  return /^[aeiou]/.test(word) ? `an ${word}` : word === 'text' ? 'a text' : `a ${word}`
}
