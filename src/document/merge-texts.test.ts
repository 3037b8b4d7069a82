import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyEdits } from '../base/edit.ts'
import { editsBetween } from './edits-between.ts'
import { mergeTexts } from './merge-texts.ts'

const BASE = 'The pool was sized for spring.\nNobody alerted on its use.\nWe raised the limit.\n'

describe('mergeTexts', () => {
  it('joins changes in different places, in either order', () => {
    const ours = BASE.replace('spring', 'the load of spring')
    const theirs = BASE.replace('limit', 'limit to 200')
    const both = BASE.replace('spring', 'the load of spring').replace('limit', 'limit to 200')
    expect(mergeTexts(BASE, ours, theirs)).toEqual({ ok: true, text: both })
    expect(mergeTexts(BASE, theirs, ours)).toEqual({ ok: true, text: both })
  })
  it('names both versions where they overlap', () => {
    const merged = mergeTexts(BASE, BASE.replace('spring', 'summer'), BASE.replace('spring', 'autumn'))
    expect(merged).toEqual({ ok: false, conflicts: [{ base: 'spring', ours: 'summer', theirs: 'autumn' }] })
  })
  it('makes the same change once', () => {
    const changed = BASE.replace('spring', 'summer')
    expect(mergeTexts(BASE, changed, changed.replace('limit', 'ceiling'))).toEqual({
      ok: true,
      text: changed.replace('limit', 'ceiling'),
    })
  })
  it('never drops what one side wrote and the other left alone', () => {
    const word = fc.stringMatching(/^[a-z]{1,4}$/)
    fc.assert(
      fc.property(fc.array(word, { minLength: 6, maxLength: 20 }), fc.nat(), fc.nat(), (words, a, b) => {
        const base = words.map((each, at) => `${at}${each}`).join(' ')
        const [x, y] = [a % words.length, b % words.length]
        fc.pre(Math.abs(x - y) > 1)
        const change = (at: number, to: string) => base.split(' ').with(at, to).join(' ')
        const merged = mergeTexts(base, change(x, 'OURS'), change(y, 'THEIRS'))
        expect(merged.ok && merged.text).toBe(base.split(' ').with(x, 'OURS').with(y, 'THEIRS').join(' '))
      }),
    )
  })
})

describe('editsBetween', () => {
  it('leads from one text to the other, whatever they hold', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (before, after) => {
        expect(applyEdits(before, editsBetween(before, after))).toEqual({ ok: true, value: after })
      }),
    )
  })
})
