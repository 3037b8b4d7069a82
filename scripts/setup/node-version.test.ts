import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { nodeVersionProblem, OLDEST_NODE } from './node-version.mjs'
import { ROOT } from './prepare.mjs'

describe('the Node version', () => {
  it.each(['20.19.0', '20.19.5', '20.20.2', '21.0.0', '22.1.0', '100.0.0', '24.0.0-nightly'])(
    '%s will do',
    (version) => {
      expect(nodeVersionProblem(version)).toBeNull()
    },
  )

  it.each(['20.18.3', '18.20.4', '8.0.0', '20.9.0'])('%s is too old, and the sentence says what to do', (version) => {
    expect(nodeVersionProblem(version)).toMatch(
      new RegExp(`needs Node 20.19.0 or newer, and this is Node ${version}.*nodejs.org`),
    )
  })

  it('is the one that package.json asks for', () => {
    const { engines } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'))
    expect(`${engines.node.replace('>=', '')}.0`).toBe(OLDEST_NODE)
  })
})
