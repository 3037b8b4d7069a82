import { expect, it } from 'vitest'
import { takeOverPolicy } from './follow-policy.ts'
import { sampleHouse } from './sample-house.ts'

it('what an administrator sets is what every part works by, until it is taken back', async () => {
  const world = await sampleHouse()
  const base = world.house.rules
  const house = { ...world.house, rules: { ...base } }
  const { token } = await world.person('Ada Example', 'admin')
  const key = '/api/v1/settings/policy.draftHours'
  expect((await world.send('PUT', key, { token, body: { value: 24 } })).status).toBe(200)
  await takeOverPolicy(house, base)
  expect(house.rules.policy.draftHours).toBe(24)
  expect((await world.send('DELETE', key, { token })).status).toBeLessThan(300)
  await takeOverPolicy(house, base)
  expect(house.rules.policy.draftHours).toBe(base.policy.draftHours)
  await world.close()
})
