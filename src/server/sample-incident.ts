/** Incidents, postmortems and items of a sample house, put straight into the store. */
import type { House } from './house.ts'
import { newId } from './new-id.ts'
import { insertPerson, type NewPerson } from './store/people.ts'
import type { IncidentsTable, PostmortemsTable } from './store/tables.ts'

/** A person; the address is made of the name. */
export async function sampleAddressee(house: House, name: string, more: Partial<NewPerson> = {}): Promise<string> {
  const email = `${name.toLowerCase().replaceAll(' ', '.')}@example.com`
  const person = { name, email, role: 'writer' as const, password: null, ...more }
  return (await house.store.transaction((tx) => insertPerson(tx, person, house.now())))!.id
}

/** A team with its lead. */
export async function sampleTeam(house: House, name: string, lead: string): Promise<string> {
  const id = newId(house.now())
  const times = { created_at: house.now(), updated_at: house.now() }
  await house.store.transaction((tx) =>
    tx
      .insertInto('teams')
      .values({ id, name, lead_id: lead, ...times })
      .execute(),
  )
  return id
}

/** An incident of severity P1 that requires a postmortem and is over. */
export async function sampleIncident(house: House, id: string, more: Partial<IncidentsTable> = {}): Promise<string> {
  const now = house.now()
  await house.store.transaction((tx) =>
    tx
      .insertInto('incidents')
      .values({
        id,
        title: `Title of ${id}`,
        severity: 'P1',
        started_at: now - 3_600_000,
        ended_at: null,
        all_clear_at: now,
        source: 'hand',
        source_id: id,
        url: null,
        team_id: null,
        services: '[]',
        tenants: '[]',
        regions: '[]',
        commander: null,
        visibility: 'internal',
        postmortem: 'required',
        waived_by: null,
        waived_at: null,
        waived_reason: null,
        revision: 1,
        created_at: now,
        created_by: 'system',
        updated_at: now,
        ...more,
      })
      .execute(),
  )
  return id
}

/** The document of an incident. */
export async function samplePostmortem(
  house: House,
  id: string,
  text: string,
  more: Partial<PostmortemsTable> = {},
): Promise<void> {
  const now = house.now()
  await house.store.transaction((tx) =>
    tx
      .insertInto('postmortems')
      .values({
        id,
        incident_id: id,
        text,
        line_ending: '\n',
        bom: 0,
        revision: 1,
        digest: '',
        visibility: 'internal',
        title: `Title of ${id}`,
        summary: '',
        counted: 0,
        stage: 'draft',
        severity: 'P1',
        started_at: now,
        quarter: '2026-Q4',
        created_at: now,
        created_by: 'system',
        updated_at: now,
        ...more,
      })
      .execute(),
  )
}

/** An action item of it, as it is derived. */
export async function sampleItem(
  house: House,
  id: string,
  item: { key: string; owner?: string; due: string; status?: string; restricted?: boolean; teamId?: string },
): Promise<void> {
  const { key, owner = null, due, status = 'open', restricted = false, teamId = null } = item
  const empty = {
    ticket: null,
    claim: null,
    quarter: null,
    priority: null,
    type: null,
    proof: null,
    effect: null,
    closure: null,
  }
  await house.store.transaction((tx) =>
    tx
      .insertInto('derived_items')
      .values({
        ...empty,
        postmortem_id: id,
        key,
        place: Number(key.slice(1)),
        description: `Change what ${key} is about`,
        owner,
        status,
        due,
        first_due: due,
        late_on: due,
        sort_due: due,
        addresses: '[]',
        done_on: null,
        verified_on: null,
        team_id: teamId,
        restricted: restricted ? 1 : 0,
      })
      .execute(),
  )
}

/** A draft with summary and timeline. */
export const DRAFT = `# Postmortem — Checkout slow

## Summary

Checkout answered slowly for an hour. The cache had been emptied by a deploy.

## Timeline (UTC)

| Time | Event |
|---|---|
| 13:00 | Deploy of checkout |
| 14:00 | All clear |
`
