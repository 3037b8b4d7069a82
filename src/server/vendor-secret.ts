/** Opens a secret that an administrator set for a vendor. */
import { ok, type Result, refuse } from '../base/result.ts'
import { openSealed } from './auth/seal.ts'
import type { House } from './house.ts'
import { findSealed } from './store/secrets.ts'
import type { Reader } from './store/store.ts'

/** Refusals: `secret-missing`, and as `openSealed` refuses. */
export async function vendorSecret(house: House, db: Reader, name: string): Promise<Result<string>> {
  const sealed = await findSealed(db, name)
  if (sealed === null)
    return refuse(
      'secret-missing',
      `The secret "${name}" is not set. An administrator sets it under Settings, Secrets.`,
    )
  const opened = openSealed(house, name, sealed)
  return opened.ok ? ok(opened.value) : opened
}
