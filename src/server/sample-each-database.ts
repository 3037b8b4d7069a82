/** Runs a suite on every database there is, each with a house of its own. */
import { afterAll, beforeAll, describe } from 'vitest'
import { type SampleHouse, sampleHouse } from './sample-house.ts'
import { postgresPrograms } from './sample-postgres.ts'
import type { StoreKind } from './store/migration.ts'

/** In CI what is left out is a failure. */
const WITHOUT_POSTGRES = postgresPrograms() === null

/** Runs the suite once for each database; `house` answers with the house that is open while its tests run. */
export function onEachDatabase(suite: (database: StoreKind, house: () => SampleHouse) => void): void {
  for (const database of ['sqlite', 'postgres'] as const)
    describe.skipIf(database === 'postgres' && WITHOUT_POSTGRES)(`on ${database}`, () => {
      let house: SampleHouse | undefined
      beforeAll(async () => {
        house = await sampleHouse({ database })
      })
      afterAll(() => house?.close())
      suite(database, () => house!)
    })
}
