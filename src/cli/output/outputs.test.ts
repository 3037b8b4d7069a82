import { describe, expect, it } from 'vitest'
import type { Finding } from '../../checks/rule.ts'
import type { RuleInfo } from '../../checks/rule-info.ts'
import { findingsToAnnotations } from './annotations.ts'
import type { CheckedFile } from './checked-file.ts'
import { findingsToJson } from './json.ts'
import { relativeUri } from './relative-uri.ts'
import { findingsToSarif } from './sarif.ts'
import { findingsToText } from './text.ts'

const SOURCE = '# Title\r\n\r\nFirst 🔥 line: bad.\r\nSecond line.\r\n'
const AT = SOURCE.indexOf('bad')

const FINDING: Finding = {
  rule: 'sample-rule',
  group: 'summary',
  severity: 'error',
  message: '100% "bad", say: why\nnot',
  span: { from: AT, to: AT + 3 },
  fix: { title: 'Say good', safe: true, edits: [{ from: AT, to: AT + 3, text: 'good' }] },
}
const FILES: CheckedFile[] = [
  {
    file: 'docs/a b,c.md',
    source: SOURCE,
    findings: [FINDING, { ...FINDING, severity: 'info', span: { from: AT, to: SOURCE.length - 2 }, fix: undefined }],
  },
  { file: 'gone.md', source: '', findings: [], error: 'There is no such file.' },
]
const RULE: RuleInfo = { id: 'sample-rule', group: 'summary', holds: 'Holds.', severity: { draft: 'warning' } }

describe('findingsToJson', () => {
  it('has exactly the promised shape, columns in UTF-16 units', () => {
    expect(JSON.parse(findingsToJson(FILES))).toEqual({
      files: [
        {
          file: 'docs/a b,c.md',
          findings: [
            {
              rule: 'sample-rule',
              group: 'summary',
              severity: 'error',
              message: FINDING.message,
              line: 3,
              column: 16,
              endLine: 3,
              endColumn: 19,
              fix: { title: 'Say good', safe: true, edits: [{ from: AT, to: AT + 3, text: 'good' }] },
            },
            {
              rule: 'sample-rule',
              group: 'summary',
              severity: 'info',
              message: FINDING.message,
              line: 3,
              column: 16,
              endLine: 4,
              endColumn: 13,
            },
          ],
        },
        { file: 'gone.md', error: 'There is no such file.', findings: [] },
      ],
    })
  })
})

describe('findingsToAnnotations', () => {
  it('escapes messages and properties', () => {
    expect(findingsToAnnotations(FILES)).toBe(
      '::error file=docs/a b%2Cc.md,line=3,col=16,endLine=3,endColumn=19,title=sample-rule::100%25 "bad", say: why%0Anot\n' +
        '::notice file=docs/a b%2Cc.md,line=3,col=16,title=sample-rule::100%25 "bad", say: why%0Anot\n' +
        '::error file=gone.md::There is no such file.\n',
    )
  })

  it('cannot be made to start another command', () => {
    const hostile = { ...FINDING, message: 'x\r\n::set-output name=a::b' }
    const out = findingsToAnnotations([{ file: 'a\n::b.md', source: SOURCE, findings: [hostile] }])
    expect(out.trimEnd().split(/\r|\n/)).toHaveLength(1)
  })
})

describe('findingsToSarif', () => {
  it('is a run with rules, results, regions in UTF-16 units, fixes and unreadable files', () => {
    const log = JSON.parse(findingsToSarif(FILES, [RULE], '0.1.0'))
    const [run] = log.runs
    expect(log.version).toBe('2.1.0')
    expect(run.columnKind).toBe('utf16CodeUnits')
    expect(run.tool.driver.rules[0]).toMatchObject({
      id: 'sample-rule',
      shortDescription: { text: 'Holds.' },
      defaultConfiguration: { level: 'warning' },
    })
    expect(run.tool.driver.rules[0].help.text).toContain('nevertwice-ignore sample-rule')
    expect(run.results[0]).toMatchObject({
      ruleId: 'sample-rule',
      ruleIndex: 0,
      level: 'error',
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: 'docs/a%20b%2Cc.md' },
            region: { startLine: 3, startColumn: 16, endLine: 3, endColumn: 19 },
          },
        },
      ],
    })
    expect(run.results[0].fixes[0].artifactChanges[0].replacements).toEqual([
      {
        deletedRegion: { startLine: 3, startColumn: 16, endLine: 3, endColumn: 19 },
        insertedContent: { text: 'good' },
      },
    ])
    expect(run.results[1].level).toBe('note')
    expect(run.invocations[0].executionSuccessful).toBe(false)
    expect(run.invocations[0].toolExecutionNotifications[0].message.text).toBe('There is no such file.')
  })
})

describe('relativeUri', () => {
  it.each([
    ['./docs/日本.md', 'docs/%E6%97%A5%E6%9C%AC.md'],
    ['a:b#c?.md', 'a%3Ab%23c%3F.md'],
    ['../up/100%.md', '../up/100%25.md'],
    ['/abs/a b.md', 'file:///abs/a%20b.md'],
    ['C:\\docs\\a.md', 'file:///C:/docs/a.md'],
    ['bad\ud800.md', 'bad%EF%BF%BD.md'],
  ])('%s -> %s', (path, uri) => expect(relativeUri(path)).toBe(uri))
})

describe('findingsToText', () => {
  it('prints place, message, rule, line and caret, and totals', () => {
    expect(findingsToText(FILES, { colour: false, columns: 80 })).toBe(
      [
        'docs/a b,c.md:3:16: error: 100% "bad", say: why\\u{a}not [sample-rule]',
        '    3 | First 🔥 line: bad.',
        '      |                ^^^',
        '      = fix (safe): Say good',
        '',
        'docs/a b,c.md:3:16: info: 100% "bad", say: why\\u{a}not [sample-rule]',
        '    3 | First 🔥 line: bad.',
        '      |                ^^^^',
        '',
        'gone.md: error: There is no such file.',
        '',
        '2 files checked: 1 error, 1 hint, 1 unreadable file.',
        '',
      ].join('\n'),
    )
  })

  it('uses colour only when asked', () => {
    expect(findingsToText(FILES, { colour: true, columns: 80 })).toContain('\u001b[31merror\u001b[0m')
    expect(findingsToText(FILES, { colour: false, columns: 80 })).not.toContain('\u001b')
  })

  it('shows hostile characters of names, messages and lines instead of obeying them (F07)', () => {
    const hostile = { ...FINDING, message: 'see \u202egnp.exe \u001b[2J', span: { from: 0, to: 1 } }
    const out = findingsToText([{ file: 'a\u0007.md', source: '\u202eabc', findings: [hostile] }], {
      colour: false,
      columns: 80,
    })
    expect(out).toContain('a\\u{7}.md:1:1')
    expect(out).toContain('see \\u{202e}gnp.exe \\u{1b}[2J')
    expect(out).toContain('| \\u{202e}abc\n      | ^^^^^^^^\n')
  })

  it('says so when nothing was found', () => {
    expect(findingsToText([{ file: 'a.md', source: '', findings: [] }], { colour: false, columns: 80 })).toBe(
      '1 file checked: nothing found.\n',
    )
  })
})
