import { describe, expect, it } from 'vitest'
import { instantOf, zoneAt, zoneIn } from './zone.ts'

describe('zoneAt', () => {
  it.each([
    [' UTC - words', { offset: 0 }],
    ['Z words', { offset: 0 }],
    [' PST words', { offset: -480 }],
    [' CEST', { offset: 120 }],
    ['+09:00 words', { offset: 540 }],
    [' (UTC+1) words', { offset: 60 }],
    [' -0530', { offset: -330 }],
    [' EAT', { offset: 180 }],
    [' Europe/Berlin', { iana: 'Europe/Berlin' }],
    [' Pacific Time', { iana: 'America/Los_Angeles' }],
    [' Pacific time', { iana: 'America/Los_Angeles' }],
    [' ET', { iana: 'America/New_York' }],
  ])('reads %j', (text, zone) => {
    expect(zoneAt(text)?.zone).toEqual(zone)
  })

  it.each([' met the team', ' east of here', 'Zebra', ' CATALOG', ' Not/Azone'])('takes %j for words', (text) => {
    expect(zoneAt(text)).toBeNull()
  })
})

describe('zoneIn', () => {
  it.each([
    ['Timeline (all times PST)', { offset: -480 }],
    ['Timeline (PST/PDT)', { iana: 'America/Los_Angeles' }],
    ['Timeline (UK / BST)', { iana: 'Europe/London' }],
    ['Timeline (GMT+2)', { offset: 120 }],
    ['Timeline (all times West African Time)', { iana: 'Africa/Lagos' }],
    ['Timeline (all times are in East African Time)', { iana: 'Africa/Nairobi' }],
    ['Timeline (all times are Indian Standard Time)', { iana: 'Asia/Kolkata' }],
    ['All times are in Central European Time.', { iana: 'Europe/Berlin' }],
    ['時刻はJSTで統一する', { offset: 540 }],
  ])('finds it in %j', (text, zone) => {
    expect(zoneIn(text)).toEqual(zone)
  })

  it('finds none in plain words', () => {
    expect(zoneIn('Timeline of events, most recent first')).toBeNull()
  })
})

describe('instantOf', () => {
  const wall = (text: string) => Date.parse(`${text}Z`)
  const berlin = { iana: 'Europe/Berlin' }

  it('follows summer time', () => {
    expect(instantOf({ wall: wall('2026-07-01T14:00:00'), zone: berlin }).at).toBe(wall('2026-07-01T12:00:00'))
    expect(instantOf({ wall: wall('2026-01-01T14:00:00'), zone: berlin }).at).toBe(wall('2026-01-01T13:00:00'))
  })

  it('has no moment in the hour that is left out, and the first of the two in the hour that comes twice', () => {
    expect(instantOf({ wall: wall('2026-03-29T02:30:00'), zone: berlin })).toEqual({ at: null, ambiguous: true })
    expect(instantOf({ wall: wall('2026-10-25T02:30:00'), zone: berlin })).toEqual({
      at: wall('2026-10-25T00:30:00'),
      ambiguous: true,
    })
  })
})
