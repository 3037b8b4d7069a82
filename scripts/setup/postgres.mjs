/** Sees to it that PostgreSQL's programs are there for the tests, or says what to install. */
import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { say } from './prepare.mjs'
import { run } from './run.mjs'

const DEBIAN = '/usr/lib/postgresql'

/** Installs Debian's package where it is missing and this user may; the tests on PostgreSQL are skipped otherwise. */
export async function installPostgresWhenMissing() {
  if (hasPostgres()) return
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) {
    say(
      'PostgreSQL is not installed, so the tests on it are skipped. Install it (on Debian and Ubuntu: `sudo apt-get install postgresql`) and run again.',
    )
    return
  }
  say('PostgreSQL is not installed and this is root: installing the Debian package postgresql (apt-get), for the tests')
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  await run('apt-get', ['update', '-qq'], { env })
  await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'postgresql'], { env })
  if (!hasPostgres()) say('PostgreSQL could not be installed; apt-get says why above. The tests on it are skipped.')
}

/** The same places that src/server/sample-postgres.ts looks in. */
function hasPostgres() {
  const versions = existsSync(DEBIAN) ? readdirSync(DEBIAN) : []
  if (versions.some((version) => existsSync(join(DEBIAN, version, 'bin', 'initdb')))) return true
  try {
    const place = execFileSync('pg_config', ['--bindir'], { encoding: 'utf8', stdio: 'pipe' }).trim()
    return existsSync(join(place, 'initdb'))
  } catch {
    return false
  }
}
