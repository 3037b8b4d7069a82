import { describe, expect, it } from 'vitest'
import type { Finding } from '../../checks/rule.ts'
import { ALL_RULES } from '../../checks/selection.ts'
import { findingsToAnnotations } from '../output/annotations.ts'
import type { CheckedFile } from '../output/checked-file.ts'
import { findingsToJson } from '../output/json.ts'
import { findingsToSarif } from '../output/sarif.ts'
import { findingsToText } from '../output/text.ts'
import { VERSION } from '../version.ts'
import type { CheckFormat } from './check-job.ts'
import { printerOf } from './print-outcome.ts'
import { reporterOf } from './reporter.ts'

const finding: Finding = {
  rule: 'title-present',
  group: 'metadata',
  severity: 'warning',
  message: 'Found [none]\nhere',
  span: { from: 2, to: 5 },
  fix: { title: 'Do', safe: true, edits: [{ from: 0, to: 1, text: ']}' }] },
}
const some: CheckedFile[] = [
  { file: 'a.md', source: '# Title\n', findings: [finding, { ...finding, severity: 'error' }] },
  { file: 'clean.md', source: 'x', findings: [] },
  { file: 'gone.md', source: '', findings: [], error: 'There is none.' },
  { file: 'z.md', source: '# Title\n', findings: [{ ...finding, severity: 'info' }] },
]

async function printed(files: readonly CheckedFile[], format: CheckFormat): Promise<string> {
  const out: Buffer[] = []
  const reporter = reporterOf({ stdout: { write: (text) => void out.push(Buffer.from(text as string)) } }, format)
  const print = await printerOf({ format, color: false, columns: 80 })
  const count = (file: CheckedFile, severity: string) => file.findings.filter((one) => one.severity === severity).length
  for (const file of files)
    reporter.add({
      errors: count(file, 'error'),
      warnings: count(file, 'warning'),
      infos: count(file, 'info'),
      unreadable: file.error !== undefined,
      timely: false,
      printed: new TextEncoder().encode(print(file)),
    })
  await reporter.end()
  return Buffer.concat(out).toString()
}

describe('files printed one by one', () => {
  it.each([[[]], [some.slice(0, 1)], [some.slice(1, 2)], [some]])(
    'are what all of them printed at once are: %#',
    async (files) => {
      expect(await printed(files, 'text')).toBe(findingsToText(files, { colour: false, columns: 80 }))
      expect(await printed(files, 'json')).toBe(`${findingsToJson(files)}\n`)
      expect(await printed(files, 'github')).toBe(findingsToAnnotations(files))
      expect(JSON.parse(await printed(files, 'sarif'))).toEqual(JSON.parse(findingsToSarif(files, ALL_RULES, VERSION)))
    },
  )
})
