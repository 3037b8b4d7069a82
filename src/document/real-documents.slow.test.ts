/** Parsing real documents of many shapes, where they are at hand. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { expectSound, valuesOf } from './sample-expectations.ts'
import { changes, withChanges } from './sample-text.ts'

const MATERIAL = join(process.env.NEVERTWICE_MATERIAL ?? '../shared', 'corpus/docs')

function realTexts(): string[] {
  return readdirSync(MATERIAL)
    .filter((name) => name.endsWith('.md'))
    .map((name) => readFileSync(join(MATERIAL, name), 'utf8'))
}

describe.skipIf(!existsSync(MATERIAL))('any text', () => {
  it('that a real postmortem was before somebody changed it, too', () => {
    const texts = realTexts()
    // The text is named by its number, so that a failure prints none of it.
    const which = fc.nat({ max: texts.length - 1 })
    fc.assert(
      fc.property(which, changes, (index, made) => expectSound(withChanges(texts[index]!, made))),
      { seed: 20261123, numRuns: 300 },
    )
  })

  it('of real postmortems says the same with any line endings', () => {
    for (const text of realTexts()) {
      const plain = text.replace(/\r\n?/g, '\n')
      const wanted = valuesOf(plain)
      for (const ending of ['\r\n', '\r']) expect(valuesOf(plain.replaceAll('\n', ending))).toEqual(wanted)
    }
  })
})
