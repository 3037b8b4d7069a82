import { expect, it } from 'vitest'
import { DAY } from '../../base/instant.ts'
import { onEachDatabase } from '../sample-each-database.ts'
import { sampleAddressee } from '../sample-incident.ts'
import { takeKey } from '../store/idempotency.ts'
import { cleanUp } from '../store/jobs-clean-up.ts'
import { insertSession } from '../store/sessions.ts'
import { jobsOf, put, sampleCrew, sampleKind } from './sample-crew.ts'
import { Workers } from './workers.ts'

onEachDatabase((_, world) => {
  it('throws away what has had its time, and nothing else', async () => {
    const { house, later, ownerLink } = world()
    const personId = await sampleAddressee(house, 'Ada Example')
    const add = async (name: string) => {
      await house.store.transaction(async (tx) => {
        await insertSession(tx, { personId, secret: name, address: 'x', agent: 'x' }, house.now())
        const request = { actor: 'x', key: name, route: 'x', body: 'x' }
        await takeKey(tx, house.store.kind, request, house.now())
      })
      await put(house, 'counted', name)
      await new Workers(sampleCrew(house, [sampleKind('counted', async () => {})])).settled()
    }
    await add('old')
    await ownerLink()
    await put(house, 'waits', 'old')
    const clean = () => cleanUp(house.store, house.now())
    later(DAY - 1)
    expect(await clean()).toEqual({ sessions: 0, idempotency: 0, ownerLinks: 0, jobs: 0, notices: 0 })
    later(DAY)
    expect(await clean()).toEqual({ sessions: 0, idempotency: 1, ownerLinks: 1, jobs: 0, notices: 0 })
    await add('new')
    later(5 * DAY + 1)
    expect(await clean()).toEqual({ sessions: 1, idempotency: 1, ownerLinks: 0, jobs: 1, notices: 0 })
    expect((await jobsOf(house, 'counted')).map(({ data }) => data)).toEqual(['{"name":"new"}'])
    expect(await jobsOf(house, 'waits')).toHaveLength(1)
    const left = await house.store.read.selectFrom('sessions').select('secret').execute()
    expect(left).toEqual([{ secret: 'new' }])
  })
})
