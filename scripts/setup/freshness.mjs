/** Compares the times of files, to know what has to be made again. */
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

/**
 * The time of the newest file or folder at or below a path, so that a removed file counts as a change too.
 * @param {string} path
 * @returns {number} milliseconds since 1970, 0 where nothing is there
 */
function newestTime(path) {
  const own = statSync(path, { throwIfNoEntry: false })
  if (!own) return 0
  if (!own.isDirectory()) return own.mtimeMs
  let newest = own.mtimeMs
  for (const entry of readdirSync(path, { withFileTypes: true })) {
    if (entry.isDirectory() || entry.isFile()) newest = Math.max(newest, newestTime(join(path, entry.name)))
  }
  return newest
}

/**
 * Whether what was made is missing or older than what it was made from.
 * @param {string} made a file that is written last whenever it is made
 * @param {readonly string[]} sources files and folders
 */
export function isStale(made, sources) {
  if (!existsSync(made)) return true
  const time = statSync(made).mtimeMs
  return sources.some((source) => newestTime(source) > time)
}
