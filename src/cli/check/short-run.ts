/** Tells V8 that a check of many documents is a short run, in which compiling code twice seldom pays. */
import { setFlagsFromString } from 'node:v8'

/**
 * Bytes of bytecode that a function runs before V8 optimises it, about seven times its default. Threads warm up one by one,
 * and most of what the default optimises is hardly used before the run ends (docs/decisions/0014).
 */
const INTERRUPT_BUDGET = 500_000

/**
 * Sets it for all threads of this process, so it is called before they start. Only V8 11 (Node 20) knows it; a newer one would
 * complain on standard error, and stays as it comes.
 */
export function expectShortRun(): void {
  if (process.versions.v8.startsWith('11.')) setFlagsFromString(`--interrupt-budget=${INTERRUPT_BUDGET}`)
}
