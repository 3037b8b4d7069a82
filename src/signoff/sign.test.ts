import { describe, expect, it } from 'vitest'
import { applyEdits } from '../base/edit.ts'
import { parsePostmortem } from '../document/parse.ts'
import { appendEntry } from '../record/append-entry.ts'
import { readRecord } from '../record/read-record.ts'
import { SAMPLE } from './sample-postmortem.ts'
import { type SignRequest, signPostmortem } from './sign.ts'
import { signatureState } from './signature-state.ts'
import { signedDigest } from './signed-digest.ts'
import { verifyPostmortem } from './verify.ts'
import { withdrawSignature } from './withdraw.ts'

const ROLES = ['Incident Commander', 'Platform Lead']
const AT = Date.UTC(2026, 10, 25, 9, 0)

function request(source: string, recordText: string, change: Partial<SignRequest> = {}): SignRequest {
  return {
    postmortem: parsePostmortem(source),
    recordText,
    role: 'Incident Commander',
    name: 'Ada Example',
    date: '2026-11-25',
    at: AT,
    actor: 'ada@example.com',
    gateFindings: [],
    ...change,
  }
}

function sign(source: string, recordText: string, change: Partial<SignRequest> = {}) {
  const result = signPostmortem(request(source, recordText, change))
  if (!result.ok) throw new Error(result.refusal.message)
  return result.value
}

const refused = (source: string, recordText: string, change: Partial<SignRequest>) => {
  const result = signPostmortem(request(source, recordText, change))
  return result.ok ? 'ok' : result.refusal.code
}

const lead = { role: 'platform lead', name: 'Bo Sample', actor: 'bo@example.com' }
const stateOf = (source: string, recordText: string) =>
  signatureState(parsePostmortem(source), readRecord(recordText).entries, ROLES)
const table = (source: string) => source.slice(source.indexOf('| Role'), source.indexOf('\n\n---'))

