/** Reads the JSON of a request: no duplicate names, bounded depth, and a message that says where. */
import { ok, type Result, refuse } from '../../base/result.ts'

const DEEPEST = 64

/** The value of a text. Refusals: `json-invalid`, `json-deep`, `json-duplicate`. */
export function readStrictJson(text: string): Result<unknown> {
  const problem = misuse(text)
  if (problem) return problem
  try {
    return ok(JSON.parse(text) as unknown)
  } catch (error) {
    return refuse('json-invalid', `The body is no JSON (${error instanceof Error ? error.message : 'unreadable'}).`)
  }
}

/** Walks the tokens without building anything, so that depth and size cost nothing. */
function misuse(text: string): Result<never> | null {
  const open: ({ names: Set<string>; expectName: boolean } | null)[] = []
  for (const token of tokensOf(text)) {
    const inside = open.at(-1)
    if (token === '{' || token === '[') {
      if (open.length >= DEEPEST)
        return refuse('json-deep', `The body is nested deeper than ${DEEPEST} levels; nothing of ours is.`)
      open.push(token === '{' ? { names: new Set(), expectName: true } : null)
    } else if (token === '}' || token === ']') open.pop()
    else if (token === ',') {
      if (inside) inside.expectName = true
    } else if (token !== ':' && inside?.expectName) {
      const name = nameOf(token)
      if (inside.names.has(name))
        return refuse(
          'json-duplicate',
          `The body names "${name.slice(0, 100)}" twice in one object; which is meant cannot be known.`,
        )
      inside.names.add(name)
      inside.expectName = false
    }
  }
  return null
}

/** Brackets, commas, colons and strings, each once, in linear time; an unclosed string ends them. */
function* tokensOf(text: string): Generator<string> {
  for (let at = 0; at < text.length; at++) {
    const character = text[at]!
    if (character === '"') {
      let end = at + 1
      while (end < text.length && text[end] !== '"') end += text[end] === '\\' ? 2 : 1
      if (end >= text.length) return
      yield text.slice(at, end + 1)
      at = end
    } else if ('{}[],:'.includes(character)) yield character
  }
}

function nameOf(token: string): string {
  try {
    return JSON.parse(token) as string
  } catch {
    return token
  }
}
