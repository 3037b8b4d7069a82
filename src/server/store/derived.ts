/** Writes everything that is derived from a postmortem's text and record, and the counts that follow from it. */
import type { Postmortem } from '../../document/model.ts'
import { type DerivedItem, type DerivedPostmortem, derivePostmortem } from '../../learning/derive-postmortem.ts'
import { readRecord } from '../../record/read-record.ts'
import type { House } from '../house.ts'
import { type Contribution, contributionOf, moveRollups } from './rollups.ts'
import type { Writer } from './store.ts'

/** Later than every day: items without a due date stand at the end. */
const NO_DUE = '9999-12-31'

const TABLES = [
  'derived_artefacts',
  'derived_causes',
  'derived_item_owners',
  'derived_items',
  'derived_milestones',
  'derived_services',
] as const

/** What it is derived from. */
export interface DeriveInput {
  readonly id: string
  readonly postmortem: Postmortem
  readonly recordText: string
}

/** Derives and writes it all anew, in the transaction that changed text or record. */
export async function writeDerived(
  house: Pick<House, 'rules'>,
  tx: Writer,
  { id, postmortem, recordText }: DeriveInput,
): Promise<DerivedPostmortem> {
  const incident = await tx
    .selectFrom('incidents')
    .innerJoin('postmortems', 'postmortems.incident_id', 'incidents.id')
    .select(['incidents.visibility', 'incidents.team_id'])
    .where('postmortems.id', '=', id)
    .executeTakeFirst()
  const { policy, publication } = house.rules
  const derived = derivePostmortem(postmortem, readRecord(recordText).entries, {
    policy,
    mainTarget: publication.mainTarget,
    id,
    restricted: incident?.visibility === 'restricted',
  })
  const before = await storedContribution(tx, id)
  for (const table of TABLES) await tx.deleteFrom(table).where('postmortem_id', '=', id).execute()
  await insertDerived(tx, id, derived, incident?.team_id ?? null)
  await tx
    .updateTable('postmortems')
    .set({ ...ownColumns(derived), counted: 1 })
    .where('id', '=', id)
    .execute()
  await moveRollups(tx, before, contributionOf(derived))
  return derived
}

/** The columns of the postmortem's own row that are derived. */
function ownColumns({ title, summary, stage, severity, startedAt, quarter, restricted }: DerivedPostmortem) {
  return {
    title: title.slice(0, 1000),
    summary: summary.slice(0, 4000),
    stage,
    severity,
    started_at: startedAt,
    quarter,
    visibility: restricted ? ('restricted' as const) : ('internal' as const),
  }
}

/** What it adds to the counts as it lies in the store, which may have been written under another policy. */
async function storedContribution(tx: Writer, id: string): Promise<Contribution> {
  const row = await tx
    .selectFrom('postmortems')
    .select(['stage', 'severity', 'quarter', 'visibility', 'counted'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row || row.counted === 0) return new Map()
  const items = await tx
    .selectFrom('derived_items')
    .select(['status', 'quarter', 'closure'])
    .where('postmortem_id', '=', id)
    .execute()
  return contributionOf({ ...row, restricted: row.visibility === 'restricted', items })
}

async function insertDerived(tx: Writer, id: string, derived: DerivedPostmortem, team: string | null): Promise<void> {
  const { items, milestones, causes, artefacts, services, restricted } = derived
  const own = { postmortem_id: id }
  await insertAll(
    items.map((item, place) => ({
      ...own,
      place,
      ...itemColumns(item),
      team_id: team,
      restricted: restricted ? 1 : 0,
    })),
    (values) => tx.insertInto('derived_items').values(values).execute(),
  )
  await insertAll(
    items.flatMap(({ owners, due }, place) =>
      owners.map((owner) => ({ ...own, place, owner: owner.slice(0, 300), sort_due: due ?? NO_DUE })),
    ),
    (values) =>
      tx
        .insertInto('derived_item_owners')
        .values(values)
        .onConflict((on) => on.doNothing())
        .execute(),
  )
  await insertAll(
    milestones.map(({ kind, at }) => ({ ...own, kind, at })),
    (values) => tx.insertInto('derived_milestones').values(values).execute(),
  )
  await insertAll(
    causes.map(({ id: cause, kind, text }, place) => ({ ...own, place, cause, kind, text })),
    (values) => tx.insertInto('derived_causes').values(values).execute(),
  )
  await insertAll(
    artefacts.map(({ kind, text, url }, place) => ({ ...own, place, kind, text, url })),
    (values) => tx.insertInto('derived_artefacts').values(values).execute(),
  )
  await insertAll(
    services.map((name) => ({ ...own, name })),
    (values) => tx.insertInto('derived_services').values(values).execute(),
  )
}

/** A statement takes a bounded number of values on both databases. */
async function insertAll<T>(values: readonly T[], insert: (some: T[]) => Promise<unknown>): Promise<void> {
  for (let at = 0; at < values.length; at += 100) await insert(values.slice(at, at + 100))
}

function itemColumns(item: DerivedItem) {
  return {
    key: item.key,
    description: item.description,
    owner: item.owner,
    ticket: item.ticket,
    status: item.status,
    claim: item.claim,
    due: item.due,
    first_due: item.firstDue,
    quarter: item.quarter,
    priority: item.priority,
    type: item.type,
    addresses: JSON.stringify(item.addresses),
    proof: item.proof,
    done_on: item.doneOn,
    verified_on: item.verifiedOn,
    effect: item.effect,
    closure: item.closure,
    late_on: item.lateOn,
    sort_due: item.due ?? NO_DUE,
  }
}
