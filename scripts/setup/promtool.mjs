/** Sees to it that promtool is there for the tests of the alert rules, or says what to install. */
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { ROOT, say } from './prepare.mjs'
import { run } from './run.mjs'

/** Beside the dependencies: gone with them, and nothing of the system changes. */
const FOLDER = join(ROOT, 'node_modules', '.cache', 'promtool')

/**
 * The program, from the search path or from where it was unpacked.
 * @returns {string | null} its path, or null where there is none
 */
export function findPromtool() {
  const places = [FOLDER, ...(process.env.PATH ?? '').split(delimiter).filter((place) => place !== '')]
  return places.map((place) => join(place, 'promtool')).find((path) => existsSync(path)) ?? null
}

/** Takes it out of Debian's package where it is missing: nothing is installed, so no Prometheus starts. */
export async function fetchPromtoolWhenMissing() {
  if (findPromtool() !== null) return
  const wanted = 'promtool, which tests the alert rules, is missing'
  if (!existsSync('/usr/bin/apt-get') || !existsSync('/usr/bin/dpkg-deb')) {
    say(`${wanted}, so they are not tested. Put it on the PATH (it comes with Prometheus) and run again.`)
    return
  }
  say(`${wanted}: taking it out of the Debian package prometheus (apt-get download) into node_modules/.cache`)
  const work = join(FOLDER, 'package')
  rmSync(FOLDER, { recursive: true, force: true })
  mkdirSync(work, { recursive: true })
  // Without root the lists of packages are used as they are.
  const download = () => run('apt-get', ['download', '-qq', 'prometheus'], { cwd: work })
  if ((await download()).code !== 0 && process.getuid?.() === 0) {
    await run('apt-get', ['update', '-qq'])
    await download()
  }
  const archive = readdirSync(work).find((file) => file.endsWith('.deb'))
  if (archive) {
    await run('dpkg-deb', ['-x', join(work, archive), join(work, 'files')])
    const program = join(work, 'files', 'usr', 'bin', 'promtool')
    if (existsSync(program)) renameSync(program, join(FOLDER, 'promtool'))
  }
  rmSync(work, { recursive: true, force: true })
  if (findPromtool() === null)
    say('promtool could not be had that way; install it (apt-get install prometheus). The alert rules are not tested.')
}
