/** Waits for Enter between steps, where a person sits at the terminal. */
import type { CommandContext } from '../context.ts'

/** Waits before the next step; `false` says that the person wants to stop. */
export interface Pause {
  readonly wait: () => Promise<boolean>
  readonly end: () => Promise<void>
}

/** Pauses at a terminal; does not wait where there is none or `wanted` is false. */
export function pauseOf(context: CommandContext, wanted: boolean): Pause {
  if (!wanted || !context.isTTY || context.stdin.isTTY !== true) return { wait: async () => true, end: async () => {} }
  const lines = context.stdin[Symbol.asyncIterator]()
  let over = false
  return {
    async wait() {
      if (over) return true
      context.stdout.write('Press Enter to go on, or q and Enter to stop. ')
      const { done, value } = await lines.next()
      // The end of the input is no wish to stop: nobody is there to be waited for.
      if (done) {
        over = true
        context.stdout.write('\n')
        return true
      }
      return !/^\s*q/i.test(typeof value === 'string' ? value : Buffer.from(value).toString('utf8'))
    },
    async end() {
      if (!over) await lines.return?.()
    },
  }
}
