/** What an action item can be. */

/** The statuses, in the order of an item's life. */
export type ItemStatus = 'open' | 'in progress' | 'done' | 'verified' | "won't do"
