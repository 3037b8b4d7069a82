/**
 * Reads hostile texts of growing size and prints the CPU time of each as one line of JSON. It is a program of its own, so that the
 * time of other tests is not counted: `tsx scripts/measure-linear.ts parse|render SIZE,SIZE,... [NAME ...]`, sizes in thousands of characters.
 */
import { parsePostmortem } from '../src/document/parse.ts'
import { renderHtml } from '../src/document/render-html.ts'
import { HOSTILE_TEXTS } from '../test/linear/hostile-texts.ts'

const [what = 'parse', sizes = '320,640,1280,2560,5120', ...names] = process.argv.slice(2)
const read: (text: string) => unknown = what === 'render' ? renderHtml : parsePostmortem

/** Milliseconds of user and system time. */
function timeOf(text: string): number {
  const start = process.cpuUsage()
  read(text)
  const { user, system } = process.cpuUsage(start)
  return (user + system) / 1000
}

for (const [name, make] of Object.entries(HOSTILE_TEXTS)) {
  if (names.length > 0 && !names.includes(name)) continue
  read(make(20_000))
  const times = sizes.split(',').map((size) => {
    const text = make(Number(size) * 1000)
    const first = timeOf(text)
    // Short times are mostly noise: the better of two.
    return Math.round(first < 200 ? Math.min(first, timeOf(text)) : first)
  })
  console.log(JSON.stringify({ name, times }))
}
