import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshDatabase } from '../../src/server/sample-fresh-database.ts'
import { postgresPrograms } from '../../src/server/sample-postgres.ts'
import { type BuiltProgram, buildProgram } from '../cli/built-program.ts'
import { torture } from './torture-rounds.ts'

let program: BuiltProgram
beforeAll(() => {
  program = buildProgram()
})
afterAll(() => program.remove())

describe('F48 a server that is killed while it writes', () => {
  it('loses nothing that it answered, on SQLite', async () => {
    const place = { folder: program.workFolder() }
    const { answered, lost } = await torture({ executable: program.executable, place, rounds: 2 })
    expect(lost).toEqual([])
    expect(answered).toBeGreaterThan(0)
  })

  it.skipIf(postgresPrograms() === null)('loses nothing that it answered, on PostgreSQL', async () => {
    const { url, remove } = await freshDatabase()
    const { answered, lost } = await torture({ executable: program.executable, place: { url }, rounds: 2 })
    await remove()
    expect(lost).toEqual([])
    expect(answered).toBeGreaterThan(0)
  })
})
