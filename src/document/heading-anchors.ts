/** Names for headings, so that links in a rendered page can reach them. */

/** Gives each heading a name of its own: lower-case letters, digits and hyphens after a prefix that no element of a page has. */
export class HeadingAnchors {
  private readonly prefix: string
  private readonly used = new Map<string, number>()

  constructor(prefix: string) {
    this.prefix = prefix
  }

  /** The name of the next heading with these words; a second one of the same words gets `-1`. */
  next(words: string): string {
    const base = anchorOf(words) || 'section'
    let name = base
    while (this.used.has(name)) {
      const count = this.used.get(base)!
      this.used.set(base, count + 1)
      name = `${base}-${count}`
    }
    this.used.set(name, 1)
    return `${this.prefix}${name}`
  }

  /** What a link to `#anchor` has to name. */
  target(anchor: string): string {
    return `${this.prefix}${anchorOf(anchor)}`
  }
}

const LONGEST = 80

function anchorOf(words: string): string {
  return words
    .slice(0, LONGEST)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s-]/gu, '')
    .trim()
    .replace(/\s/g, '-')
}
