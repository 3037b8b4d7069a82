/**
 * Draws the documents of test/corpus-labels from the corpus and prints them as drawn.tsv: the same 40 each time.
 *
 * A family here is the corpus index's template family plus a fingerprint of how the document is written. The fingerprint
 * is taken from the raw text by the few simple tests below and never from the product's parser, which the labels measure.
 *
 * Run: npx tsx scripts/draw-corpus-labels.ts > test/corpus-labels/drawn.tsv
 */
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

const SEED = 20261123
const WANTED = 40
const MOST_PER_FAMILY = 3

const repository = join(import.meta.dirname, '..')
const corpus = join(resolve(repository, process.env.NEVERTWICE_MATERIAL ?? '../shared'), 'corpus')

const TIMELINE_WORDS = /^(?:issue |follow-up |block based )?(?:timeline|key events)|^タイムライン/i
const ACTION_WORDS =
  /^(?:action items?|actions?\b|review actions|next steps|follow-?ups?\b|prevention|preventi(?:ve|on) measures|corrective and preventat?ive|アクションアイテム)/i
const TIME = /\d{1,2}:\d{2}|\d{1,2} ?[ap]\.?m\b|\d{1,2}時/i
const DATE =
  /\d{4}-\d{2}-\d{2}|\d{1,2}\/\d{1,2}\/\d{2,4}|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]* \d/i
const ZONE = /\b(?:UTC|GMT|BST|CES?T|P[SD]?T|E[SD]T|JST|[+-]\d{2}:\d{2})\b|all times listed in this report are in/i

