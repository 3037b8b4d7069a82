/** Compares what the parser finds in the labelled documents with the labels (rules of counting: test/corpus-labels/README.md). */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { formatInstant } from '../src/base/instant.ts'
import { parsePostmortem } from '../src/document/parse.ts'

/** How many of how many. */
export interface Shares {
  right: number
  of: number
}

interface Label {
  readonly kind: string
  readonly counts: boolean
  readonly line: number
  readonly at: string
  readonly date: string
  readonly digest: string
  readonly due: string
}

interface Found {
  readonly line: number
  readonly at?: string
  readonly date?: string
  readonly digest?: string
  readonly due?: string
}

/** Scores of one kind: found of labelled, labelled of found, value right of found. */
export interface Scores {
  readonly recall: Shares
  readonly precision: Shares
  readonly value: Shares
  readonly due: Shares
}

/** Scores all labelled documents; `verbose` prints each difference by document and line. */
export function scoreLabels(folder: string, verbose: boolean) {
  const byDocument = readLabels()
  const title: Shares = { right: 0, of: 0 }
  const timeline = emptyScores()
  const actions = emptyScores()
  for (const [name, { sha, labels }] of byDocument) {
    const bytes = readFileSync(join(folder, name))
    if (createHash('sha256').update(bytes).digest('hex').slice(0, 16) !== sha) continue
    const source = bytes.toString('utf8')
    const postmortem = parsePostmortem(source)
    const lineOf = (offset: number) => source.slice(0, offset).split('\n').length
    const tell = (what: string) => verbose && console.log(`  ${name}: ${what}`)
    const wanted = labels.find(({ kind }) => kind === 'title')
    if (wanted?.counts) {
      title.of++
      const right =
        wanted.line === 0
          ? postmortem.title === null
          : postmortem.title !== null &&
            matches(wanted.digest, digestOf(postmortem.title.text), digestOf(postmortem.title.value))
      if (right) title.right++
      else
        tell(
          `title is ${postmortem.title ? `on line ${lineOf(postmortem.title.span.from)}` : 'missing'}, label says line ${wanted.line}`,
        )
    }
    const rows = postmortem.timeline.map(
      (entry): Found => ({
        line: lineOf(entry.span.from),
        at: entry.at === null ? '' : formatInstant(entry.at),
        date: entry.date ?? '',
      }),
    )
    score(
      labels.filter(({ kind }) => kind === 'timeline'),
      rows,
      timeline,
      (what) => tell(`timeline ${what}`),
    )
    const items = postmortem.actionItems.map(
      (item): Found => ({
        line: lineOf(item.span.from),
        digest: item.owner?.text ? digestOf(source.slice(item.owner.span.from, item.owner.span.to)) : '',
        due: item.due?.value ?? '',
      }),
    )
    score(
      labels.filter(({ kind }) => kind === 'action'),
      items,
      actions,
      (what) => tell(`action ${what}`),
    )
  }
  return { documents: byDocument.size, title, timeline, actions }
}

function score(labels: readonly Label[], found: readonly Found[], scores: Scores, tell: (what: string) => void): void {
  const at = new Map(found.map((item) => [item.line, item]))
  for (const label of labels) {
    if (!label.counts) continue
    scores.recall.of++
    const item = at.get(label.line)
    if (!item) {
      tell(`missed on line ${label.line}`)
      continue
    }
    scores.recall.right++
    if (label.kind === 'timeline' && (label.at !== '' || label.date !== '')) {
      scores.value.of++
      const right = label.at !== '' ? matches(label.at, item.at ?? '') : matches(label.date, item.date ?? '')
      if (right) scores.value.right++
      else tell(`line ${label.line}: time is ${item.at || item.date || 'none'}, label says ${label.at || label.date}`)
    }
    if (label.kind === 'action') {
      scores.value.of++
      scores.due.of++
      if (matches(label.digest, item.digest ?? '')) scores.value.right++
      else
        tell(
          `line ${label.line}: owner ${item.digest ? 'differs' : 'missing'}, label ${label.digest ? 'has one' : 'has none'}`,
        )
      if (matches(label.due, item.due ?? '')) scores.due.right++
      else tell(`line ${label.line}: due is ${item.due || 'none'}, label says ${label.due || 'none'}`)
    }
  }
  const known = new Map(labels.map((label) => [label.line, label]))
  const seen = new Set<number>()
  for (const item of found) {
    const label = known.get(item.line)
    if (label && !label.counts) continue
    scores.precision.of++
    if (label && !seen.has(item.line)) scores.precision.right++
    else tell(`line ${item.line}: found, but ${label ? 'found twice' : 'not labelled'}`)
    seen.add(item.line)
  }
}

function matches(accepted: string, ...values: readonly string[]): boolean {
  const options = accepted === '' ? [''] : accepted.split('|').map((option) => (option === '-' ? '' : option))
  return values.some((value) => options.includes(value))
}

function emptyScores(): Scores {
  return {
    recall: { right: 0, of: 0 },
    precision: { right: 0, of: 0 },
    value: { right: 0, of: 0 },
    due: { right: 0, of: 0 },
  }
}

function readLabels() {
  const lines = readFileSync(join(import.meta.dirname, '../test/corpus-labels/labels.tsv'), 'utf8')
    .trimEnd()
    .split('\n')
  const byDocument = new Map<string, { sha: string; labels: Label[] }>()
  for (const line of lines.slice(1)) {
    const [doc, sha, kind, counts, at_line, , at, date, digest, due] = line.split('\t') as string[]
    const entry = byDocument.get(doc!) ?? { sha: sha!, labels: [] }
    byDocument.set(doc!, entry)
    entry.labels.push({
      kind: kind!,
      counts: counts === 'y',
      line: Number(at_line),
      at: at ?? '',
      date: date ?? '',
      digest: digest ?? '',
      due: due ?? '',
    })
  }
  return byDocument
}

/** The digest rule of the labels. */
function digestOf(text: string): string {
  const plain = text
    .replace(/!?\[([^\][]*)\]\([^()]*\)/g, '$1')
    .replace(/[*`]/g, '')
    .replace(/(?<![\p{L}\p{N}_])_+|_+(?![\p{L}\p{N}_])/gu, '')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim()
  return createHash('sha256').update(plain).digest('hex').slice(0, 16)
}
