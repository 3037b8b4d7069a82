/** Tables that can be thrown away and made again from texts and records. */

/** Action items as they stand, from text and record. */
export interface DerivedItemsTable {
  postmortem_id: string
  /** `A1` */
  key: string
  place: number
  description: string
  owner: string | null
  ticket: string | null
  status: string
  claim: string | null
  due: string | null
  first_due: string | null
  quarter: string | null
  priority: string | null
  type: string | null
  addresses: string
  proof: string | null
  done_on: string | null
  verified_on: string | null
  effect: string | null
  /** The status that counts for its quarter: by the record until the review day. */
  closure: string | null
  /** The day after which something about it is late. */
  late_on: string | null
  /** The due date, or a day after all days: what lists are sorted by. */
  sort_due: string
  team_id: string | null
  restricted: number
}

/** The people that an item's Owner cell names, one by one. */
export interface DerivedItemOwnersTable {
  postmortem_id: string
  place: number
  /** Lower case. */
  owner: string
  sort_due: string
}

/** Services that a postmortem names as affected, in lower case. */
export interface DerivedServicesTable {
  postmortem_id: string
  name: string
}

/** Moments of an incident, from its timeline. */
export interface DerivedMilestonesTable {
  postmortem_id: string
  kind: string
  at: number
}

/** Causes, from the root cause section. */
export interface DerivedCausesTable {
  postmortem_id: string
  place: number
  cause: string
  kind: string
  text: string
}

/** Runbooks, dashboards, alerts and the like that a postmortem names. */
export interface DerivedArtefactsTable {
  postmortem_id: string
  place: number
  kind: string
  text: string
  url: string | null
}

/** Counts for pages and metrics, written in the transaction that changes them. */
export interface RollupsTable {
  /** `stage`, `severity`, `items`, `closure`; restricted ones count nowhere. */
  name: string
  key: string
  value: number
}
