/**
 * Reads hostile texts of growing size and prints the CPU time of each as one line of JSON. It is a program of its own, so that the
 * time of other tests is not counted: `node --import tsx scripts/measure-linear.ts parse|render RUNS SIZE,SIZE,... [NAME ...]`, sizes
 * in thousands of characters. One run is quick. With more the least time of each size counts, and a size is read as often in
 * a row as makes up the largest, so that each is measured over equal work: on a busy machine what takes longer than a turn of the
 * processor pays for every turn, and what is shorter does not.
 */
import { parsePostmortem } from '../src/document/parse.ts'
import { renderHtml } from '../src/document/render-html.ts'
import { HOSTILE_TEXTS } from '../test/linear/hostile-texts.ts'

const [what = 'parse', runs = '1', sizes = '320,640,1280,2560,5120', ...names] = process.argv.slice(2)
const read: (text: string) => unknown = what === 'render' ? renderHtml : parsePostmortem

/** Milliseconds of user and system time for one reading, measured over several. */
function timeOf(text: string, readings = 1): number {
  const start = process.cpuUsage()
  for (let reading = 0; reading < readings; reading++) read(text)
  const { user, system } = process.cpuUsage(start)
  return (user + system) / 1000 / readings
}

/** Short times are mostly noise: the better of two. */
function quickTimeOf(text: string): number {
  const first = timeOf(text)
  return first < 200 ? Math.min(first, timeOf(text)) : first
}

for (const [name, make] of Object.entries(HOSTILE_TEXTS)) {
  if (names.length > 0 && !names.includes(name)) continue
  read(make(20_000))
  const texts = sizes.split(',').map((size) => make(Number(size) * 1000))
  const largest = Math.max(...texts.map(({ length }) => length))
  const least = texts.map((text) => (Number(runs) === 1 ? quickTimeOf(text) : Number.POSITIVE_INFINITY))
  for (let run = 0; run < Number(runs) && Number(runs) > 1; run++)
    for (const [at, text] of texts.entries())
      least[at] = Math.min(least[at]!, timeOf(text, Math.round(largest / text.length)))
  console.log(JSON.stringify({ name, times: least.map((time) => Math.round(time * 10) / 10) }))
}
