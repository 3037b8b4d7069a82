import { describe, expect, it } from 'vitest'
import { namesSystem } from './system-words.ts'

describe('namesSystem', () => {
  it.each([
    'The connection pool was limited to 20',
    'No alerts on retries',
    'Two policies contradicted each other',
    'checkout_example retried',
    '`limit` was 20',
    '接続プールの上限が低すぎた',
  ])('%s', (text) => expect(namesSystem(text)).toBe(true))

  it.each(['Human mistake', 'Somebody forgot it', 'It happened on Friday night', '担当者のミス'])('not %s', (text) =>
    expect(namesSystem(text)).toBe(false),
  )
})
