/** Judges a name before anything is made under it. */

/** Words that say nothing about what a file holds. */
const EMPTY_WORDS = ['common', 'helper', 'helpers', 'impl', 'manager', 'misc', 'service', 'util', 'utils']

const KEBAB = {
  rule: /^[a-z]+(?:-[a-z]+)*$/,
  source: /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/,
  command: /^[a-z]+(?:-[a-z]+)*$/,
}

/** What may be made. */
export const KINDS = Object.keys(KEBAB)

/**
 * @param {keyof typeof KEBAB} kind
 * @param {string} name
 * @returns {string | null} what was found, what was expected; null where the name will do
 */
export function nameProblem(kind, name) {
  if (!KEBAB[kind].test(name)) {
    const letters = kind === 'source' ? 'lower-case letters and digits' : 'lower-case letters'
    return `The name ${JSON.stringify(name)} does not fit; ${letters} are expected, words joined by dashes, such as ${EXAMPLE[kind]}.`
  }
  if (name.length > 40) return `The name "${name}" has ${name.length} letters; 40 are the most.`
  const empty = name.split('-').find((word) => EMPTY_WORDS.includes(word))
  if (empty)
    return `The name "${name}" holds "${empty}", which says nothing about what is inside. Name the one thing that it does.`
  if (kind === 'source' && name === 'kit') return 'The folder "kit" is what all sources share. Choose another name.'
  return null
}

const EXAMPLE = { rule: 'impact-names-regions', source: 'example-pager', command: 'history' }
