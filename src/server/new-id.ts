/** Ids that sort by when they were made, so that what is new stands at the end of every index. */
import { randomBytes } from 'node:crypto'
import type { Instant } from '../base/instant.ts'

const DIGITS = '0123456789abcdefghjkmnpqrstvwxyz'

/** 26 characters as of a ULID (github.com/ulid/spec), lower case: 48 bits of milliseconds, 80 of chance. */
export function newId(now: Instant): string {
  let time = ''
  for (let rest = now, at = 0; at < 10; at++, rest = Math.floor(rest / 32)) time = DIGITS[rest % 32] + time
  let chance = ''
  for (const byte of randomBytes(16)) chance += DIGITS[byte % 32]
  return time + chance
}
