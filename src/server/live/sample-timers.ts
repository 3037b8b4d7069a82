/** Timers for tests: short ones are the system's, long ones fire when the test lets time pass. */
import { SYSTEM_TIMERS, type Timers } from './pace.ts'

/** What is shorter is not waited for by hand. */
const LONG = 950

/** Timers, and a way to let time pass. */
export function sampleTimers(later: (ms: number) => void): Timers & { readonly pass: (ms: number) => void } {
  let now = 0
  const held = new Map<object, { readonly at: number; readonly work: () => void }>()
  return {
    after(ms, work) {
      if (ms < LONG) return SYSTEM_TIMERS.after(ms, work)
      const key = {}
      held.set(key, { at: now + ms, work })
      return () => void held.delete(key)
    },
    pass(ms) {
      const end = now + ms
      for (;;) {
        const due = [...held].filter(([, { at }]) => at <= end).sort(([, a], [, b]) => a.at - b.at)[0]
        if (!due) break
        const [key, { at, work }] = due
        held.delete(key)
        later(Math.max(0, at - now))
        now = Math.max(now, at)
        work()
      }
      later(end - now)
      now = end
    },
  }
}
