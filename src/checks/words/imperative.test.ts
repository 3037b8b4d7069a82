import { describe, expect, it } from 'vitest'
import { taskBeginning } from './imperative.ts'

describe('taskBeginning', () => {
  it.each([
    ['Add an alert', 'verb', 'add'],
    ['**Add** an alert', 'verb', 'add'],
    ['A1: add an alert', 'verb', 'add'],
    ['[Platform] Re-deploy the proxy', 'verb', 're-deploy'],
    ['Ada Example: size the pool', 'verb', 'size'],
    ["Don't deploy on Fridays", 'verb', "don't"],
    ['Automatically delete old images', 'verb', 'delete'],
    ['Investigate', 'verb', 'investigate'],
    ['Better monitoring', 'other', 'better'],
    ['The alert should fire', 'other', 'the'],
    ['Adding an alert', 'other', 'adding'],
    ['Added an alert', 'other', 'added'],
    ['`limit` to 50', 'unknown', ''],
    ['https://tracker.example.com/1', 'unknown', 'https'],
    ['checkout_example retries', 'unknown', 'checkout'],
    ['アラートを追加する', 'unknown', ''],
    ['pool の上限を上げる', 'unknown', 'pool'],
    ['', 'unknown', ''],
  ])('%s', (text, kind, word) => {
    const found = taskBeginning(text)
    expect(found.kind).toBe(kind)
    if (kind !== 'unknown') expect(found.word).toBe(word)
  })
})
