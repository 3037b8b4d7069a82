/** Tells whether this Node can run the project, before anything that would fail less clearly. */

/** The oldest Node that works, as `engines` in package.json says. */
export const OLDEST_NODE = '20.19.0'

/**
 * @param {string} version `20.19.0`, as `process.versions.node` gives it
 * @returns {string | null} what is wrong and what to do, or null where the version will do
 */
export function nodeVersionProblem(version) {
  const found = version.split('.').map(Number)
  const wanted = OLDEST_NODE.split('.').map(Number)
  for (let index = 0; index < wanted.length; index++) {
    const difference = (found[index] || 0) - (wanted[index] || 0)
    if (difference > 0) return null
    if (difference < 0) {
      return `Nevertwice needs Node ${OLDEST_NODE} or newer, and this is Node ${version}. Install a newer one from https://nodejs.org and run the command again.`
    }
  }
  return null
}
