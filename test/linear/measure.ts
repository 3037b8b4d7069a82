/** Reads hostile texts at doubling sizes and prints the CPU time of each as JSON: `tsx measure.ts parse|render [seconds] [name ...]`. */
import { parsePostmortem } from '../../src/document/parse.ts'
import { HOSTILE_TEXTS } from './hostile-texts.ts'

const [what = 'parse', first = '320', steps = '4', ...names] = process.argv.slice(2)
const readers: Record<string, (text: string) => unknown> = { parse: parsePostmortem }
if (what === 'render') readers.render = (await import('../../src/document/render-html.ts')).renderHtml
const read = readers[what]!

function cpu(text: string): number {
  const start = process.cpuUsage()
  read(text)
  const { user, system } = process.cpuUsage(start)
  return (user + system) / 1000
}

for (const [name, make] of Object.entries(HOSTILE_TEXTS)) {
  if (names.length > 0 && !names.includes(name)) continue
  read(make(20_000))
  const times: number[] = []
  for (let step = 0; step <= Number(steps); step++) {
    const text = make(Number(first) * 1000 * 2 ** step)
    times.push(Math.min(cpu(text), step < 2 ? cpu(text) : Number.POSITIVE_INFINITY))
  }
  console.log(JSON.stringify({ name, times: times.map(Math.round) }))
}
