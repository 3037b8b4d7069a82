/** Every kind of job, sorted by its file. A new one is a file under `kinds/` and a line here. */
import type { JobKind } from './job-kind.ts'
import { backup } from './kinds/backup.ts'
import { cleanUp } from './kinds/clean-up.ts'
import { deadlines } from './kinds/deadlines.ts'
import { indexRollups } from './kinds/index-rollups.ts'
import { items } from './kinds/items.ts'
import { mail } from './kinds/mail.ts'

/** All of them. */
export const JOB_KINDS: readonly JobKind[] = [backup, cleanUp, deadlines, indexRollups, items, mail]
