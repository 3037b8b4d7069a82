/** Lets the whole server work by the policy that administrators set, without a restart. */
import { currentPolicy } from './current-policy.ts'
import type { House, Rules } from './house.ts'

/** How soon another process works by what was set, in milliseconds. */
const EVERY = 5000

/** A house whose rules follow what is set; `base` are those of file and environment. */
export type FollowingHouse = Omit<House, 'rules'> & { readonly rules: { -readonly [K in keyof Rules]: Rules[K] } }

/** Takes over what is set now. */
export async function takeOverPolicy(house: FollowingHouse, base: Rules): Promise<void> {
  house.rules.policy = await currentPolicy({ ...house, rules: base }, house.store.read)
}

/** Goes on doing so until it is stopped; a database that does not answer leaves the policy as it was. */
export function followPolicy(house: FollowingHouse, base: Rules): () => void {
  const timer = setInterval(() => {
    takeOverPolicy(house, base).catch((error) => house.log.warn({ err: error }, 'the settings could not be read'))
  }, EVERY)
  timer.unref()
  return () => clearInterval(timer)
}
