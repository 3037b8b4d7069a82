/** F31: what is restricted leaves no trace in any answer: two houses, one with and one without it, answer the same. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sampleHouse } from '../sample-house.ts'
import { HIDDEN, plantRestricted } from '../sample-restricted.ts'
import { endpointName } from './endpoint-name.ts'
import { ENDPOINTS } from './endpoints.ts'
import { sampleRequests } from './sample-requests.ts'

// Administrators may see it, and what is the same for everybody holds nothing of a house.
const CASES = ENDPOINTS.filter(({ may }) => may !== null && may !== 'admin').map((endpoint) => ({
  name: endpointName(endpoint),
  endpoint,
}))

type World = Awaited<ReturnType<typeof sampleHouse>>
let worlds: { world: World; examples: ReturnType<typeof sampleRequests> }[]
beforeAll(async () => {
  worlds = []
  for (let at = 0; at < 2; at++) {
    const world = await sampleHouse()
    worlds.push({ world, examples: sampleRequests(world) })
  }
  await plantRestricted(worlds[1]!.world)
})
afterAll(async () => {
  for (const { world, examples } of worlds) {
    await examples.close()
    await world.close()
  }
})

describe('F31 the same with and without something restricted', () => {
  it.each(CASES)('$name', async ({ endpoint }) => {
    const answers: unknown[] = []
    for (const { world, examples } of worlds) {
      const { path, ...options } = await examples.requestOf(endpoint)
      const { status, headers, text } = await world.send(endpoint.method.toUpperCase(), path, options)
      expect(text).not.toContain(HIDDEN)
      const etag = headers.get('etag')
      const rest = [...headers].filter(([name]) => !['etag', 'set-cookie', 'x-request-id'].includes(name))
      answers.push({ status, etag, rest: Object.fromEntries(rest), text: withoutChance(text) })
    }
    expect(answers[1]).toEqual(answers[0])
  })
})

/** An answer with every random id, secret and cursor as the number of its first appearance. */
function withoutChance(text: string): string {
  const seen = new Map<string, number>()
  return text
    .replaceAll(/"next":"[\w-]+"/g, '"next":"more"')
    .replaceAll(/nt_[\w-]{43}|\b[0-9a-z]{26}\b|[0-9a-f]{8}-[0-9a-f-]{27}|\b[0-9a-f]{64}\b/g, (found) => {
      if (!seen.has(found)) seen.set(found, seen.size + 1)
      return `#${seen.get(found)}`
    })
}
