import { describe, expect, it } from 'vitest'
import { sectionKindOf } from './section-kind-of.ts'

describe('sectionKindOf', () => {
  it.each([
    ['Timeline', 'timeline'],
    ['## ⏱️ Timeline of events (UTC)', 'timeline'],
    ['3. Incident timeline (all times CET)', 'timeline'],
    ['Key moments', 'timeline'],
    ['What happened when', 'timeline'],
    ['Timeline170', 'timeline'],
    ['Activity log', 'timeline'],
    ['タイムライン', 'timeline'],
    ['対応経過（JST）', 'timeline'],
    ['Chronologie des événements', 'timeline'],
    ['Zeitlicher Ablauf', 'timeline'],
    ['Línea de tiempo', 'timeline'],
    ['Linha do tempo', 'timeline'],
    ['Action items', 'action-items'],
    ['Corrective and Preventative Measures', 'action-items'],
    ['Follow-ups (with owners and dates)', 'action-items'],
    ['Remediation and follow-up steps', 'action-items'],
    ['How are we making incidents like this less likely or less impactful?', 'action-items'],
    ['What will we do differently?', 'action-items'],
    ['Actionables', 'action-items'],
    ['Post-incident tasks', 'action-items'],
    ['How will we prevent this from happening again?', 'action-items'],
    ["What we're doing about it", 'action-items'],
    ['再発防止策', 'action-items'],
    ['Maßnahmen', 'action-items'],
    ['TL;DR', 'summary'],
    ['Executive summary', 'summary'],
    ['概要', 'summary'],
    ['Customer impact', 'impact'],
    ['影響範囲', 'impact'],
    ['Root Causes', 'root-cause'],
    ['根本原因', 'root-cause'],
    ['5 Whys', 'five-whys'],
    ['Where we got lucky', 'lucky'],
    ['What went well?', 'went-right'],
    ['What could be improved', 'went-wrong'],
    ['Lessons learnt', 'lessons'],
    ['Contributing factors', 'contributing-factors'],
  ])('%j names the %s', (heading, kind) => {
    expect(sectionKindOf(heading)).toEqual({ kind, sure: true })
  })

  it.each(['What could we have done to prevent this?', 'Why did the change stop it from happening', 'Colophon', ''])(
    '%j names no section of ours for sure',
    (heading) => {
      expect(sectionKindOf(heading)?.kind).not.toBe('action-items')
    },
  )

  it('is not sure where other words stand beside', () => {
    expect(sectionKindOf('Checkout service timeline')).toEqual({ kind: 'timeline', sure: false })
  })
})
