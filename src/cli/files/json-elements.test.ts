import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { jsonElements } from './json-elements.ts'

async function read(text: string, key: string | null = null, size = 7): Promise<unknown[]> {
  const bytes = Buffer.from(text)
  async function* chunks() {
    for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
  }
  const elements: unknown[] = []
  for await (const element of jsonElements(chunks(), key)) elements.push(element)
  return elements
}

describe('the elements of a JSON array', () => {
  it('are what JSON.parse gives, however the bytes are cut', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.jsonValue()),
        fc.integer({ min: 1, max: 40 }),
        fc.boolean(),
        async (array, size, spaced) => {
          const text = JSON.stringify(array, null, spaced ? 2 : 0)
          expect(await read(text, null, size)).toEqual(JSON.parse(text))
        },
      ),
    )
  })

  it('are found under a key of the root object, whatever stands before and after', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.jsonValue()),
        fc.jsonValue(),
        fc.integer({ min: 1, max: 40 }),
        async (array, other, size) => {
          const text = JSON.stringify({ 'a"]': other, b: { messages: [1] }, messages: array, c: 'messages' })
          expect(await read(text, 'messages', size)).toEqual(JSON.parse(text).messages)
        },
      ),
    )
  })

  it.each([
    ['', null, 'Expected a JSON array'],
    ['{"a":[1]}', null, 'Expected a JSON array'],
    ['{"a":[1]}', 'messages', 'Expected a JSON object with an array under "messages"'],
    ['["messages", [1]]', 'messages', 'Expected a JSON object'],
    ['[1, 2', null, 'cut off'],
    ['{"messages":[1]', 'messages', 'cut off'],
    ['[1,,2]', null, 'not JSON'],
    ['[nope]', null, 'not JSON'],
    [`["${'x'.repeat(17_000_000)}`, null, 'longer than'],
  ])('says what is wrong: %#', async (text, key, words) => {
    await expect(read(text, key, 65_536)).rejects.toThrow(words)
  })
})
