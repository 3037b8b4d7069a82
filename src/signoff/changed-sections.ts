/** Which sections of a text differ from what was signed. */
import type { SignedDigest } from '../record/entry.ts'

/**
 * Names of the sections that were changed, added or removed since (`summary`, `lessons (added)`, `timeline (removed)`), in the order of the
 * text as it is now, removed ones last. Empty where both are the same.
 */
export function changedSections(signed: SignedDigest, now: SignedDigest): string[] {
  const names: string[] = []
  for (const [name, held] of Object.entries(now.sections)) {
    if (!Object.hasOwn(signed.sections, name)) names.push(`${name} (added)`)
    else if (signed.sections[name] !== held) names.push(name)
  }
  for (const name of Object.keys(signed.sections))
    if (!Object.hasOwn(now.sections, name)) names.push(`${name} (removed)`)
  if (names.length === 0 && signed.root !== now.root) names.push('order of the sections')
  return names
}
