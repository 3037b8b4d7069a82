/** Reads the body of a request as JSON, bounded in size, and nothing that is packed. */
import type { Endpoint } from './endpoint.ts'
import { ApiFailure, refused } from './failure.ts'
import { readStrictJson } from './strict-json.ts'

const LARGEST = 1024 * 1024

/** The value and the text it was read from; neither where the endpoint takes none. */
export async function readBody(request: Request, endpoint: Endpoint): Promise<{ value: unknown; raw: string }> {
  if (!endpoint.body) return { value: undefined, raw: '' }
  const type = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase() ?? ''
  if (type !== 'application/json')
    throw new ApiFailure(
      'wrong-type',
      'content-type',
      `The body is ${type ? `"${type}"` : 'of no stated type'}; expected application/json.`,
    )
  if (request.headers.has('content-encoding'))
    throw new ApiFailure('wrong-type', 'content-encoding', 'The body is packed; send it plain.')
  const largest = endpoint.largest ?? LARGEST
  const bytes = await readBytes(request, largest)
  let raw: string
  try {
    raw = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new ApiFailure('bad-request', 'not-utf8', 'The body is no UTF-8.')
  }
  const read = readStrictJson(raw)
  if (!read.ok)
    throw refused(read.refusal, 'bad-request', { fields: [{ field: 'body', message: read.refusal.message }] })
  return { value: read.value, raw }
}

async function readBytes(request: Request, largest: number): Promise<Uint8Array> {
  const tooLarge = () =>
    new ApiFailure(
      'too-large',
      'body-too-large',
      `The body has more than ${largest} bytes, the most that is read here.`,
    )
  if (Number(request.headers.get('content-length') ?? 0) > largest) throw tooLarge()
  const parts: Uint8Array[] = []
  let size = 0
  for await (const part of (request.body as unknown as AsyncIterable<Uint8Array>) ?? []) {
    size += part.length
    if (size > largest) throw tooLarge()
    parts.push(part)
  }
  return Buffer.concat(parts)
}
