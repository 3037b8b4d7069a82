/**
 * Says what each pattern of `src/timeline/event-patterns.ts` carries on labelled lines, and scores the lines of each fold of
 * documents without the patterns that no line of another fold speaks for: what single documents taught does not count there.
 */
import { createHash } from 'node:crypto'
import type { EventKind } from '../src/evidence/event-kind.ts'
import { EVENT_PATTERNS } from '../src/timeline/event-patterns.ts'
import { kindOfEvent } from '../src/timeline/kind-of.ts'
import { kindScores, type Reason } from '../src/timeline/kind-scores.ts'

/** A line and the kinds that are right for it. */
export interface LabelledLine {
  readonly doc: string
  readonly event: string
  readonly right: readonly EventKind[]
}

interface Read extends LabelledLine {
  readonly reasons: readonly Reason[]
}

const FOLDS = 10
/** As in `kind-of.ts`: fewer points say nothing. */
const ENOUGH = 0.3
const name = ({ kind, pattern }: Reason) => `${kind} ${pattern}`

/** Lines of a report. Folds are of whole documents, by SHA-256(seed:fold:document). */
export function patternSupport(lines: readonly LabelledLine[], seed: string): string[] {
  const rows: Read[] = lines.map((line) => {
    const reasons: Reason[] = []
    kindScores(line.event, reasons)
    return { ...line, reasons }
  })
  const holds = new Map<string, number>()
  const decides = new Map<string, number>()
  for (const row of rows)
    for (const pattern of new Set(row.reasons.map(name))) {
      holds.set(pattern, (holds.get(pattern) ?? 0) + 1)
      if (isRight(row, () => true) && !isRight(row, (reason) => name(reason) !== pattern))
        decides.set(pattern, (decides.get(pattern) ?? 0) + 1)
    }
  const all = Object.values(EVENT_PATTERNS).flat().length
  const single = [...decides.keys()].filter((pattern) => holds.get(pattern) === 1)
  const often = [...decides].sort((a, b) => b[1] - a[1])
  return [
    `\npatterns: ${all}; ${all - holds.size} hold on no line here, ${count(holds, 1)} on one, ${holds.size - count(holds, 1)} on more`,
    `${decides.size} decide lines (without them a right line turns wrong): ${often.map(([pattern, n]) => `${pattern} (${n} of ${holds.get(pattern)})`).join(', ')}`,
    `${single.length} decide the only line on which they hold${single.length > 0 ? `: ${single.join(', ')}` : ''}`,
    crossValidated(rows, seed),
  ]
}

function crossValidated(rows: readonly Read[], seed: string): string {
  let right = 0
  let unsupported = 0
  const shares: string[] = []
  for (let fold = 0; fold < FOLDS; fold++) {
    const inside = rows.filter((row) => foldOf(row.doc, seed) === fold)
    const supported = new Set<string>()
    for (const row of rows) {
      if (foldOf(row.doc, seed) === fold) continue
      for (const reason of row.reasons)
        if (reason.points > 0 === row.right.includes(reason.kind)) supported.add(name(reason))
    }
    const hits = inside.filter((row) => isRight(row, (reason) => supported.has(name(reason)))).length
    unsupported += inside.flatMap((row) => row.reasons).filter((reason) => !supported.has(name(reason))).length
    right += hits
    shares.push(`${hits}/${inside.length}`)
  }
  return `cross-validated over ${FOLDS} folds of documents (seed ${seed}), each without the patterns that only it speaks for (${unsupported} times): ${(right / rows.length).toFixed(3)} (${shares.join(', ')})`
}

function foldOf(doc: string, seed: string): number {
  return createHash('sha256').update(`${seed}:fold:${doc}`).digest().readUInt16BE(0) % FOLDS
}

/** Whether the line would be told right by the patterns that are kept. Japanese is weighed elsewhere and stays as it is. */
function isRight(row: Read, keep: (reason: Reason) => boolean): boolean {
  if (/[\u3041-\u30ff\u4e00-\u9fff]/.test(row.event)) return row.right.includes(kindOfEvent(row.event))
  const points = new Map<EventKind, number>()
  for (const reason of row.reasons)
    if (keep(reason)) points.set(reason.kind, (points.get(reason.kind) ?? 0) + reason.points)
  const [best] = [...points].filter(([, sum]) => sum > ENOUGH).sort((a, b) => b[1] - a[1])
  return row.right.includes(best?.[0] ?? 'other')
}

function count(counts: ReadonlyMap<string, number>, n: number): number {
  return [...counts.values()].filter((value) => value === n).length
}
