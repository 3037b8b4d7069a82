import { mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { CliFailure } from '../failure.ts'
import { recordedContext } from '../recorded-context.ts'
import { stage } from './stage.ts'

const none = { openReview: false, return: undefined, reopen: undefined, by: 'Ada Example', format: 'json' as const }

async function run(folder: string, options: Partial<typeof none> | { return: string } | { reopen: string }) {
  const { context, out } = recordedContext(folder)
  await stage.run(context, ['a.md'], { ...none, ...options })
  return JSON.parse(out())
}

describe('stage', () => {
  it('goes forward and back by the record, and never without a reason', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'nevertwice-stage-'))
    await writeFile(join(folder, 'a.md'), '# Mail stuck\n')
    expect((await run(folder, {})).stage).toBe('draft')
    expect((await run(folder, { openReview: true })).stage).toBe('in review')
    const back = await run(folder, { return: 'The impact has no figures' })
    expect(back.stage).toBe('draft')
    expect(back.waitsFor.join(' ')).toContain('The impact has no figures')
    await expect(run(folder, { reopen: ' ' })).rejects.toThrow(CliFailure)
    expect((await readFile(join(folder, 'a.record.jsonl'), 'utf8')).trim().split('\n')).toHaveLength(2)
    expect(await readFile(join(folder, 'a.md'), 'utf8')).toBe('# Mail stuck\n')
  })
})
