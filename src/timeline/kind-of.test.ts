import { describe, expect, it } from 'vitest'
import { kindOfEvent } from './kind-of.ts'

describe('kindOfEvent', () => {
  it.each([
    ['Release 4.2 deployed to production', 'change'],
    ['Outage begins', 'impact-started'],
    ['Customers report failing payments', 'observed'],
    ['HighErrorRate alert fired for checkout-example', 'alert'],
    ['PagerDuty paged the primary', 'paged'],
    ['Page acknowledged by Ada Example', 'acknowledged'],
    ['Incident declared', 'declared'],
    ['Escalated to the database team', 'escalated'],
    ['Runbook "queue backlog" followed', 'runbook'],
    ['Team investigates the logs', 'investigation'],
    ['Root cause identified', 'cause-identified'],
    ['Rolled back the release', 'mitigation'],
    ['Status page updated', 'communicated'],
    ['Service fully restored', 'impact-ended'],
    ['Incident closed', 'all-clear'],
    ['Postmortem scheduled', 'follow-up'],
    ['', 'other'],
  ])('%s -> %s', (line, kind) => {
    expect(kindOfEvent(line)).toBe(kind)
  })
})
