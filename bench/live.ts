/** `tsx bench/live.ts [--seconds 60] [--clients 50]`: live editing beside a bare y-protocols server in one run, and how long documents open. */
import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { cpus, loadavg } from 'node:os'
import { join } from 'node:path'
import * as Y from 'yjs'
import { docOf, textOf } from '../src/server/live/live-doc.ts'
import { typeALot } from '../src/server/live/sample-typing.ts'
import { SAMPLE } from '../src/signoff/sample-postmortem.ts'

const option = (name: string, otherwise: number) => {
  const at = process.argv.indexOf(`--${name}`)
  return at < 0 ? otherwise : Number(process.argv[at + 1])
}
const seconds = option('seconds', 60)
const clients = option('clients', 50)
const keystrokes = 5
const lines = Array.from({ length: clients }, (_, place) => `- line ${place}: \n`).join('')
const text = SAMPLE.replace('## Publication', `${lines}\n## Publication`)

interface Told {
  readonly cpu: NodeJS.CpuUsage
  readonly text: string
}

interface Measured {
  readonly seen: number
  readonly expected: number
  readonly p50: number
  readonly p99: number
  readonly texts: readonly string[]
  readonly cpu: number
  readonly server: string
}

function start(name: string, ...args: string[]): ChildProcess {
  return fork(join(import.meta.dirname, `peers/${name}.ts`), args, { execArgv: ['--import', 'tsx'] })
}

async function heard<T>(child: ChildProcess): Promise<T> {
  return (await once(child, 'message'))[0] as T
}

async function ask(server: ChildProcess): Promise<Told> {
  server.send('how much')
  return heard<Told>(server)
}

async function measure(name: string): Promise<Measured> {
  const server = start(name, text, String(clients))
  const { address, headers } = await heard<{ address: string; headers: Record<string, string>[] }>(server)
  const typists = start('live-clients')
  typists.send({ address, headers, clients, seconds, keystrokes })
  await heard(typists)
  const before = await ask(server)
  const result = await heard<Omit<Measured, 'cpu' | 'server'>>(typists)
  const after = await ask(server)
  for (const child of [typists, server]) child.kill('SIGTERM')
  const cpu = (after.cpu.user + after.cpu.system - before.cpu.user - before.cpu.system) / 1e6
  return { ...result, cpu, server: after.text }
}

/** CPU of opening a document with 100,000 keystrokes from its compacted log: reading the state, and encoding it for who opens it. */
function opening(): { readonly ms: number; readonly bytes: number; readonly characters: number } {
  const first = new Y.Doc()
  first.getText('text').insert(0, text)
  const state = Y.encodeStateAsUpdate(
    docOf([Y.encodeStateAsUpdate(first), ...typeALot(Y.encodeStateAsUpdate(first), 100_000)]),
  )
  const times: number[] = []
  let characters = 0
  for (let round = 0; round < 9; round++) {
    const begun = process.cpuUsage()
    const doc = docOf([state])
    Y.encodeStateAsUpdate(doc)
    const { user, system } = process.cpuUsage(begun)
    times.push((user + system) / 1000)
    characters = textOf(doc).length
  }
  times.sort((a, b) => a - b)
  return { ms: times[4]!, bytes: state.length, characters }
}

console.log(
  `${clients} clients, ${keystrokes} keystrokes a second each, ${seconds} s; ${cpus().length} cores, load ${loadavg()[0]!.toFixed(1)}`,
)
const ours = await measure('live-server')
const bare = await measure('y-server')
const show = (name: string, { p50, p99, cpu, seen, expected }: Measured) =>
  console.log(
    `${name.padEnd(24)} p50 ${p50.toFixed(1)} ms, p99 ${p99.toFixed(1)} ms, CPU ${cpu.toFixed(2)} s, seen ${seen} of ${expected}`,
  )
show('ours, stored first', ours)
show('bare y-protocols', bare)
const { ms, bytes, characters } = opening()
console.log(
  `a document of 100,000 keystrokes (${characters} characters, ${bytes} bytes): opens in ${ms.toFixed(1)} ms of CPU`,
)
const goals = [
  ['p99 at most 2 times that of the bare one', ours.p99 / bare.p99, 2],
  ['CPU at most 1.5 times that of the bare one', ours.cpu / bare.cpu, 1.5],
  ['opens within 60 ms', ms, 60],
] as const
for (const [what, found, most] of goals)
  console.log(`${found <= most ? 'met    ' : 'not met'} ${what}: ${found.toFixed(2)}`)
const identical = [ours, bare].every(
  ({ texts, server, seen, expected }) => texts.length === 1 && texts[0] === server && seen === expected,
)
console.log(`live: ${identical ? 'identical bytes everywhere' : 'TEXTS DIFFER'}`)
process.exitCode = identical ? 0 : 1