describe('signPostmortem', () => {
  it('fills the row, adds the column, and writes the entry', () => {
    const digest = signedDigest(parsePostmortem(SAMPLE))
    const signed = sign(SAMPLE, '', { expectedDigest: digest.root })
    const mark = digest.root.slice(0, 16)
    expect(table(signed.text)).toBe(
      [
        '| Role | Name | Date | Signature |',
        '|---|---|---|---|',
        `| Incident Commander | Ada Example | 2026-11-25 | ${mark} |`,
        '| Platform Lead | \\<name\\> | YYYY-MM-DD |  |',
        '| (Optional) CTO | \\<name\\> | YYYY-MM-DD |  |',
      ].join('\n'),
    )
    expect(signed.entry).toMatchObject({
      verb: 'signed',
      data: { role: 'Incident Commander', name: 'Ada Example', digest },
    })
    expect(applyEdits(SAMPLE, signed.edits)).toEqual({ ok: true, value: signed.text })
    expect(signed.text.replace(table(signed.text), '')).toBe(SAMPLE.replace(table(SAMPLE), ''))
  })

  it('keeps the signature valid through the second one and through living changes', () => {
    const first = sign(SAMPLE, '')
    const both = sign(first.text, first.recordText, lead)
    expect(table(both.text)).toContain(`| Platform Lead | Bo Sample | 2026-11-25 | ${both.digest.root.slice(0, 16)} |`)
    expect(both.digest).toEqual(first.digest)
    const later = both.text.replace('| open |', '| done |').replace('- [ ] Posted', '- [x] Posted')
    const state = stateOf(later, both.recordText)
    expect(state).toMatchObject({ complete: true, claims: [], warnings: [] })
    expect(state.roles.map(({ role, status }) => [role, status])).toEqual([
      ['Incident Commander', 'valid'],
      ['Platform Lead', 'valid'],
    ])
  })

  it('is void after any other change, and names the sections', () => {
    const { text, recordText } = sign(SAMPLE, '')
    const state = stateOf(
      text.replace('the autumn sale', 'the sale').replace('212 orders failed', 'some failed'),
      recordText,
    )
    expect(state).toMatchObject({ complete: false, claims: [] })
    expect(state.roles[0]).toMatchObject({
      status: 'void',
      changedSections: ['impact', 'root-cause'],
      name: 'Ada Example',
    })
    const again = sign(text.replace('the autumn sale', 'the sale'), recordText)
    expect(stateOf(again.text, again.recordText).roles[0]).toMatchObject({ status: 'valid' })
    expect(again.text.match(/Ada Example \| 2026-11-25/g)).toHaveLength(1)
  })

  it('refuses a text that is not the one that was shown', () => {
    const shown = signedDigest(parsePostmortem(SAMPLE)).root
    expect(refused(SAMPLE.replace('autumn', 'spring'), '', { expectedDigest: shown })).toBe('digest-moved')
    expect(refused(SAMPLE.replace('| open |', '| done |'), '', { expectedDigest: shown })).toBe('ok')
  })

  it('refuses while findings block the gate, and names them', () => {
    const finding = { rule: 'summary-length', message: 'The summary has 1 sentence.' }
    expect(refused(SAMPLE, '', { gateFindings: [{ ...finding, severity: 'warning' }] })).toBe('ok')
    const result = signPostmortem(request(SAMPLE, '', { gateFindings: [{ ...finding, severity: 'error' }] }))
    expect(result).toMatchObject({ refusal: { code: 'gate-closed' } })
    expect(!result.ok && result.refusal.message).toContain('summary-length: The summary has 1 sentence.')
  })

  it('lets nobody but the commander or a delegate sign as incident commander', () => {
    expect(refused(SAMPLE, '', { name: 'Di Sample' })).toBe('not-the-commander')
    const signed = sign(SAMPLE, '', { name: 'Di Sample', delegateFor: 'Ada Example' })
    expect(table(signed.text)).toContain('| Incident Commander | Di Sample (for Ada Example) | 2026-11-25 |')
    const state = stateOf(signed.text, signed.recordText)
    expect(state.roles[0]).toMatchObject({ status: 'valid', name: 'Di Sample', delegateFor: 'Ada Example' })
    expect(state).toMatchObject({ claims: [], warnings: [] })
  })

  it('knows a commander in any script, and asks nothing where none is named', () => {
    const named = (name: string) => SAMPLE.replace('commander:** Ada Example', `commander:** ${name}`)
    expect(refused(named('山田 太郎'), '', {})).toBe('not-the-commander')
    for (const name of ['—', '\\<name\\>', 'TBD', '@ada', 'Ada Example (checkout)'])
      expect(refused(named(name), '', {})).toBe('ok')
  })

  it('refuses a row that names somebody else', () => {
    const named = SAMPLE.replace('| Platform Lead | \\<name\\> |', '| Platform Lead | Cy Sample |')
    expect(refused(named, '', lead)).toBe('row-names-other')
    expect(refused(named, '', { ...lead, delegateFor: 'Cy Sample' })).toBe('ok')
  })

  it('refuses to sign twice, without a name, or on no day', () => {
    const { text, recordText } = sign(SAMPLE, '')
    expect(refused(text, recordText, {})).toBe('already-signed')
    expect(refused(SAMPLE, '', { name: ' ' })).toBe('signer-missing')
    expect(refused(SAMPLE, '', { date: '2026-02-30' })).toBe('date-unreadable')
    expect(refused(SAMPLE, '{"cut', {})).toBe('record-truncated')
  })

  it('adds the row of a role that the table lacks, in the style of the table', () => {
    const bare = SAMPLE.replace(
      table(SAMPLE),
      'Role | Name | Date\n--- | --- | ---\nIncident Commander | Ada Example |',
    )
    const signed = sign(bare, '', { ...lead, role: 'CTO', name: 'A|B' })
    const mark = signed.digest.root.slice(0, 16)
    expect(table(`| ${signed.text.slice(signed.text.indexOf('Role | Name'))}`)).toBe(
      [
        '| Role | Name | Date | Signature',
        '--- | --- | ---|---',
        'Incident Commander | Ada Example |  |  |',
        `| CTO | A\\|B | 2026-11-25 | ${mark} |`,
      ].join('\n'),
    )
    expect(signatureState(parsePostmortem(signed.text), readRecord(signed.recordText).entries, ['CTO'])).toMatchObject({
      complete: true,
      claims: [],
    })
  })

  it('adds a table to a section without one, without changing what is signed', () => {
    const bare = SAMPLE.replace(`\n\n${table(SAMPLE)}`, '')
    const signed = sign(bare, '')
    expect(signed.digest).toEqual(signedDigest(parsePostmortem(bare)))
    expect(signed.text).toContain(
      '## Sign-off\n\n| Role | Name | Date | Signature |\n|---|---|---|---|\n| Incident Commander | Ada',
    )
    expect(stateOf(signed.text, signed.recordText).roles[0]?.status).toBe('valid')
  })

  it('adds the section where there is none, before the note, and signs the text with it', () => {
    const start = SAMPLE.indexOf('## Sign-off')
    const bare = SAMPLE.slice(0, start) + SAMPLE.slice(SAMPLE.indexOf('---\n\n**A note'))
    const signed = sign(bare, '')
    expect(signed.text).toContain('project board.\n\n## Sign-off\n\n| Role')
    expect(
      signed.text.endsWith('|\n\n---\n\n**A note on blamelessness.** This document names systems, not people.\n'),
    ).toBe(true)
    expect(stateOf(signed.text, signed.recordText).roles[0]?.status).toBe('valid')
    const second = sign(signed.text, signed.recordText, lead)
    expect(stateOf(second.text, second.recordText).complete).toBe(true)
  })

  it('places the section beside top-level sections of any depth', () => {
    const flat = '# Checkout was slow\n\n## Summary\n\nIt was.\n\n# Stats\n\n- Severity: P2\n'
    const signed = sign(flat, '')
    expect(signed.text).toContain('- Severity: P2\n\n# Sign-off\n\n| Role')
    expect(stateOf(signed.text, signed.recordText).roles[0]?.status).toBe('valid')
  })

  it('works on a text of nothing, and keeps CRLF', () => {
    const signed = sign('', '')
    expect(stateOf(signed.text, signed.recordText).roles[0]?.status).toBe('valid')
    const crlf = sign(SAMPLE.replaceAll('\n', '\r\n'), '', { ...lead, role: 'Team Lead' })
    expect(crlf.text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
    expect(crlf.digest).toEqual(signedDigest(parsePostmortem(SAMPLE)))
  })
})

describe('signatureState', () => {
  it('takes a filled row without an entry for a claim, which counts as unsigned', () => {
    const claimed = SAMPLE.replace('| Ada Example | YYYY-MM-DD |', '| Ada Example | 2026-11-25 |')
    const state = stateOf(claimed, '')
    expect(state).toMatchObject({ complete: false, claims: [{ role: 'Incident Commander', name: 'Ada Example' }] })
    expect(state.roles[0]).toMatchObject({ status: 'claimed', name: 'Ada Example' })
    expect(state.roles[1]).toMatchObject({ status: 'missing', name: null })
  })

  it('does not let one row stand on the signature of another person or role', () => {
    const { text, recordText } = sign(SAMPLE, '')
    const forged = text.replace(
      '| Platform Lead | \\<name\\> | YYYY-MM-DD |',
      '| Platform Lead | Ada Example | 2026-11-25 |',
    )
    expect(stateOf(forged, recordText)).toMatchObject({ complete: false, claims: [{ role: 'Platform Lead' }] })
    const swapped = text.replace('| Ada Example | 2026-11-25 |', '| Di Sample | 2026-11-25 |')
    expect(stateOf(swapped, recordText)).toMatchObject({
      claims: [{ name: 'Di Sample' }],
      warnings: [{ code: 'row-differs' }],
    })
  })

  it('warns where one person signed two required roles', () => {
    const first = sign(SAMPLE, '')
    const second = sign(first.text, first.recordText, { role: 'Platform Lead', name: '@ada' })
    expect(stateOf(second.text, second.recordText)).toMatchObject({
      complete: true,
      warnings: [{ code: 'same-person' }],
    })
  })

  it('lists roles beyond the required ones, and stays linear over a table of many', () => {
    const rows = Array.from({ length: 3000 }, (_, index) => `| Role ${index} | Di Sample | 2026-11-25 |\n`).join('')
    const { roles, claims } = stateOf(SAMPLE.replace('| (Optional) CTO', `${rows}| (Optional) CTO`), '')
    expect([roles.length, claims.length]).toEqual([3002, 3000])
    expect(roles[2]).toMatchObject({ role: 'Role 0', required: false, status: 'claimed' })
  })

  it('is void after the postmortem was reopened, until signed anew', () => {
    const { text, recordText } = sign(SAMPLE, '')
    const reopened = appendEntry(recordText, {
      verb: 'reopened',
      data: { reason: 'a new finding' },
      actor: 'Bo Sample',
      at: AT,
      documentText: text,
    })
    const record = reopened.ok ? reopened.value.text : ''
    expect(stateOf(text, record).roles[0]).toMatchObject({ status: 'void', reopened: true, changedSections: [] })
    const again = sign(text, record)
    expect(stateOf(again.text, again.recordText).roles[0]?.status).toBe('valid')
  })
})

describe('withdrawSignature', () => {
  const signed = sign(SAMPLE, '')
  const withdraw = (change = {}) =>
    withdrawSignature({
      postmortem: parsePostmortem(signed.text),
      recordText: signed.recordText,
      role: 'incident commander',
      name: 'Ada Example',
      reason: 'the cause was another',
      at: AT + 1000,
      actor: 'ada@example.com',
      ...change,
    })

  it('empties date and signature, keeps the name, and is known ever after', () => {
    const result = withdraw()
    expect(result.ok).toBe(true)
    if (!result.ok) return
    expect(result.value.text).toMatch(/\| Incident Commander \| Ada Example \|\s+\|\s+\|\n/)
    expect(stateOf(result.value.text, result.value.recordText)).toMatchObject({
      complete: false,
      claims: [],
      roles: [{ status: 'withdrawn', name: 'Ada Example' }, { status: 'missing' }],
    })
    expect(stateOf(signed.text, result.value.recordText).claims).toHaveLength(1)
    expect(withdraw({ recordText: result.value.recordText })).toMatchObject({ refusal: { code: 'not-signed' } })
    const again = sign(result.value.text, result.value.recordText)
    expect(stateOf(again.text, again.recordText).roles[0]?.status).toBe('valid')
  })

  it('needs a reason and a signature', () => {
    expect(withdraw({ reason: ' ' })).toMatchObject({ refusal: { code: 'reason-missing' } })
    expect(withdraw({ name: 'Bo Sample' })).toMatchObject({ refusal: { code: 'not-signed' } })
  })
})

describe('verifyPostmortem', () => {
  it('verifies document and record without anything else, and hands out what an SSH tool checks', () => {
    const first = sign(SAMPLE, '', { sshSignature: '-----BEGIN SSH SIGNATURE-----', publicKey: 'ssh-ed25519 AAAA' })
    const found = verifyPostmortem(parsePostmortem(first.text), first.recordText)
    expect(found).toMatchObject({ chainHolds: true, entries: 1, root: first.digest.root })
    expect(found.signatures).toEqual([
      {
        line: 1,
        role: 'Incident Commander',
        name: 'Ada Example',
        date: '2026-11-25',
        delegateFor: null,
        root: first.digest.root,
        holds: true,
        because: null,
        changedSections: [],
        ssh: {
          namespace: 'nevertwice',
          payload: `nevertwice-signature-v1\n${first.digest.root}\n`,
          signature: '-----BEGIN SSH SIGNATURE-----',
          publicKey: 'ssh-ed25519 AAAA',
        },
      },
    ])
  })

  it('says which signature does not hold and why', () => {
    const first = sign(SAMPLE, '')
    const changed = first.text.replace('autumn', 'spring')
    const again = sign(changed, first.recordText)
    const found = verifyPostmortem(parsePostmortem(again.text), again.recordText)
    expect(found.signatures.map(({ holds, because }) => [holds, because])).toEqual([
      [false, 'It was withdrawn or made anew later.'],
      [true, null],
    ])
    expect(verifyPostmortem(parsePostmortem(changed), first.recordText).signatures[0]).toMatchObject({
      holds: false,
      because: 'Changed since: root-cause.',
    })
    expect(verifyPostmortem(parsePostmortem(first.text), first.recordText.replace('Ada', 'Eve'))).toMatchObject({
      chainHolds: false,
      problems: [{ code: 'wrong-id', line: 1 }],
    })
  })
})
