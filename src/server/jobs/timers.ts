/** Waiting, as something that a test can do without. */

/** Does something later; answers how to call it off. */
export interface Timers {
  readonly after: (milliseconds: number, work: () => void) => () => void
}

/** The timers of Node, which do not keep a process alive that has nothing else to do. */
export const NODE_TIMERS: Timers = {
  after(milliseconds, work) {
    const timer = setTimeout(work, milliseconds).unref()
    return () => clearTimeout(timer)
  },
}
