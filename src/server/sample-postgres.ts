/** A throwaway PostgreSQL for tests: a cluster of its own in a temporary folder, reached by a socket in it, gone at the end. */
import { type ChildProcess, execFile, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

const DEBIAN = '/usr/lib/postgresql'

/** A cluster that runs. */
export interface ThrowawayPostgres {
  /** The address of one of its databases, as `DATABASE_URL` takes it. */
  readonly urlOf: (database: string) => string
  /** Ends it as a power cut would, and removes it. */
  readonly stop: () => Promise<void>
}

/** The folder of PostgreSQL's programs: Debian's newest, else where the search path leads; null where there is none. */
export function postgresPrograms(): string | null {
  const versions = existsSync(DEBIAN) ? readdirSync(DEBIAN).map(Number).filter(Number.isInteger) : []
  const places = versions.sort((a, b) => b - a).map((version) => join(DEBIAN, String(version), 'bin'))
  try {
    places.push(execFileSync('pg_config', ['--bindir'], { encoding: 'utf8', stdio: 'pipe' }).trim())
  } catch {
    // Not installed, or without the part that developers use.
  }
  return places.find((place) => existsSync(join(place, 'initdb')) && existsSync(join(place, 'postgres'))) ?? null
}

/** Starts one; `durable` writes to disk as a real one does, which most tests need not wait for. */
export async function startPostgres({ durable = false } = {}): Promise<ThrowawayPostgres> {
  const programs = postgresPrograms()
  if (programs === null)
    throw new Error('PostgreSQL is not installed. On Debian: apt-get install postgresql; elsewhere put it on the PATH.')
  const folder = mkdtempSync(join(tmpdir(), 'nevertwice-postgres-'))
  const user = unprivileged()
  if (user.uid !== undefined) chownSync(folder, user.uid, user.gid!)
  const data = join(folder, 'data')
  const initdb = ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync']
  await promisify(execFile)(join(programs, 'initdb'), initdb, { cwd: folder, ...user })
  const settings = [`unix_socket_directories=${folder}`, 'listen_addresses=', 'max_connections=300']
  if (!durable) settings.push('fsync=off', 'synchronous_commit=off', 'full_page_writes=off')
  const server = spawn(join(programs, 'postgres'), ['-D', data, ...settings.flatMap((each) => ['-c', each])], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'pipe'],
    ...user,
  })
  const end = once(server, 'close')
  const kill = () => void server.kill('SIGQUIT')
  process.on('exit', kill)
  await ready(server)
  return {
    urlOf: (database) => `postgres://postgres@${encodeURIComponent(folder)}/${database}`,
    async stop() {
      process.off('exit', kill)
      kill()
      await end
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** PostgreSQL refuses to run as root. */
function unprivileged(): { uid?: number; gid?: number } {
  if (process.getuid?.() !== 0) return {}
  const idOf = (flag: string, name: string) => Number(execFileSync('id', [flag, name], { stdio: 'pipe' }))
  for (const name of ['postgres', 'nobody']) {
    try {
      return { uid: idOf('-u', name), gid: idOf('-g', name) }
    } catch {
      // There is no such user here.
    }
  }
  throw new Error('There is neither a user postgres nor nobody to run PostgreSQL as.')
}

function ready(server: ChildProcess): Promise<void> {
  let said = ''
  return new Promise((done, failed) => {
    server.on('error', failed)
    server.on('close', () => failed(new Error(`PostgreSQL ended: ${said}`)))
    server.stderr!.setEncoding('utf8').on('data', (chunk: string) => {
      said = (said + chunk).slice(-4000)
      if (said.includes('ready to accept connections')) done()
    })
  })
}
