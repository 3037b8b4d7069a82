import { mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { recordedContext } from '../recorded-context.ts'
import { compare } from './compare.ts'
import { render } from './render.ts'

const text =
  '# Mail stuck\n\n## Timeline (UTC)\n\n| Time | Event |\n|---|---|\n| 2026-05-01 10:00 | queue <script>alert(1)</script> grew |\n'

async function folder() {
  const path = await mkdtemp(join(tmpdir(), 'nevertwice-render-'))
  await writeFile(join(path, 'a.md'), text)
  await writeFile(join(path, 'b.md'), text.replace('10:00', '10:05'))
  return path
}

describe('render', () => {
  it('writes text, a page without scripts, and the model', async () => {
    const path = await folder()
    const plain = recordedContext(path)
    await render.run(plain.context, ['a.md'], { out: undefined, format: 'text' })
    expect(plain.out()).toContain('2026-05-01 10:00')
    const page = recordedContext(path)
    await render.run(page.context, ['a.md'], { out: 'a.html', format: 'html' })
    const html = await readFile(join(path, 'a.html'), 'utf8')
    expect(html).toContain('<!doctype html>')
    expect(html).not.toContain('<script')
    const json = recordedContext(path)
    await render.run(json.context, ['a.md'], { out: undefined, format: 'json' })
    expect(JSON.parse(json.out()).timeline).toHaveLength(1)
  })
})

describe('compare', () => {
  it('says what changed, and that nothing did', async () => {
    const path = await folder()
    const changed = recordedContext(path)
    await compare.run(changed.context, ['a.md', 'b.md'], { format: 'text' })
    expect(changed.out()).toContain('Timeline')
    const same = recordedContext(path)
    await compare.run(same.context, ['a.md', 'a.md'], { format: 'text' })
    expect(same.out()).toBe('They say the same.\n')
  })
})
