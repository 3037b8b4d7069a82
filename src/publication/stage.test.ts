import { describe, expect, it } from 'vitest'
import { parsePostmortem } from '../document/parse.ts'
import { appendEntry } from '../record/append-entry.ts'
import type { EntryData, Verb } from '../record/entry.ts'
import { readRecord } from '../record/read-record.ts'
import { SAMPLE } from '../signoff/sample-postmortem.ts'
import { signPostmortem } from '../signoff/sign.ts'
import { signedDigest } from '../signoff/signed-digest.ts'
import { canPublish } from './can-publish.ts'
import { stageOf } from './stage.ts'

const AT = Date.UTC(2026, 10, 25, 9, 0)
const requiredRoles = ['Incident Commander', 'Platform Lead']

class Story {
  source = SAMPLE
  record = ''

  add<V extends Verb>(verb: V, data: EntryData[V]): this {
    const result = appendEntry(this.record, { verb, data, actor: 'Ada Example', at: AT, documentText: this.source })
    if (!result.ok) throw new Error(result.refusal.message)
    this.record = result.value.text
    return this
  }

  sign(role: string, name: string): this {
    const postmortem = parsePostmortem(this.source)
    const result = signPostmortem({
      postmortem,
      recordText: this.record,
      role,
      name,
      date: '2026-11-25',
      at: AT,
      actor: name,
      gateFindings: [],
    })
    if (!result.ok) throw new Error(result.refusal.message)
    this.source = result.value.text
    this.record = result.value.recordText
    return this
  }

  signBoth(): this {
    return this.sign('Incident Commander', 'Ada Example').sign('Platform Lead', 'Bo Sample')
  }

  receipt(): this {
    return this.add('receipt', {
      target: 'git',
      reference: 'c0ffee1',
      digest: signedDigest(parsePostmortem(this.source)).root,
    })
  }

  finish(item: string): this {
    return this.add('item-transition', { item, from: 'open', to: 'done' }).add('item-transition', {
      item,
      from: 'done',
      to: 'verified',
    })
  }

  get input() {
    const { entries } = readRecord(this.record)
    return { postmortem: parsePostmortem(this.source), entries, requiredRoles, mainTarget: 'git' }
  }

  get stage(): string {
    return stageOf(this.input).stage
  }
}

describe('stageOf', () => {
  it('goes from draft to closed, and says what each stage waits for', () => {
    const story = new Story()
    expect(stageOf(story.input)).toEqual({
      stage: 'draft',
      waitsFor: ['The review to be opened, or a first signature.'],
    })
    expect(story.add('review-opened', {}).stage).toBe('in review')
    story.sign('Incident Commander', 'Ada Example')
    expect(stageOf(story.input)).toEqual({ stage: 'in review', waitsFor: ['Platform Lead: signature missing.'] })
    expect(story.sign('Platform Lead', 'Bo Sample').stage).toBe('signed')
    expect(stageOf(story.receipt().input)).toEqual({
      stage: 'published',
      waitsFor: ['A1: open.', 'A2: open.', 'A3: open.'],
    })
    story.finish('A1').finish('A2').add('item-transition', { item: 'A3', from: 'open', to: "won't do" })
    expect(stageOf(story.input)).toEqual({ stage: 'closed', waitsFor: [] })
  })

  it('goes back', () => {
    const closed = () => new Story().signBoth().receipt().finish('A1').finish('A2').finish('A3')
    expect(closed().stage).toBe('closed')
    expect(closed().add('item-transition', { item: 'A2', from: 'verified', to: 'open', reason: 'again' }).stage).toBe(
      'published',
    )
    expect(closed().add('reopened', { reason: 'a new cause' }).stage).toBe('in review')
    expect(closed().add('reopened', { reason: 'a new cause' }).signBoth().stage).toBe('signed')
    expect(closed().add('returned', { reason: 'too long' }).stage).toBe('draft')
    const changed = closed()
    changed.source = changed.source.replace('autumn', 'spring')
    expect(changed.stage).toBe('in review')
    expect(changed.signBoth().stage).toBe('signed')
    expect(changed.receipt().stage).toBe('closed')
  })

  it('believes no claim: neither a filled row nor a status in the text', () => {
    const story = new Story().add('review-opened', {})
    story.source = story.source
      .replace('| Ada Example | YYYY-MM-DD |', '| Ada Example | 2026-11-25 |')
      .replace('| \\<name\\> | YYYY-MM-DD |', '| Bo Sample | 2026-11-25 |')
    expect(story.stage).toBe('in review')
    const open = new Story().signBoth().receipt()
    open.source = open.source.replace('| open |', '| verified |')
    expect(stageOf(open.input).waitsFor).toContain('A1: open.')
  })

  it('does not take the receipt of another place for publication', () => {
    const story = new Story().signBoth()
    story.add('receipt', {
      target: 'channel',
      reference: 'x',
      digest: signedDigest(parsePostmortem(story.source)).root,
    })
    expect(story.stage).toBe('signed')
  })
})

describe('canPublish', () => {
  const code = (story: Story, findings: Parameters<typeof canPublish>[0]['gateFindings'] = []) => {
    const result = canPublish({ ...story.input, gateFindings: findings })
    return result.ok ? 'ok' : result.refusal.code
  }

  it('needs signatures and no blocking finding', () => {
    expect(code(new Story())).toBe('not-signed')
    expect(code(new Story().signBoth())).toBe('ok')
    expect(code(new Story().signBoth(), [{ rule: 'r', severity: 'error', message: 'm' }])).toBe('gate-closed')
    expect(code(new Story().signBoth().receipt())).toBe('ok')
  })

  it('never publishes what is restricted or of unknown visibility', () => {
    for (const [word, expected] of [
      ['restricted', 'restricted'],
      ['Restricted (legal)', 'restricted'],
      ['confidential', 'visibility-unknown'],
      ['internal', 'ok'],
    ]) {
      const story = new Story()
      story.source = story.source.replace('- **Recorder:**', `- **Visibility:** ${word}\n- **Recorder:**`)
      expect(code(story.signBoth())).toBe(expected)
    }
  })
})
