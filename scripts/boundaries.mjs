/** Checks that imports in `src/` follow the directions of `.dependency-cruiser.mjs`, that nothing reaches further than it may, and that no file was passed over. */
import { readdirSync } from 'node:fs'
import { join, relative, resolve, sep } from 'node:path'
import { pathToFileURL } from 'node:url'
import { cruise } from 'dependency-cruiser'
import configuration from '../.dependency-cruiser.mjs'
import { readReaches } from './reach.mjs'

const OPTIONS = /** @type {import('dependency-cruiser').ICruiseOptions} */ (configuration.options)

/**
 * @typedef {object} Boundaries
 * @property {{ rule: string, from: string, to: string, comment: string }[]} violations
 * @property {number} cruised how many modules of `src/` were read
 * @property {string[]} missed files of `src/` that were not read
 */

/**
 * @param {string} root the folder that holds `src/`
 * @param {import('dependency-cruiser').ICruiseOptions} [options] how files are read
 * @returns {Promise<Boundaries>}
 */
export async function readBoundaries(root, options = OPTIONS) {
  const { forbidden } = configuration
  const { output } = await cruise(['src'], { ...options, baseDir: root, ruleSet: { forbidden }, validate: true })
  if (typeof output === 'string') throw new Error('dependency-cruiser answered with text instead of a result')
  const comments = new Map(forbidden.map(({ name, comment }) => [name, comment]))
  const read = new Set(output.modules.map(({ source }) => source).filter((source) => source.startsWith('src/')))
  return {
    violations: output.summary.violations.map(({ rule, from, to }) => ({
      rule: rule.name,
      from,
      to,
      comment: comments.get(rule.name) ?? '',
    })),
    cruised: read.size,
    missed: sourceFiles(root).filter((file) => !read.has(file)),
  }
}

/** Every `.ts` file of `src/`, as a path from the root with forward slashes. */
function sourceFiles(/** @type {string} */ root) {
  return readdirSync(join(root, 'src'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'))
}

if (process.argv[1] && import.meta.url === pathToFileURL(resolve(process.argv[1])).href) {
  const { violations, cruised, missed } = await readBoundaries(process.cwd())
  const reaches = readReaches(process.cwd())
  for (const { rule, from, to, comment } of violations) console.error(`${from} imports ${to}\n  ${rule}: ${comment}`)
  for (const { rule, file, line, reached, comment } of reaches)
    console.error(`${file}:${line} has ${reached}\n  ${rule}: ${comment}`)
  for (const file of missed)
    console.error(
      `${file} was not read: the check saw less than there is and proves nothing. See docs/decisions for how imports are read.`,
    )
  const wrong = violations.length + reaches.length + missed.length
  console.log(
    `${cruised} modules read, ${violations.length} wrong imports, ${reaches.length} wrong reaches, ${missed.length} files passed over`,
  )
  process.exitCode = wrong > 0 || cruised === 0 ? 1 : 0
}
