/** How often a property is tried: in full by `npm test`, with a share of it by `npm run check`. For tests. */
import { inject } from 'vitest'

declare module 'vitest' {
  interface ProvidedContext {
    /** The share of runs, up to 1; vitest.config.ts decides it. */
    shareOfRuns: number
  }
}

/** The number of runs out of those that a full test takes. */
export function sampleRuns(full: number): number {
  return Math.ceil(full * inject('shareOfRuns'))
}
