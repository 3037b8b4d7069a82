/** Matches paths against globs in linear time: `*` any characters but `/`, `?` one, `**` any folders. */

/** Whether a path (with `/`, relative) matches a glob. A glob without `/` holds in every folder; one that ends in `/` holds for all below. */
export function matchesGlob(path: string, glob: string): boolean {
  if (glob === '') return false
  const trimmed = glob.replace(/^\.?\//, '')
  const anchored = trimmed.includes('/') || glob.startsWith('/') ? trimmed : `**/${trimmed}`
  const whole = anchored.endsWith('/') ? `${anchored}**` : anchored
  return matchParts(path.split('/'), whole.split('/'))
}

function matchParts(parts: readonly string[], globs: readonly string[]): boolean {
  return matchList(parts, globs, (part, glob) => matchName(part, glob), '**')
}

function matchName(name: string, glob: string): boolean {
  return matchList([...name], [...glob], (character, wanted) => wanted === '?' || wanted === character, '*')
}

/** Greedy matching with one place to go back to, so that time is bounded by length times length and never grows beyond. */
function matchList(
  items: readonly string[],
  pattern: readonly string[],
  same: (item: string, wanted: string) => boolean,
  any: string,
): boolean {
  let at = 0
  let wanted = 0
  let anyAt = -1
  let resume = 0
  while (at < items.length) {
    if (pattern[wanted] === any) {
      anyAt = wanted++
      resume = at
    } else if (wanted < pattern.length && same(items[at]!, pattern[wanted]!)) {
      at++
      wanted++
    } else if (anyAt >= 0) {
      wanted = anyAt + 1
      at = ++resume
    } else return false
  }
  while (pattern[wanted] === any) wanted++
  return wanted === pattern.length
}
