import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parsePostmortem } from '../../src/document/parse.ts'
import { postmortemToJson } from '../../src/document/to-json.ts'
import { parseEvidence } from '../../src/evidence/evidence-file.ts'
import { readRecord } from '../../src/record/read-record.ts'
import { changedSections } from '../../src/signoff/changed-sections.ts'
import { signedDigest } from '../../src/signoff/signed-digest.ts'

interface Example {
  readonly language: string
  readonly line: number
  readonly text: string
}

/** The fenced blocks of the page in order. */
function examples(): Example[] {
  const found: Example[] = []
  let open: { language: string; line: number; lines: string[] } | null = null
  const page = readFileSync(join(import.meta.dirname, '../../docs/format.md'), 'utf8')
  for (const [index, line] of page.split('\n').entries()) {
    if (open && line === '```') {
      found.push({ language: open.language, line: open.line, text: `${open.lines.join('\n')}\n` })
      open = null
    } else if (open) open.lines.push(line)
    else if (line.startsWith('```')) open = { language: line.slice(3), line: index + 1, lines: [] }
  }
  return found
}

const parsed = (text: string) => parsePostmortem(text)

/** What is read from an example; the one before it counts where it says what changed later. */
function read({ language, text }: Example, before: Example | undefined): unknown {
  if (language === 'markdown') return postmortemToJson(parsed(text))
  if (language === 'jsonl record') return readRecord(text)
  if (language === 'jsonl evidence') return parseEvidence(text)
  return { changed: changedSections(signedDigest(parsed(before!.text)), signedDigest(parsed(text))) }
}

const all = examples()

describe('docs/format.md', () => {
  it('has an expectation below every example', () => {
    const languages = all.map(({ language }) => language)
    expect(languages.filter((language) => language === 'json').length).toBeGreaterThan(25)
    all.forEach(({ language, line }, index) => {
      const next = languages[index + 1]
      if (language === 'json')
        expect(['markdown', 'jsonl record', 'jsonl evidence', 'markdown later']).toContain(languages[index - 1])
      else expect([line, next]).toEqual([line, language === 'markdown signed' ? 'markdown later' : 'json'])
    })
  })

  const expectations = all.flatMap((example, index) =>
    example.language === 'json' ? [[all[index - 1]!.line, example, index] as const] : [],
  )
  it.each(expectations)('the example in line %i is read as it says', (_, expectation, index) => {
    expect(read(all[index - 1]!, all[index - 2])).toMatchObject(JSON.parse(expectation.text) as object)
  })
})
