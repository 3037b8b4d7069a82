import { describe, expect, it } from 'vitest'
import { parseEvidence } from '../evidence/evidence-file.ts'
import type { EvidenceBatch, Fact } from '../evidence/fact.ts'
import { addEvidence } from './add-evidence.ts'
import { draftPostmortem, gatherIncident } from './draft-postmortem.ts'
import { parsePostmortem } from './parse.ts'

const T = (clock: string, day = 2) => Date.parse(`2026-11-0${day}T${clock}:00Z`)
let number = 0
function fact(at: number, title: string, more: Partial<Fact> = {}): Fact {
  const source = more.source ?? 'notes'
  const externalId = more.externalId ?? `n${++number}`
  return { id: `${source}:${externalId}`, source, externalId, at, rawTime: String(at), type: 'note', title, ...more }
}
const batch = (...facts: Fact[]): EvidenceBatch => ({ facts })

const start = fact(T('14:02'), 'Impact started: orders fail with 503', { kind: 'impact-started' })
const alert = fact(T('14:05'), 'Alert CheckoutErrorRate firing', {
  source: 'alertmanager',
  externalId: 'a1',
  kind: 'alert',
  url: 'https://am.example.com/a1',
  labels: { alertname: 'CheckoutErrorRate' },
})
const ended = fact(T('14:47'), 'Impact ended: error rate is back to normal', { kind: 'impact-ended' })
const rollback = fact(T('14:40'), 'Rolled back config 4f1c2d3', { kind: 'mitigation' })

const draft = draftPostmortem(
  gatherIncident([
    {
      ...batch(start, alert, ended),
      incident: { title: 'Checkout | fails', severity: 'P1', commander: 'Ada Example' },
    },
  ]),
  'INC-2026-11-02-001',
)

describe('a draft from evidence', () => {
  it('holds what the sources say and placeholders for the rest', () => {
    const postmortem = parsePostmortem(draft.text)
    expect(postmortem.title?.value).toBe('Checkout | fails')
    expect(postmortem.metadata.severity?.value).toBe('P1')
    expect(postmortem.metadata.startedAt?.value).toBe(T('14:02'))
    expect(postmortem.timeline.map(({ at }) => at)).toEqual([T('14:02'), T('14:05'), T('14:47')])
    expect(draft.text).toContain('\\<')
    expect(parseEvidence(draft.evidenceText).lines.every(({ state, row }) => state === 'used' && row !== null)).toBe(
      true,
    )
  })
})

describe('adding evidence', () => {
  const add = (text: string, evidence: string, ...batches: EvidenceBatch[]) => {
    const added = addEvidence(parsePostmortem(text), evidence, batches)
    if (!added.ok) throw new Error(added.refusal.message)
    return added.value
  }

  it('puts a new row where it belongs and leaves every other byte alone', () => {
    const added = add(draft.text, draft.evidenceText, batch(rollback))
    expect(added.rows).toBe(1)
    expect(parsePostmortem(added.text).timeline.map(({ at }) => at)).toEqual([
      T('14:02'),
      T('14:05'),
      T('14:40'),
      T('14:47'),
    ])
    const line = added.text.split('\n').find((one) => one.includes('Rolled back'))!
    expect(added.text.replace(`${line}\n`, '')).toBe(draft.text)
  })

  it('twice changes nothing', () => {
    const once = add(draft.text, draft.evidenceText, batch(rollback))
    const twice = add(once.text, once.evidenceText, batch(rollback), batch(start, alert, ended))
    expect([twice.text, twice.evidenceText]).toEqual([once.text, once.evidenceText])
  })

  it('keeps what a person wrote, and rows they reworded stay bound', () => {
    const mine = draft.text
      .replaceAll('Alert CheckoutErrorRate firing', 'The error rate alert fired at last')
      .replace('orders fail with 503', 'orders of tenant-north fail')
    const added = add(mine, draft.evidenceText, batch(start, alert, ended, rollback))
    expect(added.rows).toBe(1)
    expect(added.text).toContain('The error rate alert fired at last')
    expect(added.text).not.toContain('Alert CheckoutErrorRate firing')
  })

  it('never brings back a row that a person deleted', () => {
    const without = draft.text
      .split('\n')
      .filter((line) => !line.includes('CheckoutErrorRate'))
      .join('\n')
    const first = add(without, draft.evidenceText, batch(alert, rollback))
    expect(first.dropped).toBe(1)
    expect(first.text).not.toContain('CheckoutErrorRate')
    const again = add(first.text, first.evidenceText, batch(alert))
    expect([again.text, again.evidenceText]).toEqual([first.text, first.evidenceText])
  })

  it('joins the same event told by another system to its row', () => {
    const page = fact(T('14:05') + 20_000, 'CheckoutErrorRate is firing', {
      source: 'slack',
      externalId: 's1',
      kind: 'alert',
      url: 'https://chat.example.com/s1',
      labels: { alertname: 'CheckoutErrorRate' },
    })
    const added = add(draft.text, draft.evidenceText, batch(page))
    expect([added.rows, added.joined]).toEqual([0, 1])
  })

  it('writes the day where a row would else change the day of its neighbours', () => {
    const night = draftPostmortem(
      gatherIncident([
        batch(
          fact(T('23:50'), 'Impact started: queue grows', { kind: 'impact-started' }),
          fact(T('00:30', 3), 'Impact ended: queue is empty', { kind: 'impact-ended' }),
        ),
      ]),
      'INC-2026-11-02-002',
    )
    const added = add(
      night.text,
      night.evidenceText,
      batch(
        fact(T('00:10', 3), 'Rolled back the consumer', { kind: 'mitigation' }),
        fact(T('23:55'), 'Alert QueueLength firing', { kind: 'alert' }),
      ),
    )
    expect(parsePostmortem(added.text).timeline.map(({ at }) => at)).toEqual([
      T('23:50'),
      T('23:55'),
      T('00:10', 3),
      T('00:30', 3),
    ])
  })

  it('names the zone in a timeline of another zone', () => {
    const text =
      '# Checkout\n\n## Timeline (all times PST)\n\n| Time | Event |\n|---|---|\n| 2026-11-02 06:02 | orders fail |\n| 06:47 | orders work |\n'
    const added = add(text, '', batch(rollback))
    expect(parsePostmortem(added.text).timeline.map(({ at }) => at)).toEqual([T('14:02'), T('14:40'), T('14:47')])
  })
})
