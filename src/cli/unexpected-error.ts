/** What is said of an error that nobody expected: one sentence, and the stack only where it was asked for. */
import { printable } from './printable.ts'

/** The text to print; `name` is the command that ran, where one did. */
export function unexpectedError(error: unknown, name: string | null, debug: boolean): string {
  const words = printable(error instanceof Error ? error.message : String(error))
  const sentence =
    `nevertwice: something broke inside${name ? ` \`${name}\`` : ''} (${words}). This is a fault of nevertwice: ` +
    'please report it with the command you ran and what it prints when NEVERTWICE_DEBUG=1 is set.\n'
  return debug && error instanceof Error ? `${sentence}${error.stack}\n` : sentence
}
