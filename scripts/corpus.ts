/** Measures the document room on the real postmortems of the material and on 40 documents labelled by hand: `npm run corpus`. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parsePostmortem } from '../src/document/parse.ts'
import { type Shares, scoreLabels } from './corpus-labels.ts'

const material = process.env.NEVERTWICE_MATERIAL ?? join(import.meta.dirname, '../../shared')
const folder = join(material, 'corpus/docs')
if (!existsSync(folder)) {
  console.log(
    `corpus: failed: there are no real documents at ${folder}; set NEVERTWICE_MATERIAL to the folder that holds corpus/`,
  )
  process.exit(1)
}
const verbose = process.argv.includes('--verbose')

interface Presence {
  readonly documents: number
  readonly unchanged: number
  readonly threw: readonly string[]
  readonly titled: Shares
  readonly timelines: Shares
  readonly actions: Shares
}

/** Parses everything: what throws, what changes, what has a section without entries. */
function presence(): Presence {
  const names = readdirSync(folder).filter((name) => name.endsWith('.md'))
  const threw: string[] = []
  const count = { unchanged: 0, titled: 0, timelineSections: 0, timelines: 0, actionSections: 0, actions: 0 }
  const empty: string[] = []
  for (const name of names) {
    const bytes = readFileSync(join(folder, name))
    try {
      const postmortem = parsePostmortem(bytes.toString('utf8'))
      if (Buffer.from(postmortem.source, 'utf8').equals(bytes)) count.unchanged++
      if (postmortem.title) count.titled++
      else empty.push(`no title: ${name}`)
      if (postmortem.sections.some(({ kind }) => kind === 'timeline')) {
        count.timelineSections++
        if (postmortem.timeline.length > 0) count.timelines++
        else empty.push(`timeline section without entries: ${name}`)
      }
      if (postmortem.sections.some(({ kind }) => kind === 'action-items')) {
        count.actionSections++
        if (postmortem.actionItems.length > 0) count.actions++
        else empty.push(`action items section without items: ${name}`)
      }
    } catch (error) {
      threw.push(`${name}: ${error}`)
    }
  }
  if (verbose) for (const line of empty) console.log(line)
  return {
    documents: names.length,
    unchanged: count.unchanged,
    threw,
    titled: { right: count.titled, of: names.length },
    timelines: { right: count.timelines, of: count.timelineSections },
    actions: { right: count.actions, of: count.actionSections },
  }
}

function row(what: string, { right, of }: Shares, goal: number): boolean {
  const share = of === 0 ? 1 : right / of
  const met = share >= goal
  console.log(
    `${met ? 'ok  ' : 'LOW '} ${what.padEnd(52)} ${String(right).padStart(4)} of ${String(of).padStart(4)}  ${share.toFixed(3)}  goal ${goal}`,
  )
  return met
}

const seen = presence()
for (const line of seen.threw) console.log(`threw: ${line}`)
const labels = scoreLabels(folder, verbose)
console.log(`Real documents: ${folder}`)
const results = [
  row('parsed without throwing', { right: seen.documents - seen.threw.length, of: seen.documents }, 1),
  row('bytes unchanged after parse and no edit', { right: seen.unchanged, of: seen.documents }, 1),
  row('title found, of all documents', seen.titled, 0.98),
  row('timeline with entries, of those with the section', seen.timelines, 0.95),
  row('action items, of those with the section', seen.actions, 0.95),
]
console.log(`Labelled by hand: ${labels.documents} documents (test/corpus-labels)`)
results.push(
  row('title right', labels.title, 0.98),
  row('timeline entry recall', labels.timeline.recall, 0.95),
  row('timeline entry precision', labels.timeline.precision, 0.97),
  row('timeline time right', labels.timeline.value, 0.95),
  row('action item recall', labels.actions.recall, 0.95),
  row('action item precision', labels.actions.precision, 0.97),
  row('action item owner right', labels.actions.value, 0.95),
  row('action item due right', labels.actions.due, 0.95),
)
const met = results.filter(Boolean).length
console.log(`corpus: ${met} of ${results.length} goals met over ${seen.documents} documents`)
process.exitCode = met === results.length ? 0 : 1
