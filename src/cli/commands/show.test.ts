import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { runProgram } from '../program.ts'
import { recordedContext } from '../recorded-context.ts'

let cwd: string
beforeEach(() => {
  cwd = mkdtempSync(join(realpathSync(tmpdir()), 'nevertwice-'))
  mkdirSync(join(cwd, '.git'))
})
afterEach(() => rmSync(cwd, { recursive: true }))

async function run(argv: readonly string[], width = 80) {
  const recorded = recordedContext(cwd, '', { width })
  const code = await runProgram(['show', ...argv], () => recorded.context)
  return { code, out: recorded.out(), err: recorded.err() }
}

const SAMPLE = `# Postmortem — Checkout slow

## Metadata

- **Incident ID:** INC-2026-11-23-001
- **Date / Time (UTC):** 2026-11-23 14:00
- **Severity:** bad one

## Timeline (UTC)

| Time | Event |
|---|---|
| 14:03 | Error rate alert fired for checkout-example, which nobody had seen before in this form \u001b[2J |

## Wibble

words

## Action items

| ID | Description | Owner | Ticket | Due | Status |
|---|---|---|---|---|---|
| A1 | Alert on queue depth | Ada Example | OPS-1 | 2026-12-01 | open |
`

describe('show', () => {
  it('gives the promised JSON of every file, readable or not', async () => {
    mkdirSync(join(cwd, 'docs'))
    writeFileSync(join(cwd, 'docs/a.md'), SAMPLE)
    writeFileSync(join(cwd, 'docs/b.md'), Buffer.from([0xff, 0xff]))
    writeFileSync(join(cwd, 'nevertwice.yaml'), 'policy: { severityWords: { bad one: P1 } }')
    const { code, out } = await run(['docs', '--format', 'json'])
    expect(code).toBe(3)
    const { files } = JSON.parse(out)
    expect(files[0]).toEqual({
      file: 'docs/a.md',
      title: 'Checkout slow',
      titleFrom: 'heading',
      incidents: [
        {
          id: 'INC-2026-11-23-001',
          severity: 'P1',
          severityText: 'bad one',
          date: '2026-11-23',
          startedAt: '2026-11-23T14:00:00Z',
          endedAt: null,
        },
      ],
      timeline: [
        {
          at: '2026-11-23T14:03:00Z',
          date: '2026-11-23',
          text: expect.stringContaining('Error rate'),
          kind: 'alert',
          line: 13,
        },
      ],
      actionItems: [
        {
          id: 'A1',
          description: 'Alert on queue depth',
          owner: 'Ada Example',
          ticket: 'OPS-1',
          due: '2026-12-01',
          status: 'open',
          line: 23,
        },
      ],
      unmapped: [{ heading: 'Wibble', line: 15 }],
    })
    expect(files[1]).toMatchObject({ file: 'docs/b.md', error: expect.stringContaining('UTF-16'), timeline: [] })
  })

  it('ends with 0 whatever it finds', async () => {
    for (const text of ['', '\ufeff', '---\n---\n', 'no postmortem at all']) {
      writeFileSync(join(cwd, 'a.md'), text)
      expect((await run(['a.md'])).code).toBe(0)
    }
  })

  it('F25 fits a narrow terminal and obeys no escape of the text', async () => {
    writeFileSync(join(cwd, 'a.md'), SAMPLE)
    const { out } = await run(['a.md'], 72)
    expect(out).not.toContain('\u001b')
    expect(out).toContain('\\u{1b}[2J')
    for (const line of out.split('\n')) expect(line.length).toBeLessThanOrEqual(72)
  })
})
