import { describe, expect, it } from 'vitest'
import { isAmong, samePerson } from './same-person.ts'

describe('samePerson', () => {
  it.each([
    ['Ada Example', 'ada example'],
    ['Ada Example', '@ada'],
    ['Ada Example', 'ada.example@example.com'],
    ['Ada Example', 'Ada Example <ada@example.com>'],
    ['Ada Example (SRE)', 'Example, Ada'],
    ['山田 太郎', '山田 太郎'],
  ])('%s may be %s', (a, b) => {
    expect(samePerson(a, b)).toBe(true)
    expect(samePerson(b, a)).toBe(true)
  })

  it.each([
    ['Ada Example', 'Ada Sample'],
    ['ada@example.com', 'bo@example.com'],
    ['', 'Ada'],
    ['—', '—'],
  ])('%s is not %s', (a, b) => expect(samePerson(a, b)).toBe(false))
})

describe('isAmong', () => {
  it('looks at each of several owners', () => {
    expect(isAmong('Bo Sample', 'Ada Example, Bo Sample')).toBe(true)
    expect(isAmong('Bo Sample', 'Ada Example and @bo')).toBe(true)
    expect(isAmong('Cy Sample', 'Ada Example / Bo Sample')).toBe(false)
  })
})
