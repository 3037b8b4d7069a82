/** Live editing as the store asks for it. */
import type { LiveTexts } from '../house.ts'
import { cutTyped, followRevision } from './follow-text.ts'
import { appendServerEdit, liveText } from './live-log.ts'

/** The texts that people edit right now. */
export const LIVE_TEXTS: LiveTexts = {
  liveText,
  appendServerEdit,
  cutTyped: (house, tx, id) => cutTyped(house, tx, id),
  settle: (house, id) => followRevision(house, id, []),
}
