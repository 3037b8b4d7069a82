/** The policy in force: what the environment and the file say, else what an administrator set, else the default. */
import type { Policy } from '../checks/policy.ts'
import type { House } from './house.ts'
import { settingsInForce } from './settings-in-force.ts'
import type { Reader } from './store/store.ts'

/** Read anew each time, so that every process works by what was set last. */
export async function currentPolicy(house: House, db: Reader): Promise<Policy> {
  const policy = structuredClone(house.rules.policy) as unknown as Record<string, unknown>
  for (const { key, value, origin } of await settingsInForce(house, db)) {
    const path = key.split('.')
    if (path.shift() !== 'policy' || origin.from !== 'database') continue
    const last = path.pop()!
    const inside = path.reduce((at, part) => at[part] as Record<string, unknown>, policy)
    inside[last] = value
  }
  return policy as unknown as Policy
}
