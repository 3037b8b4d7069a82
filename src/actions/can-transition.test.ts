import { describe, expect, it } from 'vitest'
import { ITEM_STATUSES } from '../record/entry-data.ts'
import { canTransition, type TransitionRequest } from './can-transition.ts'
import { findTransition, nextStatuses, TRANSITIONS } from './transitions.ts'

const request: TransitionRequest = {
  item: 'A1',
  from: 'open',
  to: 'done',
  owner: 'Ada Example',
  ticket: 'SHOP-12',
  doneBy: null,
  actor: 'Ada Example',
  at: Date.UTC(2026, 10, 23, 14, 3),
}
const proof = { type: 'change', reference: 'https://git.example.com/shop/commit/c0ffee1' } as const

const code = (change: Partial<TransitionRequest>) => {
  const answer = canTransition({ ...request, ...change })
  return answer.ok ? 'ok' : answer.refusal.code
}

describe('the table', () => {
  it('names each move once, and a way on from every status', () => {
    expect(new Set(TRANSITIONS.map((move) => `${move.from}>${move.to}`)).size).toBe(TRANSITIONS.length)
    for (const status of ITEM_STATUSES) expect(nextStatuses(status).length).toBeGreaterThan(0)
  })

  it('never skips done on the way to verified, and never leaves verified without a reason', () => {
    expect(ITEM_STATUSES.filter((from) => findTransition(from, 'verified'))).toEqual(['done'])
    expect(
      TRANSITIONS.filter((move) => move.from === 'verified').every((move) => move.demands.includes('reason')),
    ).toBe(true)
    expect(TRANSITIONS.filter((move) => move.to === 'done').every((move) => move.demands.includes('proof'))).toBe(true)
  })
})

describe('canTransition', () => {
  it('says what an item can become instead', () => {
    const answer = canTransition({ ...request, to: 'verified' })
    expect(!answer.ok && answer.refusal.message).toBe(
      'A1 is "open" and cannot become "verified" from there. It can become: in progress, done, won\'t do.',
    )
    expect(code({ to: 'open' })).toBe('transition-unknown')
  })

  it('demands a proof for done, and takes no ticket for one', () => {
    expect(code({})).toBe('proof-missing')
    expect(code({ proof: { type: 'other', reference: ' ' } })).toBe('proof-missing')
    expect(code({ proof: { type: 'other', reference: 'shop-12' } })).toBe('ticket-is-no-proof')
    expect(code({ proof })).toBe('ok')
  })

  it('demands somebody else or a check for verified', () => {
    const done = { from: 'done', to: 'verified', doneBy: 'Bo Sample' } as const
    expect(code({ ...done })).toBe('verifier-is-owner')
    expect(code({ ...done, actor: '@bo' })).toBe('verifier-marked-done')
    expect(code({ ...done, actor: 'Cy Sample' })).toBe('ok')
    expect(code({ ...done, actor: 'Cy Sample', owner: null })).toBe('ok')
    expect(code({ ...done, verifier: { kind: 'check', name: 'promtool test rules' } })).toBe('check-result-missing')
    expect(code({ ...done, verifier: { kind: 'check', name: 'promtool test rules' }, proof })).toBe('ok')
    expect(code({ ...done, actor: 'Cy Sample', owner: 'Ada Example, Cy Sample' })).toBe('verifier-is-owner')
  })

  it('lets an owner neither name another as verifier nor pass for a machine', () => {
    const done = { from: 'done', to: 'verified', doneBy: 'Bo Sample' } as const
    expect(code({ ...done, verifier: { kind: 'person', name: 'Cy Sample' } })).toBe('verifier-is-owner')
    expect(code({ ...done, actor: 'Cy Sample', verifier: { kind: 'person', name: 'check: me' } })).toBe(
      'verifier-missing',
    )
  })

  it("demands reason, acceptance and a day to come for won't do", () => {
    const left = { to: "won't do", reason: 'the service is switched off in March' } as const
    expect(code({ to: "won't do" })).toBe('reason-missing')
    expect(code({ ...left })).toBe('acceptance-missing')
    expect(code({ ...left, acceptedBy: 'Bo Sample' })).toBe('until-missing')
    expect(code({ ...left, acceptedBy: 'Bo Sample', until: '2026-11-23' })).toBe('until-missing')
    expect(code({ ...left, acceptedBy: 'Bo Sample', until: '2027-02-30' })).toBe('until-missing')
    expect(code({ ...left, acceptedBy: 'Bo Sample', until: '2027-03-31' })).toBe('ok')
  })

  it('demands a reason to open again what was closed', () => {
    for (const from of ['done', 'verified', "won't do"] as const) {
      expect(code({ from, to: 'open' })).toBe('reason-missing')
      expect(code({ from, to: 'open', reason: 'it happened again' })).toBe('ok')
    }
  })
})
