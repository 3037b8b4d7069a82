/** Scores `kindOfEvent` on the labelled timeline of the material: accuracy, precision and recall per kind, confusion. */
import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { EVENT_KINDS, type EventKind } from '../src/evidence/event-kind.ts'
import { kindOfEvent } from '../src/timeline/kind-of.ts'
import { kindScores } from '../src/timeline/kind-scores.ts'

/** Which of our kinds count as right for a name in the file. The first one is the one it is counted under. */
const MAPPING: Readonly<Record<string, readonly EventKind[]>> = {
  'change/trigger': ['change'],
  'impact started': ['impact-started'],
  'detected/observed': ['observed'],
  // The file has no name for an alert apart from a page, so both are right for it.
  paged: ['paged', 'alert'],
  acknowledged: ['acknowledged'],
  'incident declared': ['declared'],
  escalated: ['escalated'],
  investigation: ['investigation'],
  'root cause identified': ['cause-identified'],
  'mitigation tried': ['mitigation'],
  communication: ['communicated'],
  'impact ended': ['impact-ended'],
  'all clear': ['all-clear'],
  'follow-up work': ['follow-up'],
  other: ['other'],
  runbook: ['runbook'],
}
const SEED = 'nevertwice-kinds-1'
/** How many of the documents, in the order of SHA-256(seed:document), are kept apart from development. */
const HELD = 9

interface Row {
  readonly doc: string
  readonly event: string
  readonly kind: string
}

const material = process.env.NEVERTWICE_MATERIAL ?? '../shared'
const file = process.argv.find((arg) => arg.endsWith('.tsv')) ?? join(material, 'corpus/timeline.tsv')
const part = process.argv.find((arg) => arg.startsWith('--part='))?.slice(7)
const verbose = process.argv.includes('--errors')

if (!existsSync(file)) {
  console.log('eval:kinds skipped: no labelled timeline at NEVERTWICE_MATERIAL')
  process.exit(0)
}
const rows = readFileSync(file, 'utf8')
  .split('\n')
  .slice(1)
  .filter((line) => line !== '')
  .map((line): Row => {
    const [doc = '', , event = '', kind = ''] = line.split('\t')
    return { doc, event, kind }
  })
const order = [...new Set(rows.map((row) => row.doc))].sort((a, b) => (hash(a) < hash(b) ? -1 : 1))
const held = new Set(order.slice(0, HELD))

if (part !== 'held')
  report(
    'develop',
    rows.filter((row) => !held.has(row.doc)),
  )
if (part !== 'develop')
  report(
    'held out',
    rows.filter((row) => held.has(row.doc)),
  )

function hash(doc: string): string {
  return createHash('sha256').update(`${SEED}:${doc}`).digest('hex')
}

function report(name: string, part: readonly Row[]) {
  let right = 0
  const confusion = new Map<string, number>()
  for (const row of part) {
    const guess = kindOfEvent(row.event)
    const allowed = MAPPING[row.kind] ?? []
    if (allowed.includes(guess)) right++
    else if (verbose) {
      const why: string[] = []
      kindScores(row.event, why)
      console.log(`${row.kind} -> ${guess} | ${row.event.slice(0, 200)}\n      ${why.join('; ')}`)
    }
    const key = `${allowed[0]}\t${allowed.includes(guess) ? allowed[0] : guess}`
    confusion.set(key, (confusion.get(key) ?? 0) + 1)
  }
  console.log(name, right, part.length, (right / part.length).toFixed(3))
  void EVENT_KINDS
  for (const [key, n] of [...confusion].sort()) if (key.split('\t')[0] !== key.split('\t')[1]) console.log('  ', key, n)
}
