/** Signing on real documents of many shapes, where they are at hand. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parsePostmortem } from '../document/parse.ts'
import { readRecord } from '../record/read-record.ts'
import { livingParts } from './living-parts.ts'
import { signPostmortem } from './sign.ts'
import { signatureState } from './signature-state.ts'
import { signedDigest } from './signed-digest.ts'

const material = join(process.env.NEVERTWICE_MATERIAL ?? '../shared', 'corpus', 'docs')
const files = existsSync(material) ? readdirSync(material).filter((name) => name.endsWith('.md')) : []

function signed(source: string, recordText: string, role: string) {
  const postmortem = parsePostmortem(source)
  const result = signPostmortem({
    postmortem,
    recordText,
    role,
    name: role,
    date: '2026-11-25',
    at: 0,
    actor: 'a',
    gateFindings: [],
  })
  if (!result.ok) throw new Error(result.refusal.message)
  return result.value
}

describe.skipIf(files.length === 0)('real documents', () => {
  it('can be signed twice, and both signatures hold', () => {
    for (const name of files.filter((_, index) => index % 3 === 0)) {
      const source = readFileSync(join(material, name), 'utf8')
      const first = signed(source, '', 'Platform Lead')
      const second = signed(first.text, first.recordText, 'CTO')
      const state = signatureState(parsePostmortem(second.text), readRecord(second.recordText).entries, [
        'Platform Lead',
        'CTO',
      ])
      expect([name, state.complete]).toEqual([name, true])
    }
  })

  it('have another digest for another character outside the living parts', () => {
    for (const name of files.filter((_, index) => index % 3 === 1)) {
      const source = readFileSync(join(material, name), 'utf8')
      const postmortem = parsePostmortem(source)
      const parts = livingParts(postmortem)
      for (const share of [0.2, 0.5, 0.9]) {
        const at = Math.floor(source.length * share)
        if (!/[a-z ]/.test(source[at]!) || parts.some((part) => at >= part.from && at < part.to)) continue
        const other = source.slice(0, at) + (source[at] === 'x' ? 'y' : 'x') + source.slice(at + 1)
        expect([name, at, signedDigest(parsePostmortem(other)).root]).not.toEqual([
          name,
          at,
          signedDigest(postmortem).root,
        ])
      }
    }
  })
})
