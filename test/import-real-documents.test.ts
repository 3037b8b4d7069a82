import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parsePostmortem } from '../src/document/parse.ts'
import { lostInConversion, toFormat } from '../src/document/to-format.ts'

const material = process.env.NEVERTWICE_MATERIAL ?? join(import.meta.dirname, '../../shared')
const folder = join(material, 'corpus/docs')

describe.skipIf(!existsSync(folder))('real documents in the format', () => {
  it('every paragraph, bullet, cell and code block of each occurs in its result, and its timeline is the same', () => {
    for (const name of readdirSync(folder)) {
      const postmortem = parsePostmortem(readFileSync(join(folder, name), 'utf8'))
      const { text } = toFormat(postmortem, { incidentId: 'INC-2026-01-01-001', startedAt: null })
      expect(lostInConversion(postmortem, text), name).toEqual([])
      const known = (rows: typeof postmortem.timeline) => rows.flatMap(({ at }) => (at === null ? [] : [at]))
      if (postmortem.timeline.length > 0)
        expect(known(parsePostmortem(text).timeline).length, name).toBeGreaterThanOrEqual(
          known(postmortem.timeline).length,
        )
    }
  })
})
