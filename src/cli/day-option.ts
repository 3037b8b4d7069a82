/** Reads an option that names a day. */
import { parseInstant } from '../base/instant.ts'
import { CliFailure } from './failure.ts'

/** Fails as `usage` where an option is given that is no day (`YYYY-MM-DD`). */
export function requireDay(option: string, value: string | undefined): void {
  if (value === undefined || (/^\d{4}-\d{2}-\d{2}$/.test(value) && parseInstant(value) !== null)) return
  throw new CliFailure('usage', `${option}: "${value}" is no day. Expected YYYY-MM-DD.`)
}
