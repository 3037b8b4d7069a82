/** Kills the built server over and over while clients write, on every database, and says whether anything that was answered is gone. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { postgresPrograms, startPostgres } from '../src/server/sample-postgres.ts'
import { torture } from '../test/server/torture-rounds.ts'

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '30' } } })
const rounds = Number(values.rounds)
if (!Number.isInteger(rounds) || rounds < 1) {
  console.error(`--rounds is ${values.rounds}; expected a whole number from 1.`)
  process.exit(2)
}
const executable = join(import.meta.dirname, '../bin/nevertwice.js')
const say = (line: string) => console.log(`  ${line}`)
const results: string[] = []
let failed = false

const folder = mkdtempSync(join(tmpdir(), 'nevertwice-torture-'))
console.log('SQLite')
report('SQLite', await torture({ executable, place: { folder }, rounds, say }))
rmSync(folder, { recursive: true, force: true })

if (postgresPrograms() === null) {
  results.push('PostgreSQL: not installed, not tried')
  failed = true
} else {
  console.log('PostgreSQL')
  const postgres = await startPostgres({ durable: true })
  report('PostgreSQL', await torture({ executable, place: { url: postgres.urlOf('postgres') }, rounds, say }))
  await postgres.stop()
}
console.log(`torture: ${results.join('; ')}`)
process.exitCode = failed ? 1 : 0

function report(name: string, { answered, lost, through }: Awaited<ReturnType<typeof torture>>): void {
  for (const words of lost) console.log(`  LOST ${words}`)
  if (lost.length > 0 || answered === 0) failed = true
  results.push(`${name}: ${rounds} kills, ${answered} answered writes (${through.join(', ')}), ${lost.length} lost`)
}
