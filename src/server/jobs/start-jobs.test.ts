import { expect, it } from 'vitest'
import { onEachDatabase } from '../sample-each-database.ts'
import { claimJob } from '../store/jobs.ts'
import { put } from './sample-crew.ts'
import { SCHEDULES } from './schedules.ts'
import { startJobs } from './start-jobs.ts'

onEachDatabase((database, world) => {
  it('F60 jobs start with the server, take up what the process before left, and drain', async () => {
    const { house, lines } = world()
    await put(house, 'clean-up', 'x', { data: {} })
    await claimJob(house.store, { kinds: ['clean-up'], worker: 'before', except: [], now: house.now() })
    if (database === 'postgres') world().later(60_000)
    const jobs = await startJobs(house)
    await expect
      .poll(async () => (await house.store.read.selectFrom('jobs').select('state').execute())[0]!.state)
      .toBe('done')
    await jobs.drain()
    expect(lines.join('').includes('left unfinished')).toBe(database === 'sqlite')
    const schedules = await house.store.read.selectFrom('schedules').select('name').orderBy('name').execute()
    expect(schedules.map(({ name }) => name)).toEqual(
      SCHEDULES.filter(({ on }) => on === undefined).map(({ name }) => name),
    )
    // Nothing is taken after that.
    await put(house, 'clean-up', 'x', { data: {} })
    jobs.wake()
    await jobs.drain()
    const states = await house.store.read.selectFrom('jobs').select('state').orderBy('state').execute()
    expect(states.map(({ state }) => state)).toEqual(['done', 'waiting'])
  })
})
