/** HTML without its comments. */

/** Leaves closed comments out; one that is never closed stays, so that nothing after it is hidden. */
export function withoutComments(content: string): string {
  const out: string[] = []
  let done = 0
  for (let from = content.indexOf('<!--'); from >= 0; from = content.indexOf('<!--', done)) {
    const to = content.indexOf('-->', from + 2)
    if (to < 0) break
    out.push(content.slice(done, from))
    done = to + 3
  }
  out.push(content.slice(done))
  return out.join('')
}
