/** What a signature binds: one SHA-256 of the signed text, and one of each of its top-level sections. */
import { digest } from '../base/digest.ts'
import type { Postmortem } from '../document/model.ts'
import type { SignedDigest } from '../record/entry.ts'
import { type LivingPart, livingParts } from './living-parts.ts'
import { signedText } from './signed-text.ts'
import { topSections } from './top-sections.ts'

/**
 * The digest of a postmortem. It stays the same when living parts change and with any line endings, and differs when anything else does.
 * Sections are named by their kind, or by their heading where the format has no such section; a second one of a name gets ` (2)`.
 */
export function signedDigest(postmortem: Postmortem): SignedDigest {
  const parts = livingParts(postmortem)
  const whole = { from: 0, to: postmortem.source.length }
  const sections: [string, string][] = []
  const used = new Map<string, number>()
  const starts = topSections(postmortem.sections)
  let next = 0
  starts.forEach((start, index) => {
    const to = starts[index + 1]?.from ?? whole.to
    const inside: LivingPart[] = []
    while (next < parts.length && (parts[next]!.from < to || to === whole.to)) inside.push(parts[next++]!)
    const count = (used.get(start.name) ?? 0) + 1
    used.set(start.name, count)
    const name = count === 1 ? start.name : `${start.name} (${count})`
    sections.push([name, digest(signedText(postmortem, { from: start.from, to }, inside))])
  })
  return { root: digest(signedText(postmortem, whole, parts)), sections: Object.fromEntries(sections) }
}
