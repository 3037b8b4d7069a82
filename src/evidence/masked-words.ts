/** Says that secrets were found in the evidence and kept out. */
import type { EvidenceBatch } from './fact.ts'

/** One sentence for all batches together; none where nothing was masked. */
export function maskedWords(batches: readonly Pick<EvidenceBatch, 'masked'>[]): string[] {
  const masked = batches.reduce((sum, batch) => sum + (batch.masked ?? 0), 0)
  if (masked === 0) return []
  return [
    masked === 1
      ? '1 secret was masked; it is stored nowhere.'
      : `${masked} secrets were masked; they are stored nowhere.`,
  ]
}
