/** The people that an item's Owner cell names, as they are looked up. */

/** Lower case, each once, without `@`; `Ada Example, @bo` is `ada example` and `bo`. Empty for a blank or a placeholder. */
export function ownerKeys(owner: string): string[] {
  if (/^\s*(?:\\?<[^<>]*>|tbd|n\/a|[-–—]*)\s*$/i.test(owner)) return []
  const keys = owner.split(/[,;&/+\n]|\band\b/i).map(ownerKey)
  return [...new Set(keys.filter((key) => key !== ''))]
}

/** One person's name as a key. */
export function ownerKey(name: string): string {
  return name.normalize('NFKC').trim().replace(/^@/, '').replace(/\s+/g, ' ').toLowerCase()
}
