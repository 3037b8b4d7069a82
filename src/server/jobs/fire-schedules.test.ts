import { expect, it } from 'vitest'
import { DAY, HOUR } from '../../base/instant.ts'
import { onEachDatabase } from '../sample-each-database.ts'
import { fireSchedules, nextAfter } from './fire-schedules.ts'
import { jobsOf } from './sample-crew.ts'

const MINUTE = 60_000
// Monday 2026-11-23 14:00 UTC, as the clock of a sample house stands.
const BEGIN = Date.UTC(2026, 10, 23, 14, 0)

onEachDatabase((_, world) => {
  /** Fires under a name of the test's own; the jobs are thrown away, as if they had been done. */
  const scheduleOf = (name: string, cron: string) => {
    const look = async () => (await fireSchedules(world().house, [{ name, cron, kind: name }])).length
    const fired = async () => {
      const jobs = await jobsOf(world().house, name)
      await world().house.store.transaction((tx) => tx.deleteFrom('jobs').where('kind', '=', name).execute())
      return jobs.length
    }
    return { look, fired }
  }
  const setClock = (at: number) => world().later(at - world().house.now())

  it('fires at each moment of its expression, not before, and once for all that passed while nobody looked', async () => {
    const { look, fired } = scheduleOf('every-five', '*/5 * * * *')
    setClock(BEGIN + MINUTE)
    expect(await look()).toBe(0)
    setClock(BEGIN + 5 * MINUTE - 1)
    expect(await look()).toBe(0)
    setClock(BEGIN + 5 * MINUTE)
    expect([await look(), await look(), await fired()]).toEqual([1, 0, 1])
    setClock(BEGIN + 8 * HOUR + MINUTE)
    expect([await look(), await look(), await fired()]).toEqual([1, 0, 1])
    setClock(BEGIN + 8 * HOUR + 5 * MINUTE)
    expect([await look(), await fired()]).toEqual([1, 1])
  })

  it('F59 fires once for two schedulers that look at once', async () => {
    const { look, fired } = scheduleOf('shared', '0 * * * *')
    setClock(BEGIN)
    await Promise.all([look(), look()])
    for (let hour = 1; hour <= 5; hour++) {
      setClock(BEGIN + hour * HOUR)
      const both = await Promise.all([look(), look(), look()])
      expect([both.toSorted(), await fired()]).toEqual([[0, 0, 1], 1])
    }
  })

  it('F59 fires nothing twice when the clock goes back an hour, and nothing is lost when it goes forward', async () => {
    const { look, fired } = scheduleOf('nightly', '15 2 * * *')
    setClock(BEGIN)
    await look()
    const night = BEGIN + 12 * HOUR + 15 * MINUTE
    setClock(night)
    expect([await look(), await fired()]).toEqual([1, 1])
    setClock(night - HOUR)
    expect(await look()).toBe(0)
    setClock(night)
    expect(await look()).toBe(0)
    setClock(night + DAY - 30 * MINUTE)
    expect(await look()).toBe(0)
    // Forward over its moment: it fires, and not again when the clock goes back.
    setClock(night + DAY + 30 * MINUTE)
    expect([await look(), await fired()]).toEqual([1, 1])
    setClock(night + DAY - 30 * MINUTE)
    expect(await look()).toBe(0)
    setClock(night + DAY + MINUTE)
    expect(await look()).toBe(0)
    setClock(night + 2 * DAY)
    expect([await look(), await fired()]).toEqual([1, 1])
  })

  it('finds its way back after a clock that was years ahead', async () => {
    const { look, fired } = scheduleOf('years', '15 2 * * *')
    setClock(BEGIN + 3650 * DAY)
    await look()
    setClock(BEGIN)
    expect(await look()).toBe(0)
    setClock(BEGIN + 12 * HOUR + 15 * MINUTE)
    expect([await look(), await fired()]).toEqual([1, 1])
  })

  it('that is off does not fire, and does not catch up when it is on', async () => {
    const { house } = world()
    setClock(BEGIN)
    const schedule = { name: 'optional', cron: '0 * * * *', kind: 'optional' }
    await fireSchedules(house, [{ ...schedule, on: () => false }])
    setClock(BEGIN + HOUR)
    expect(await fireSchedules(house, [schedule])).toEqual([])
    setClock(BEGIN + 2 * HOUR)
    expect(await fireSchedules(house, [schedule])).toEqual(['optional'])
  })
})

it('expressions are UTC, also where summer time begins', () => {
  const spring = Date.UTC(2026, 2, 29, 0, 30)
  expect(nextAfter('30 2 * * *', spring)).toBe(Date.UTC(2026, 2, 29, 2, 30))
  expect(nextAfter('30 2 * * *', Date.UTC(2026, 2, 29, 2, 30))).toBe(Date.UTC(2026, 2, 30, 2, 30))
})
