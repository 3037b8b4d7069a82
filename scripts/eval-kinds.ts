/**
 * Scores `kindOfEvent` on the labelled timeline of the material: the mapping of its kind names to ours, accuracy without and with
 * context, precision and recall of each kind, and the confusion table, for the documents used in development and for those kept
 * apart. Those kept apart scored 0.561 (32 of 57) when they were first looked at; since then their errors have been read too, so
 * their figure no longer stands for documents never seen. What each pattern carries, and the cross-validated figure, say
 * `pattern-support.ts`. `--part=develop` reads only the former documents, `--errors` prints each wrong line with the patterns that
 * spoke.
 */
import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { EVENT_KINDS, type EventKind } from '../src/evidence/event-kind.ts'
import { kindOfEvent } from '../src/timeline/kind-of.ts'
import { kindScores, type Reason } from '../src/timeline/kind-scores.ts'
import { patternSupport } from './pattern-support.ts'

/** Which of our kinds count as right for a name in the file; it is counted under the first. */
const MAPPING: Readonly<Record<string, readonly EventKind[]>> = {
  'change/trigger': ['change'],
  'impact started': ['impact-started'],
  'detected/observed': ['observed'],
  // The file has one name for an alert and a page, so both are right for it.
  paged: ['paged', 'alert'],
  acknowledged: ['acknowledged'],
  'incident declared': ['declared'],
  escalated: ['escalated'],
  runbook: ['runbook'],
  investigation: ['investigation'],
  'root cause identified': ['cause-identified'],
  'mitigation tried': ['mitigation'],
  communication: ['communicated'],
  'impact ended': ['impact-ended'],
  'all clear': ['all-clear'],
  'follow-up work': ['follow-up'],
  other: ['other'],
}
const SEED = 'nevertwice-kinds-1'
/** How many of the documents, in the order of SHA-256(seed:document), were kept apart from development. */
const HELD = 9

interface Row {
  readonly doc: string
  readonly event: string
  readonly kind: string
}

interface Guess extends Row {
  readonly guess: EventKind
  readonly inContext: EventKind
}

const file = join(process.env.NEVERTWICE_MATERIAL ?? '../shared', 'corpus/timeline.tsv')
const onlyDevelop = process.argv.includes('--part=develop')
const showErrors = process.argv.includes('--errors')

if (!existsSync(file)) {
  console.log(
    'eval:kinds skipped: there is no labelled timeline; set NEVERTWICE_MATERIAL to the folder that holds corpus/',
  )
  process.exit(0)
}
const rows = readRows(file)
const documents = [...new Set(rows.map((row) => row.doc))].sort((a, b) => (hash(a) < hash(b) ? -1 : 1))
const held = new Set(documents.slice(0, HELD))
const guesses = documents.flatMap((doc) => guess(rows.filter((row) => row.doc === doc)))

console.log('mapping of the names in the file to our kinds:')
for (const [name, kinds] of Object.entries(MAPPING)) console.log(`  ${name.padEnd(24)} ${kinds.join(' or ')}`)
const develop = guesses.filter((row) => !held.has(row.doc))
const parts: [string, readonly Guess[]][] = [[`develop (${documents.length - HELD} documents)`, develop]]
if (!onlyDevelop) {
  parts.push([`held out (${HELD} documents)`, guesses.filter((row) => held.has(row.doc))])
  parts.push([`all (${documents.length} documents)`, guesses])
}
for (const [name, part] of parts) report(name, part)
if (!onlyDevelop)
  for (const line of patternSupport(
    guesses.map((row) => ({ doc: row.doc, event: row.event, right: MAPPING[row.kind] ?? [] })),
    SEED,
  ))
    console.log(line)
console.log(
  `eval:kinds ${parts.map(([name, part]) => `${name.split(' (')[0]} ${share(right(part), part.length)}`).join(', ')}`,
)

function readRows(path: string): Row[] {
  const [, ...lines] = readFileSync(path, 'utf8').split('\n')
  return lines
    .filter((line) => line !== '')
    .map((line) => {
      const [doc = '', , event = '', kind = ''] = line.split('\t')
      if (!MAPPING[kind]) throw new Error(`${path}: the kind "${kind}" is not in the mapping.`)
      return { doc, event, kind }
    })
}

function guess(document: readonly Row[]): Guess[] {
  const previous: EventKind[] = []
  return document.map((row, place) => {
    const inContext = kindOfEvent(row.event, {
      previous,
      position: document.length > 1 ? place / (document.length - 1) : 0,
    })
    const guessed = { ...row, guess: kindOfEvent(row.event), inContext }
    previous.push(inContext)
    return guessed
  })
}

function hash(doc: string): string {
  return createHash('sha256').update(`${SEED}:${doc}`).digest('hex')
}

function isRight(row: Row, kind: EventKind): boolean {
  return MAPPING[row.kind]?.includes(kind) ?? false
}

function right(part: readonly Guess[]): number {
  return part.filter((row) => isRight(row, row.guess)).length
}

function share(some: number, all: number): string {
  return all === 0 ? '-' : (some / all).toFixed(3)
}

function report(name: string, part: readonly Guess[]): void {
  const inContext = part.filter((row) => isRight(row, row.inContext)).length
  console.log(`\n${name}: ${right(part)} of ${part.length} right, accuracy ${share(right(part), part.length)}`)
  console.log(`with the lines before it as context: accuracy ${share(inContext, part.length)}`)
  const counted = part.map((row) => {
    const truth = MAPPING[row.kind]?.[0] ?? 'other'
    return { row, truth, guess: isRight(row, row.guess) ? truth : row.guess }
  })
  console.log(`${'kind'.padEnd(18)} rows  precision  recall`)
  const seen = EVENT_KINDS.filter((kind) => counted.some((row) => row.truth === kind || row.guess === kind))
  for (const kind of seen) {
    const hits = counted.filter((row) => row.truth === kind && row.guess === kind).length
    const truths = counted.filter((row) => row.truth === kind).length
    const claims = counted.filter((row) => row.guess === kind).length
    console.log(
      `${kind.padEnd(18)} ${String(truths).padStart(4)}  ${share(hits, claims).padStart(9)}  ${share(hits, truths).padStart(6)}`,
    )
  }
  console.log('confusion (rows: label, columns: guess)')
  console.log(`${''.padEnd(18)}${seen.map((kind) => kind.slice(0, 6).padStart(7)).join('')}`)
  for (const truth of seen) {
    const cells = seen.map((kind) => counted.filter((row) => row.truth === truth && row.guess === kind).length)
    if (cells.some((n) => n > 0))
      console.log(`${truth.padEnd(18)}${cells.map((n) => String(n || '.').padStart(7)).join('')}`)
  }
  if (!showErrors) return
  for (const { row, truth, guess } of counted.filter((row) => row.truth !== row.guess)) {
    const why: Reason[] = []
    kindScores(row.event, why)
    const spoke = why.filter(({ kind }) => kind === truth || kind === guess)
    console.log(
      `${truth} -> ${guess}: ${row.event.slice(0, 160)}\n    ${spoke.map(({ kind, points, pattern }) => `${kind} ${points.toFixed(1)} ${pattern}`).join('; ')}`,
    )
  }
}
