/** Reads all of standard input as text. */
import type { CommandContext } from './context.ts'
import { CliFailure, failureOf } from './failure.ts'
import { decodeText } from './files/decode-text.ts'
import { LARGEST } from './files/read-document.ts'

/** The whole input; says what is awaited where a person sits at the terminal. Fails as `unreadable` where it is no text. */
export async function readInput(context: CommandContext, awaited: string): Promise<string> {
  if (context.stdin.isTTY) context.stderr.write(`Reading ${awaited}, from the terminal; end with Ctrl-D.\n`)
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of context.stdin) {
    const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : Buffer.from(chunk)
    length += bytes.length
    if (length > LARGEST)
      throw new CliFailure('unreadable', `Standard input has more than ${LARGEST} bytes, the most that is read.`)
    chunks.push(bytes)
  }
  const decoded = decodeText(Buffer.concat(chunks))
  if (!decoded.ok) throw failureOf('unreadable', { ...decoded.refusal, where: { file: 'standard input' } })
  return decoded.value.text
}