/** A line without the marks around its words: heading, bullet, number, emphasis, closing hashes and colons. */
const bare = (line: string): string =>
  line
    .replace(/^[\s#>*_-]*(?:\d+[.)]\s+)?[*_]*/, '')
    .replace(/[\s#:*_]*$/, '')
    .slice(0, 90)

type Section = { opener: string; lines: string[] }

/** The lines below the first line that is only these words, up to the next heading or label of its own kind. */
const sectionOf = (lines: string[], words: RegExp): Section | undefined => {
  const isTitle = (line: string): boolean => words.test(bare(line)) && !line.trimStart().startsWith('|')
  const isMarked = (line: string): boolean => /^\s*(?:#{1,6} |[-*] \*\*|\*\*)/.test(line)
  let start = lines.findIndex((line) => isTitle(line) && isMarked(line))
  if (start < 0) start = lines.findIndex((line) => isTitle(line) && bare(line).split(' ').length <= 2)
  if (start < 0) return undefined
  const opener = lines[start]!
  const level = /^#+/.exec(opener)?.[0].length
  const label = /^\s*(?:[-*] )?\*\*/.exec(opener)?.[0]
  const isEnd = (line: string): boolean => {
    if (level) return new RegExp(`^#{1,${level}} `).test(line)
    if (label) return line.startsWith(label) || /^#/.test(line)
    return TIMELINE_WORDS.test(bare(line)) || ACTION_WORDS.test(bare(line))
  }
  const rest = lines.slice(start + 1)
  const end = rest.findIndex(isEnd)
  return { opener, lines: end < 0 ? rest : rest.slice(0, end) }
}

const KINDS: [name: string, test: (line: string) => boolean][] = [
  ['table', (line) => /^\s*\|/.test(line) && !/^\s*\|[\s:|-]+$/.test(line)],
  ['boxes', (line) => /^\s*[-*+] \[[ xX]\]/.test(line)],
  ['bullets', (line) => /^\s*[-*+•] /.test(line)],
  ['numbers', (line) => /^\s*\d+[.)] /.test(line)],
  ['headings', (line) => /^#{1,6} /.test(line)],
  ['plain', (line) => line.trim() !== ''],
]

/** The way most of these lines are written; a table with any row in it wins, as it is rarely by accident. */
const mostlyWritten = (lines: string[]): string => {
  const counts = new Map<string, number>()
  for (const line of lines) {
    const name = KINDS.find(([, test]) => test(line))?.[0]
    if (name) counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  const structured = [...counts].filter(([name]) => name !== 'plain').sort((a, b) => b[1] - a[1])
  return structured[0]?.[0] ?? (counts.size > 0 ? 'prose' : 'empty')
}

const timelineStyle = (section: Section | undefined): string => {
  if (!section) return 'none'
  const timed = section.lines.filter((line) => TIME.test(line.slice(0, 60)))
  const dated = section.lines.filter((line) => DATE.test(line.slice(0, 40)))
  if (timed.length >= dated.length && timed.length > 0) return mostlyWritten(timed)
  return dated.length > 0 ? `dated-${mostlyWritten(dated)}` : 'untimed'
}

const headingStyle = (lines: string[]): string => {
  if (lines.some((line) => /^#{1,6} /.test(line))) return lines[0] === '---' ? 'front+atx' : 'atx'
  return lines.some((line, at) => at > 0 && /^(?:=+|-{3,})$/.test(line) && lines[at - 1]!.trim() !== '')
    ? 'setext'
    : 'text'
}

const fingerprint = (text: string): string => {
  const lines = text.split(/\r?\n/)
  const timeline = sectionOf(lines, TIMELINE_WORDS)
  const actions = sectionOf(lines, ACTION_WORDS)
  const zoned = timeline && ZONE.test([timeline.opener, ...timeline.lines].join('\n'))
  return [
    `timeline:${timelineStyle(timeline)}`,
    `actions:${actions ? mostlyWritten(actions.lines) : 'none'}`,
    `headings:${headingStyle(lines)}`,
    `zone:${zoned || /all times listed/i.test(text) ? 'stated' : 'unstated'}`,
  ].join(' ')
}

/** The small seeded generator known as mulberry32: numbers from 0 up to but not 1. */
const mulberry32 = (seed: number) => (): number => {
  seed = (seed + 0x6d2b79f5) | 0
  let t = Math.imul(seed ^ (seed >>> 15), 1 | seed)
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
  return ((t ^ (t >>> 14)) >>> 0) / 4294967296
}

const shuffled = <T>(items: T[], random: () => number): T[] => {
  const out = [...items]
  for (let i = out.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1))
    ;[out[i], out[j]] = [out[j]!, out[i]!]
  }
  return out
}

type Candidate = { file: string; template: string; family: string }

const candidates: Candidate[] = readFileSync(join(corpus, 'index.tsv'), 'utf8')
  .trimEnd()
  .split('\n')
  .slice(1)
  .map((row) => {
    const cells = row.split('\t')
    const [file, template] = [cells[0]!, cells[5]!]
    return { file, template, family: `${template} ${fingerprint(readFileSync(join(corpus, 'docs', file), 'utf8'))}` }
  })
  .sort((a, b) => (a.file < b.file ? -1 : 1))

const random = mulberry32(SEED)
const templates = [...new Set(candidates.map((candidate) => candidate.template))].sort()
const waiting = new Map(
  templates.map((name) => [
    name,
    shuffled(
      candidates.filter((c) => c.template === name),
      random,
    ),
  ]),
)
const taken = new Map<string, number>()
const drawn: Candidate[] = []

// One document from each template in turn, so that all of them are seen before any is seen often.
for (let turn = 0; drawn.length < WANTED && turn < candidates.length; turn++) {
  for (const name of templates) {
    const queue = waiting.get(name)!
    const at = queue.findIndex((candidate) => (taken.get(candidate.family) ?? 0) < MOST_PER_FAMILY)
    if (at < 0 || drawn.length >= WANTED) continue
    const [candidate] = queue.splice(at, 1)
    taken.set(candidate!.family, (taken.get(candidate!.family) ?? 0) + 1)
    drawn.push(candidate!)
  }
}

console.log('file\tfamily')
for (const { file, family } of drawn) console.log(`${file}\t${family}`)
