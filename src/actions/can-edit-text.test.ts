import { describe, expect, it } from 'vitest'
import { parsePostmortem } from '../document/parse.ts'
import { readRecord } from '../record/read-record.ts'
import { SAMPLE } from '../signoff/sample-postmortem.ts'
import { signPostmortem } from '../signoff/sign.ts'
import { canEditText } from './can-edit-text.ts'

function edited(change: (text: string) => string, recordText = '', text = SAMPLE) {
  const after = change(text)
  expect(after).not.toBe(text)
  const result = canEditText(parsePostmortem(text), parsePostmortem(after), readRecord(recordText).entries)
  return result.ok ? 'ok' : `${result.refusal.code}: ${result.refusal.message}`
}

describe('canEditText', () => {
  it('lets words change, items come and go, and people be named who are to sign', () => {
    expect(edited((text) => text.replace('212 orders', '213 orders'))).toBe('ok')
    expect(
      edited((text) =>
        text.replace('| A2 |', '| A4 | Test the limit | Bo Sample | SHOP-14 | 2027-01-05 | open | | |\n| A2 |'),
      ),
    ).toBe('ok')
    expect(edited((text) => text.replace(/\| A3 .*\n/, ''))).toBe('ok')
    expect(edited((text) => text.replace('| Platform Lead | \\<name\\>', '| Platform Lead | Bo Sample'))).toBe('ok')
    expect(edited((text) => text.replace('2026-12-15', '2026-12-16'))).toBe('ok')
  })
  it.each([
    ['a status', (text: string) => text.replace('| open |', '| done |'), /status of A1 .*transition/],
    ['a ticket', (text: string) => text.replace('SHOP-12', 'SHOP-13'), /ticket of A1 .*ticket/],
    ['a proof', (text: string) => text.replace('| notes |', '| c0ffee1 |'), /proof of A2 .*transition/],
    ['an effect', (text: string) => text.replace('| pending |', '| effective |'), /effect of A2 .*verdict/],
    ['a mark', (text: string) => text.replace('- [ ] Posted', '- [x] Posted'), /Posted.*receipt/],
    ['a receipt', (text: string) => text.replace('2026-12-01', '2026-12-02'), /all-hands.*receipt/],
    [
      'a signature',
      (text: string) => text.replace('| Ada Example | YYYY-MM-DD |', '| Ada Example | 2026-11-24 |'),
      /sign-off table.*sign/,
    ],
    [
      'a new item that is done',
      (text: string) => text.replace('| A2 |', '| A4 | Test | Bo | | 2027-01-05 | done | | |\n| A2 |'),
      /status of A4/,
    ],
  ])('refuses %s', (_, change, message) => {
    expect(edited(change)).toMatch(/^living-part: /)
    expect(edited(change)).toMatch(message)
  })
  it('refuses whatever would void a signature, and lets it be where none holds', () => {
    const signed = signPostmortem({
      postmortem: parsePostmortem(SAMPLE),
      recordText: '',
      role: 'Incident Commander',
      name: 'Ada Example',
      date: '2026-11-24',
      at: Date.UTC(2026, 10, 24),
      actor: 'Ada Example',
      gateFindings: [],
    })
    if (!signed.ok) throw new Error(signed.refusal.message)
    const { text, recordText } = signed.value
    expect(edited((before) => before.replace('212', '213'), recordText, text)).toMatch(/^text-signed: .*Ada Example/)
    expect(edited((before) => before.replace('| Ada Example | 2026', '| Bo Sample | 2026'), recordText, text)).toMatch(
      /withdraw/,
    )
  })
})
