import { describe, expect, it } from 'vitest'
import { quantitiesAgree, quantitiesIn } from './quantities.ts'

function told(text: string) {
  return quantitiesIn(text).map(({ kind, value, key }) => `${kind} ${Math.round(value * 1000) / 1000} ${key}`)
}

describe('quantitiesIn', () => {
  it.each([
    ['1,234 orders failed', ['count 1234 order']],
    ['1,234 failed orders; ~$45K revenue', ['count 1234 order', 'money 45000 $']],
    ['12 % of requests and 3.5% of all tenants', ['percent 12 % request', 'percent 3.5 % tenant']],
    ['a 42-minute outage, 1.5 h of work, 90 s', ['duration 42 min', 'duration 90 min', 'duration 1.5 min']],
    ['about 2 million users lost 3 GB', ['count 2000000 user', 'size 3 GB']],
    ['1,200件の注文、約3時間、5万円', ['count 1200 注文', 'duration 180 min', 'money 50000 円']],
    ['17 engineer-hours', ['count 17 engineer-hour']],
    ['v2.14.1 of 2026-11-23 at 14:03, EX-12, #17, p99, HTTP 502, 5xx, step 3', []],
    ['in November 2026 customers saw 502 responses', []],
    ['503 incidents on Ubuntu 18.04 nodes, 3件', ['count 3 件']],
    ['the 3rd try at 10.0.0.1', []],
    ['2 of 3 replicas', ['count 2 replica', 'count 3 replica']],
  ])('%s', (text, expected) => expect(told(text)).toEqual(expected))

  it('compares as exactly as each figure is told', () => {
    const agree = (a: string, b: string) => quantitiesAgree(quantitiesIn(a)[0]!, quantitiesIn(b)[0]!)
    expect(agree('1,234 orders', '1,234 orders')).toBe(true)
    expect(agree('1,234 orders', '1,324 orders')).toBe(false)
    expect(agree('1.2K orders', '1,234 orders')).toBe(true)
    expect(agree('about 1,300 orders', '1,234 orders')).toBe(true)
    expect(agree('40 %', '41 %')).toBe(false)
    expect(agree('$45K', '$45,200')).toBe(true)
  })
})
