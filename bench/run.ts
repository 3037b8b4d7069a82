/** `npm run bench`: our figures beside their peers in one run, as a table, kept in docs/benchmarks.md with --write. */
import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'esbuild'
import { makeDocuments } from './make-documents.ts'
import { type Measured, measure } from './measure.ts'

const root = join(import.meta.dirname, '..')
const material = process.env.NEVERTWICE_MATERIAL ?? join(root, '../shared')
if (!existsSync(join(material, 'corpus/docs'))) {
  console.log(`bench: skipped, ${join(material, 'corpus/docs')} is not there (set NEVERTWICE_MATERIAL)`)
  process.exit(0)
}
const quick = process.argv.includes('--quick')
const runs = quick ? 1 : 3
const work = mkdtempSync(join(tmpdir(), 'nevertwice-bench-'))
const lines: string[] = []
const goals: { readonly what: string; readonly met: boolean; readonly found: string }[] = []

function say(line: string): void {
  lines.push(line)
  console.log(line)
}

function goal(what: string, met: boolean, found: string): void {
  goals.push({ what, met, found })
}

async function main(): Promise<void> {
  if (!existsSync(join(import.meta.dirname, 'node_modules'))) {
    console.log('Installing the peers to measure beside (once) ...')
    execFileSync('npm', ['ci', '--no-audit', '--no-fund'], { cwd: import.meta.dirname, stdio: 'inherit' })
  }
  execFileSync('npm', ['run', 'build'], { cwd: root, stdio: 'ignore' })
  await build({
    entryPoints: ['ours', 'edit'].map((name) => join(import.meta.dirname, `peers/${name}.ts`)),
    bundle: true,
    platform: 'node',
    format: 'esm',
    outdir: work,
    outExtension: { '.js': '.mjs' },
    logLevel: 'error',
  })
  const folder = join(work, 'documents')
  const few = join(work, 'few')
  const many = join(work, 'many')
  const bytes = makeDocuments(material, folder, 1000)
  makeDocuments(material, few, 200)
  makeDocuments(material, many, 5000)
  const node = process.execPath
  const peer = (name: string, where = folder) => [node, join(import.meta.dirname, `peers/${name}.mjs`), where]
  const ours = (what: string) => [node, join(work, 'ours.mjs'), folder, what]
  const cache = join(work, 'cache')
  const check = (where: string, ...more: string[]) => [
    'env',
    `NEVERTWICE_CACHE=${more.includes('cached') ? cache : 'off'}`,
    node,
    join(root, 'bin/nevertwice.js'),
    'check',
    where,
    '--format',
    'json',
  ]

  say(
    `Machine: ${cpus().length} cores, ${cpus()[0]?.model.trim()}; Node ${process.version}; ${runs} ${runs === 1 ? 'run' : 'runs'} each, medians; load average at the start ${loadavg()[0]!.toFixed(1)}.`,
  )
  say(`1,000 documents of ${Math.round(bytes / 1000)} bytes on average, made by seeded mutation of the real ones.`)
  say('')
  say('| program | documents | CPU s | wall s | documents a second (wall) | peak MB |')
  say('|---|---|---|---|---|---|')
  const table = (name: string, documents: number, found: Measured): Measured => {
    say(
      `| ${name} | ${documents} | ${found.cpu.toFixed(2)} | ${found.wall.toFixed(2)} | ${Math.round(documents / found.wall)} | ${found.peak === null ? '' : Math.round(found.peak)} |`,
    )
    return found
  }
  const idle = measure([node, '-e', '0'], quick ? 3 : 9)
  const reading = table('reading alone', 1000, measure(peer('read'), runs))
  const parsing = table('reading and markdown-it', 1000, measure(peer('markdown-it'), runs))
  table('our parse and model, one thread', 1000, measure(ours('model'), runs))
  const rules = table('our parse, model and all rules, one thread', 1000, measure(ours('rules'), runs))
  const whole = table('nevertwice check, no cache', 1000, measure(check(folder), runs, [0, 1]))
  measure(check(folder, 'cached'), 1, [0, 1])
  const again = table('nevertwice check again, cache', 1000, measure(check(folder, 'cached'), runs, [0, 1]))
  const large = table('nevertwice check, no cache', 5000, measure(check(many), 1, [0, 1]))
  const rumdl = table(
    'rumdl (native)',
    1000,
    measure([join(import.meta.dirname, 'node_modules/.bin/rumdl'), 'check', '--no-cache', folder], runs, [0, 1]),
  )
  const writeGood = table('write-good', 1000, measure(peer('write-good'), 1))
  const markdownlint = table('markdownlint', 1000, measure(peer('markdownlint'), 1))
  const remarkLint = table('remark-lint', 1000, measure(peer('remark-lint'), 1))
  const textlint = table('textlint with write-good', 1000, measure(peer('textlint'), 1))
  const alex = table('alex', 200, measure(peer('alex', few), 1))

  say('')
  const one = join(folder, 'doc-00000.md')
  const single = measure(check(one), quick ? 3 : 9, [0, 1])
  const edits = (
    JSON.parse(execFileSync(node, [join(work, 'edit.mjs'), folder], { encoding: 'utf8' })) as number[]
  ).sort((a, b) => a - b)
  const p99 = edits[Math.floor(edits.length * 0.99)]!
  say(`One file: ${(single.wall * 1000).toFixed(0)} ms, \`node -e 0\`: ${(idle.wall * 1000).toFixed(0)} ms.`)
  say(
    `One character typed into 10 kB to new findings: median ${edits[edits.length >> 1]!.toFixed(2)} ms, p99 ${p99.toFixed(2)} ms.`,
  )
  say('')
  const rate = (found: Measured, documents = 1000) => documents / found.wall
  const times = (value: number) => `${value.toFixed(1)} times`
  goal(
    'parse, model and all rules: at most 2 times the CPU of reading and markdown-it',
    rules.cpu <= 2 * parsing.cpu,
    times(rules.cpu / parsing.cpu),
  )
  goal(
    'check: at least 10 times markdownlint',
    rate(whole) >= 10 * rate(markdownlint),
    times(rate(whole) / rate(markdownlint)),
  )
  goal(
    'check: at least 12 times textlint with write-good',
    rate(whole) >= 12 * rate(textlint),
    times(rate(whole) / rate(textlint)),
  )
  goal('check: at least 25 times alex', rate(whole) >= 25 * rate(alex, 200), times(rate(whole) / rate(alex, 200)))
  goal('check: within 3 times rumdl', whole.wall <= 3 * rumdl.wall, times(whole.wall / rumdl.wall))
  goal('peak memory of check under 200 MB', (whole.peak ?? 0) < 200, `${Math.round(whole.peak ?? 0)} MB`)
  goal(
    'peak memory flat from 1,000 to 5,000 documents (at most a quarter more)',
    (large.peak ?? 0) <= 1.25 * (whole.peak ?? 1),
    `${Math.round(whole.peak ?? 0)} to ${Math.round(large.peak ?? 0)} MB`,
  )
  goal(
    'check again with the cache: within 3 times reading alone',
    again.wall <= 3 * reading.wall,
    times(again.wall / reading.wall),
  )
  goal('one file: within 3 times node -e 0', single.wall <= 3 * idle.wall, times(single.wall / idle.wall))
  goal('one edit of 10 kB: at most 10 ms at p99', p99 <= 10, `${p99.toFixed(2)} ms`)
  say('| goal | found | met |')
  say('|---|---|---|')
  for (const { what, met, found } of goals) say(`| ${what} | ${found} | ${met ? 'yes' : 'no'} |`)
  say('')
  say(
    `Also: write-good ${times(rate(whole) / rate(writeGood))} and remark-lint ${times(rate(whole) / rate(remarkLint))} slower than our check.`,
  )
  if (process.argv.includes('--write')) keep()
  const met = goals.filter((one) => one.met).length
  console.log(`bench: ${met} of ${goals.length} goals met`)
}

/** Puts the tables between the marks of docs/benchmarks.md. */
function keep(): void {
  const page = join(root, 'docs/benchmarks.md')
  const [start, end] = ['<!-- bench -->', '<!-- /bench -->']
  const text = readFileSync(page, 'utf8')
  writeFileSync(
    page,
    `${text.slice(0, text.indexOf(start) + start.length)}\n\n${lines.join('\n')}\n\n${text.slice(text.indexOf(end))}`,
  )
}

await main().finally(() => rmSync(work, { recursive: true, force: true }))
