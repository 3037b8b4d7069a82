import { mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { recordedContext } from '../recorded-context.ts'
import { importDocuments } from './import.ts'

const options = { out: undefined, date: undefined, dryRun: false, split: false, format: 'json' as const }

async function folderWith(files: Record<string, string>) {
  const folder = await mkdtemp(join(tmpdir(), 'nevertwice-import-'))
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text)
  return folder
}

describe('import', () => {
  it('writes one new file for each document, once', async () => {
    const one =
      '# Mail stuck\n\n## Timeline\n\n- 2026-05-01 10:00 UTC queue grew\n\n## Actions\n\n- Alert on queue length\n'
    const two = '# Mail stuck again\n\n## Timeline\n\n- 2026-05-01 18:00 UTC queue grew\n'
    const folder = await folderWith({ 'a.md': one, 'b.md': two })
    const first = recordedContext(folder)
    expect(await importDocuments.run(first.context, ['.'], { ...options, out: 'new' })).toBe(0)
    expect((await readdir(join(folder, 'new'))).sort()).toEqual(['INC-2026-05-01-001.md', 'INC-2026-05-01-002.md'])
    expect(JSON.parse(first.out()).files[0]).toMatchObject({ id: 'INC-2026-05-01-001', timeline: 1, actionItems: 1 })
    expect(await readFile(join(folder, 'a.md'), 'utf8')).toBe(one)
    const again = recordedContext(folder)
    await importDocuments.run(again.context, ['a.md', 'b.md'], { ...options, out: 'new' })
    expect(JSON.parse(again.out()).files.map(({ note }: { note: string }) => note)).toEqual([
      'It was imported already, as INC-2026-05-01-001.md.',
      'It was imported already, as INC-2026-05-01-002.md.',
    ])
    expect(await readdir(join(folder, 'new'))).toHaveLength(2)
  })

  it('says what it cannot import, and imports the others', async () => {
    const folder = await folderWith({ 'a.md': '# No day\n', 'b.md': '# With a day\n\n**Date**: 2026-05-02\n' })
    const { context, out } = recordedContext(folder)
    expect(await importDocuments.run(context, ['.'], { ...options, out: 'new' })).toBe(3)
    const { files } = JSON.parse(out())
    expect(files[0].error).toContain('--date')
    expect(files[1].to).toBe(join('new', 'INC-2026-05-02-001.md'))
  })

  it('writes nothing on a dry run', async () => {
    const folder = await folderWith({ 'a.md': '# A\n\n**Date**: 2026-05-02\n' })
    await importDocuments.run(recordedContext(folder).context, ['a.md'], { ...options, out: 'new', dryRun: true })
    expect(await readdir(folder)).toEqual(['a.md'])
  })

  it('F10: offers several incidents of a page as separate postmortems, and makes them so when asked', async () => {
    const one = (day: string, words: string) =>
      `## Incident of ${day}\n\n### Summary\n\n${words}\n\n### Timeline\n\n- ${day} 10:00 UTC it began\n\n### Action items\n\n- Alert on it\n`
    const page = `# Our incidents\n\nWords about both.\n\n${one('2026-05-01', 'Mail stood still.')}\n${one('2026-06-02', 'Search stood still.')}`
    const folder = await folderWith({ 'a.md': page })
    const whole = recordedContext(folder)
    await importDocuments.run(whole.context, ['a.md'], { ...options, out: 'whole' })
    expect(JSON.parse(whole.out()).files[0].hint).toContain('2 incidents')
    const split = recordedContext(folder)
    await importDocuments.run(split.context, ['a.md'], { ...options, out: 'split', split: true })
    expect((await readdir(join(folder, 'split'))).sort()).toEqual(['INC-2026-05-01-001.md', 'INC-2026-06-02-001.md'])
    expect(await readFile(join(folder, 'split', 'INC-2026-05-01-001.md'), 'utf8')).toContain('Words about both.')
  })
})
