/** Runs the tour of the README as it is written there, in an empty folder. */
import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { ROOT } from '../../scripts/setup/prepare.mjs'

const folder = mkdtempSync(join(tmpdir(), 'nevertwice-tour-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('the tour of the README', () => {
  it('does what it says', () => {
    const tour = /^```sh\n([\s\S]*?)^```$/m.exec(readFileSync(join(ROOT, 'README.md'), 'utf8'))?.[1]
    if (!tour) throw new Error('README.md has no block of sh commands')
    const script = `set -euo pipefail\nnevertwice() { "$NODE" "$BIN" "$@"; }\n${tour}`
    const told = execFileSync('bash', ['-c', script], {
      cwd: folder,
      encoding: 'utf8',
      env: { ...process.env, NODE: process.execPath, BIN: join(ROOT, 'bin/nevertwice.js') },
    })
    expect(existsSync(join(folder, 'nevertwice.yaml'))).toBe(true)
    const postmortem = readFileSync(join(folder, 'docs/postmortems/INC-2026-11-23-001.md'), 'utf8')
    expect(postmortem).toContain('# Postmortem — Checkout slow after a deploy')
    expect(told).toContain('Time to acknowledge: 2 min')
    expect(told).toContain('is still to be written')
    expect(told).toContain('INC-2026-11-23-001#A1')
  })
})
