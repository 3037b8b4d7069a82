/** How a postmortem stands: its digest, what its next stage waits for, its gates. Worked out once for each revision and hour. */
import { HOUR, type Instant } from '../../base/instant.ts'
import { stageOf } from '../../publication/stage.ts'
import { readRecord } from '../../record/read-record.ts'
import { requiredSignatures } from '../../signoff/required-signatures.ts'
import { signedDigest } from '../../signoff/signed-digest.ts'
import type { House } from '../house.ts'
import { openPostmortem } from '../store/postmortem-text.ts'
import type { Reader } from '../store/store.ts'
import { type GateCount, gateCounts } from './gate-findings.ts'

/** It depends on text, record, evidence, rules and the clock, and on nothing else. */
export interface Standing {
  readonly digest: string
  readonly waitsFor: readonly string[]
  readonly gates: readonly GateCount[]
}

const MOST = 2000
const remembered = new WeakMap<object, Map<string, Standing>>()

/** Of a row that was read just now. */
export async function standingOf(
  house: House,
  db: Reader,
  row: { readonly id: string; readonly revision: number },
  now: Instant,
): Promise<Standing> {
  const known = remembered.get(house.rules) ?? new Map<string, Standing>()
  remembered.set(house.rules, known)
  const key = `${row.id} ${row.revision} ${Math.floor(now / HOUR)}`
  const held = known.get(key)
  if (held) return held
  const opened = await openPostmortem(house, db, row.id)
  if (!opened) return { digest: '', waitsFor: [], gates: [] }
  const { postmortem, recordText } = opened
  const { waitsFor } = stageOf({
    postmortem,
    entries: readRecord(recordText).entries,
    requiredRoles: requiredSignatures(house.rules.policy, postmortem.metadata.severity?.value ?? null),
    mainTarget: house.rules.publication.mainTarget,
  })
  const standing = { digest: signedDigest(postmortem).root, waitsFor, gates: gateCounts(house, opened, now) }
  if (opened.revision === row.revision && house.live === undefined) {
    known.set(key, standing)
    if (known.size > MOST) known.delete(known.keys().next().value!)
  }
  return standing
}
