import { describe, expect, it } from 'vitest'
import { shareTerms, termsOf } from './terms.ts'

function share(a: string, b: string): boolean {
  return shareTerms(termsOf(a), termsOf(b))
}

describe('terms', () => {
  it('finds forms of one word, and parts of identifiers', () => {
    expect(share('The connection pool was too small', 'Enlarge the pools of connections')).toBe(true)
    expect(share('checkout-example retried without limit', 'Limit retries of checkout_example')).toBe(true)
    expect(share('接続プールの上限が小さすぎた', 'プールの上限を監視する')).toBe(true)
  })

  it('does not take common words for a link', () => {
    expect(share('There was no alert for the queue', 'There should be a runbook for this')).toBe(false)
    expect(share('証明書の期限切れ', 'ダッシュボードを追加')).toBe(false)
  })

  it('asks for one term only where there are hardly any', () => {
    expect(share('Slow queries', 'Add an index for the queries of orders')).toBe(true)
    expect(share('', 'Add an index')).toBe(false)
  })
})
