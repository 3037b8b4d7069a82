/** Who may see a postmortem: a restricted one is never published. */
import { ok, type Result, refuse } from '../base/result.ts'
import type { Postmortem } from '../document/model.ts'

/**
 * `internal` where the postmortem may be published. Refused where it is restricted (`restricted`), or where its visibility is a word that is
 * neither (`visibility-unknown`), since a word that we do not know may mean restricted.
 */
export function audienceOf(postmortem: Postmortem): Result<'internal'> {
  const stated = postmortem.metadata.entries.filter((entry) => entry.key === 'visibility')
  for (const { value } of stated) {
    const words = value.text.trim().toLowerCase()
    if (/\brestricted\b/.test(words) && !/^internal \| restricted$/.test(words))
      return refuse(
        'restricted',
        'The postmortem is restricted (metadata, Visibility), so it is not published. Change it to internal once everybody may read it.',
      )
    if (words !== '' && !/^(?:internal|public)\b/.test(words))
      return refuse(
        'visibility-unknown',
        `The metadata says "Visibility: ${value.text.trim()}". Expected internal or restricted; correct it before publishing.`,
      )
  }
  return ok('internal')
}
