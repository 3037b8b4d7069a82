import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { sampleHouse } from '../sample-house.ts'
import { enqueue } from '../store/jobs.ts'
import { nextAfter } from './fire-schedules.ts'
import { JOB_KINDS } from './job-kinds.ts'
import { backup } from './kinds/backup.ts'
import { indexRollups } from './kinds/index-rollups.ts'
import { sampleCrew } from './sample-crew.ts'
import { SCHEDULES } from './schedules.ts'
import { Workers } from './workers.ts'

describe('the kinds of jobs', () => {
  it('are those of their folder, sorted', () => {
    const files = readdirSync(new URL('kinds/', import.meta.url)).filter((file) => !file.endsWith('.test.ts'))
    expect(JOB_KINDS.map(({ name }) => `${name}.ts`)).toEqual(files.sort())
  })
  it('are started by schedules that exist, sorted, with expressions that can be read', () => {
    const names = SCHEDULES.map(({ name }) => name)
    expect(names).toEqual(names.toSorted())
    for (const { kind, cron } of SCHEDULES) {
      expect(JOB_KINDS.find(({ name }) => name === kind)!.data.safeParse({}).success).toBe(true)
      expect(nextAfter(cron, 0)).toBeGreaterThan(0)
    }
  })
  it('that other parts do call them, and are parked with what to do where there are none', async () => {
    const world = await sampleHouse()
    const called: string[] = []
    const hooks = { backup: async () => void called.push('backup'), reindex: async () => void called.push('reindex') }
    const settle = async (house: typeof world.house) => {
      for (const { name } of [backup, indexRollups])
        await house.store.transaction((tx) => enqueue(tx, { kind: name, data: {} }, house.now()))
      await new Workers(sampleCrew(house, [backup, indexRollups])).settled()
      const jobs = house.store.read.selectFrom('jobs').select(['state', 'error']).orderBy('kind').orderBy('error')
      return jobs.execute()
    }
    expect(await settle({ ...world.house, hooks })).toMatchObject([{ state: 'done' }, { state: 'done' }])
    expect(called.sort()).toEqual(['backup', 'reindex'])
    expect((await settle(world.house)).filter(({ state }) => state === 'dead')).toMatchObject([
      { error: expect.stringContaining('run `nevertwice backup`') },
      { error: expect.stringContaining('Run `nevertwice reindex`') },
    ])
    await world.close()
  })
})
