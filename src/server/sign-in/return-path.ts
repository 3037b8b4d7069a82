/** Where a browser goes after signing in: a page of ours, whatever the address says. */

/** The path with its query and fragment; `/` for everything that might lead elsewhere. */
export function returnPath(asked: string | undefined, baseUrl: string): string {
  if (!asked || asked.length > 2000 || !/^\/(?![/\\])[^\\\s\p{Cc}]*$/u.test(asked) || !URL.canParse(asked, baseUrl))
    return '/'
  const url = new URL(asked, baseUrl)
  if (url.origin !== baseUrl) return '/'
  const path = `${url.pathname}${url.search}${url.hash}`
  // Dots may have been folded away: what is left has to be a path of this host as well.
  return path.startsWith('//') ? '/' : path
}
