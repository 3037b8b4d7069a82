import { describe, expect, it } from 'vitest'
import { nameProblem } from './name-problem.mjs'

describe('names', () => {
  it.each([
    ['rule', 'impact-names-regions'],
    ['source', 'example-pager2'],
    ['command', 'history'],
    ['command', 'new'],
  ] as const)('%s %s will do', (kind, name) => {
    expect(nameProblem(kind, name)).toBeNull()
  })

  it.each([
    ['rule', 'ImpactNames'],
    ['rule', 'impact_names'],
    ['rule', 'rule2'],
    ['rule', '-impact'],
    ['rule', 'impact-'],
    ['rule', '../impact'],
    ['rule', 'a/b'],
    ['rule', ''],
    ['rule', 'größe'],
    ['rule', 'impact names'],
    ['rule', '__proto__'],
    ['rule', 'impact\nnames'],
    ['source', '2pager'],
    ['source', 'kit'],
    ['source', 'pager-utils'],
    ['command', 'helpers'],
    ['command', 'item-manager'],
    ['rule', 'a'.repeat(41)],
  ] as const)('%s %j is refused with a sentence', (kind, name) => {
    expect(nameProblem(kind, name)).toMatch(/^The .*\.$/s)
  })
})
