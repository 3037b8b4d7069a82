/** Tells V8 that a check of many documents is a short run, in which compiling code twice seldom pays. */
import { setFlagsFromString } from 'node:v8'

/**
 * Bytes of bytecode that a function runs before V8 optimises it, about seven times its default. Threads warm up one by one,
 * and most of what the default optimises is hardly used before the run ends (docs/decisions/0013).
 */
const INTERRUPT_BUDGET = 500_000

/** Sets it for all threads of this process, so it is called before they start. A V8 that does not know it ignores it. */
export function expectShortRun(): void {
  setFlagsFromString(`--interrupt-budget=${INTERRUPT_BUDGET}`)
}
