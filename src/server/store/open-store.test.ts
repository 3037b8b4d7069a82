import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { openBeside, openStore } from './open-store.ts'

const folder = mkdtempSync(join(tmpdir(), 'nevertwice-open-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('F50 the data folder', () => {
  it('is held by who opened it, and let go at once when it is closed, many times over', async () => {
    for (let round = 0; round < 50; round++) {
      const first = await openStore({ folder })
      expect(first).toMatchObject({ ok: true })
      if (!first.ok) return
      if (round % 10 === 0)
        expect(await openStore({ folder })).toMatchObject({ ok: false, refusal: { code: 'data-in-use' } })
      await first.value.close()
    }
  })

  it('may be read beside who holds it, and is not written to', async () => {
    const held = await openStore({ folder })
    const beside = await openBeside({ folder })
    if (!held.ok || !beside.ok) throw new Error('not opened')
    expect(await beside.value.snapshot((tx) => tx.selectFrom('people').select('id').execute())).toEqual([])
    const write = beside.value.read.insertInto('schedules').values({ name: 'x', next_at: 1 }).execute()
    await expect(write).rejects.toThrow(/readonly|read-only|query_only/i)
    await beside.value.close()
    await held.value.close()
  })

  it('without a database is told where one is expected', async () => {
    const refused = await openBeside({ folder: join(folder, 'nowhere') })
    expect(refused).toMatchObject({ ok: false, refusal: { code: 'nothing-there' } })
  })
})
