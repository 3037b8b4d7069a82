import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { DOCUMENT, RECORD, SampleRepository } from '../sample-repository.ts'

let repository: SampleRepository
beforeEach(async () => {
  repository = new SampleRepository()
  await repository.signed()
})
afterEach(() => repository.remove())

const item = (...argv: string[]) => ['item', DOCUMENT, ...argv]
const PROOF = ['--proof', 'https://github.com/shop-example/alerts/pull/77', '--proof-type', 'alert-rule']
const row = (id: string) =>
  repository
    .read(DOCUMENT)
    .split('\n')
    .find((line) => line.startsWith(`| ${id} `))

describe('item', () => {
  it('shows an item, and what it can become', async () => {
    const out = await repository.done(...item('a2'))
    expect(out).toContain('INC-2026-11-23-001#A2 Add the step')
    expect(out).toContain('Status      open\nOwner       Ada Example\nTicket      CHK-102\nDue         2026-12-04\n')
    expect(out).toContain("Can become  in progress, done (needs proof), won't do (needs reason and acceptance)\n")
  })

  it('goes from open to verified, in text and record, and no signature breaks', async () => {
    await repository.done(...item('A1', '--to', 'in-progress'))
    await repository.done(...item('A1', '--to', 'done', ...PROOF, '--by', 'Bo Sample'))
    expect(row('A1')).toContain('| done | detect | CF1 | https://github.com/shop-example/alerts/pull/77 |')
    const out = await repository.done(...item('A1', '--to', 'verified', '--by', 'Cy Placeholder'))
    expect(out).toContain('Verified    Cy Placeholder\nEffect      pending\n')
    expect(row('A1')).toContain('| verified | detect |')
    expect(repository.read(RECORD).match(/"verb":"item-transition"/g)).toHaveLength(3)
    expect((await repository.run('verify', DOCUMENT)).code).toBe(0)
  })

  it('can be verified by a machine, with the run as proof', async () => {
    await repository.done(...item('A1', '--to', 'done', ...PROOF, '--by', 'Bo Sample'))
    const check = ['--to', 'verified', '--verifier', 'check: promtool test rules', '--by', 'Bo Sample']
    const ran = await repository.run(...item('A1', ...check))
    expect(ran).toMatchObject({ code: 4, out: '' })
    expect(ran.err).toContain('was named without its result')
    const out = await repository.done(...item('A1', ...check, '--proof', 'https://ci.example.com/run/9'))
    expect(out).toContain('Verified    check: promtool test rules\n')
  })

  it('can be left undone for a time, where somebody accepts the risk, and opened again', async () => {
    const argv = ['--to', 'wont-do', '--reason', 'The service ends in March', '--accepted-by', 'Di Specimen']
    await repository.done(...item('A4', ...argv, '--until', '2027-03-31'))
    expect(await repository.done(...item('A4'))).toContain('Accepted    Di Specimen, until 2027-03-31\n')
    await repository.done(...item('A4', '--to', 'open', '--reason', 'It stays after all'))
    expect(await repository.json(...item('A4'))).toMatchObject({ status: 'open' })
  })

  it('moves a due date with a reason; signed text stays, and the first day is remembered', async () => {
    const text = repository.read(DOCUMENT)
    const out = await repository.done(
      ...item('A3', '--due', '2027-01-15', '--reason', 'The test cluster comes in January'),
    )
    expect(out).toContain('Due         2027-01-15 (first 2026-12-18)\n')
    expect(repository.read(DOCUMENT)).toBe(text)
  })

  it('F21 killed before the record was written, and run again, it finishes', async () => {
    const record = repository.read(RECORD)
    const done = item('A1', '--to', 'done', ...PROOF)
    await repository.done(...done)
    const after = repository.files()
    repository.write(RECORD, record)
    expect(await repository.json(...item('A1'))).toMatchObject({ status: 'open', claim: 'done' })
    await repository.done(...done)
    expect(repository.files()).toEqual(after)
  })

  it('tells programs the same on one line', async () => {
    expect(await repository.json(...item('A1', '--to', 'done', ...PROOF))).toEqual({
      ref: 'INC-2026-11-23-001#A1',
      id: 'A1',
      description: expect.stringContaining('CheckoutPoolWait'),
      owner: 'Bo Sample',
      ticket: 'CHK-101',
      status: 'done',
      claim: null,
      due: '2026-12-04',
      firstDue: '2026-12-04',
      proof: { type: 'alert-rule', reference: 'https://github.com/shop-example/alerts/pull/77' },
      doneBy: 'Ada Example',
      verifiedBy: null,
      effect: null,
      acceptedBy: null,
      acceptedUntil: null,
      addresses: ['CF1'],
    })
  })

  it('shows a status that only the text claims as a claim', async () => {
    repository.edit(DOCUMENT, '| 2026-12-04 | open | detect |', '| 2026-12-04 | verified | detect |')
    expect(await repository.done(...item('A1'))).toContain(
      'Status      open (the text claims "verified", the record does not)',
    )
  })

  it.each([
    ['done without a proof', ['A1', '--to', 'done'], 4, 'A1 is not done without a proof'],
    ['a ticket as proof', ['A1', '--to', 'done', '--proof', 'CHK-101'], 4, 'a closed ticket proves nothing'],
    ['a jump', ['A1', '--to', 'verified'], 4, 'A1 is "open" and cannot become "verified" from there. It can become: '],
    ['the same again', ['A1', '--to', 'open'], 4, 'A1 is "open" already'],
    ["won't do without a reason", ['A1', '--to', "won't do"], 4, 'only with a reason'],
    ["won't do that nobody accepts", ['A1', '--to', 'wont-do', '--reason', 'x'], 4, 'somebody accepts the risk'],
    [
      "won't do for ever",
      ['A1', '--to', 'wont-do', '--reason', 'x', '--accepted-by', 'Di Specimen'],
      4,
      'left undone for a time, not for ever',
    ],
    ['an item that there is not', ['A9'], 4, 'There is no action item A9. Found: A1, A2, A3, A4.'],
    ['an item of another incident', ['INC-2026-11-22-001#A1', '--to', 'in-progress'], 4, 'which is INC-2026-11-23-001'],
    ['a status that there is not', ['A1', '--to', 'finished'], 2, 'Allowed choices are'],
    ['a due date without a reason', ['A1', '--due', '2027-01-15'], 4, 'moves only with a reason'],
    ['a due date that is none', ['A1', '--due', 'soon', '--reason', 'x'], 2, '--due: "soon" is no day'],
    ['two changes at once', ['A1', '--to', 'in-progress', '--due', '2027-01-15', '--reason', 'x'], 2, 'not both'],
    ['a proof of nothing', ['A1', '--proof', '1f2e3d4'], 2, '--proof says more about a change, and none was named'],
    ['no item', [], 2, "Missing required argument 'id'"],
  ])('refuses %s, says so, and changes nothing', async (_, argv, code, words) => {
    const before = repository.files()
    const ran = await repository.run(...item(...argv))
    expect(ran).toMatchObject({ code, out: '' })
    expect(ran.err).toContain(words)
    expect(repository.files()).toEqual(before)
  })

  it.each([
    ['the owner', 'Bo Sample', 'is owned by Bo Sample'],
    ['who marked it done', 'Cy Placeholder', 'was marked done by Cy Placeholder'],
  ])('refuses that %s verifies it', async (_, name, words) => {
    await repository.done(...item('A1', '--to', 'done', ...PROOF, '--by', 'Cy Placeholder'))
    const before = repository.files()
    const ran = await repository.run(...item('A1', '--to', 'verified', '--by', name))
    expect(ran).toMatchObject({ code: 4, out: '' })
    expect(ran.err).toContain(words)
    expect(repository.files()).toEqual(before)
  })
})

describe('text of a document on a terminal', () => {
  it('F07 is shown, and never obeyed', async () => {
    repository.finished()
    repository.edit(DOCUMENT, 'Add the alert CheckoutPoolWait', 'Add \u001b[2Jthe \u202ealert')
    repository.edit(DOCUMENT, 'customers start to see errors', 'customers \u001b]0;x\u0007start')
    for (const argv of [item('A1'), ['actions'], ['timeline', DOCUMENT], ['item', DOCUMENT, 'A\u001b[1m9']]) {
      const { out, err } = await repository.run(...argv)
      expect(out + err).toMatch(/\\u\{1b\}/)
      expect(out + err).not.toMatch(/[\u001b\u202e\u0007]/)
    }
  })
})
