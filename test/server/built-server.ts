/** Starts the built server as a process of its own, on a free port. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'

/** What it said when it was ready. */
interface Ready {
  readonly url: string
  readonly port: number
  readonly ownerLink: string | null
}

/** How it ended. */
export interface Ended {
  readonly code: number | null
  readonly signal: NodeJS.Signals | null
}

/** A server that runs. */
export interface BuiltServer extends Ready {
  readonly child: ChildProcess
  readonly ended: Promise<Ended>
  /** Everything it logged so far. */
  readonly log: () => string
  /** Resolves once a logged line holds the words. */
  readonly logged: (words: string) => Promise<void>
  /** A signal, and how it ended. */
  readonly stop: (signal?: NodeJS.Signals) => Promise<Ended>
}

/** Starts `node EXECUTABLE serve`; fails with what was said where it ends before it is ready. */
export async function startServer(
  executable: string,
  env: NodeJS.ProcessEnv,
  { nodeArgs = [] }: { nodeArgs?: readonly string[] } = {},
): Promise<BuiltServer> {
  const child = spawn(process.execPath, [...nodeArgs, executable, 'serve', '--format', 'json'], {
    env: { PATH: process.env.PATH, PORT: '0', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let log = ''
  const waiting = new Set<() => void>()
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
    log += chunk
    for (const look of waiting) look()
  })
  const ended = once(child, 'close').then(([code, signal]) => ({ code, signal }) as Ended)
  const line = once(createInterface(child.stdout), 'line') as Promise<[string]>
  const first = await Promise.race([line, ended])
  if (!Array.isArray(first)) throw new Error(`the server ended with ${first.code ?? first.signal}: ${log}`)
  return {
    ...(JSON.parse(first[0]) as Ready),
    child,
    ended,
    log: () => log,
    logged: (words) =>
      new Promise((done) => {
        const look = () => {
          if (!log.includes(words)) return
          waiting.delete(look)
          done()
        }
        waiting.add(look)
        look()
      }),
    stop(signal = 'SIGTERM') {
      child.kill(signal)
      return ended
    },
  }
}
