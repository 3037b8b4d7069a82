import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { digest } from '../../base/digest.ts'
import { applyEdits } from '../../base/edit.ts'
import { parsePostmortem } from '../../document/parse.ts'
import { SAMPLE } from '../../signoff/sample-postmortem.ts'
import { signPostmortem } from '../../signoff/sign.ts'
import { appendServerEdit, liveText } from './live-log.ts'
import { LIMITS } from './pace.ts'
import { TEXT } from './read-update.ts'
import { SAMPLE_ID, type SamplePerson, sampleLive } from './sample-live.ts'
import type { LiveClient } from './sample-live-client.ts'

let world: Awaited<ReturnType<typeof sampleLive>>
let ada: SamplePerson
let bo: SamplePerson
let cy: SamplePerson
beforeAll(async () => {
  world = await sampleLive(SAMPLE)
  ada = await world.person('Ada Example')
  bo = await world.person('Bo Sample')
  cy = await world.person('Cy Sample', 'reader')
})
afterAll(() => world.close())

const open = async (who: SamplePerson, to = SAMPLE_ID) => {
  const client = world.connect({ headers: who.headers, to })
  await client.ready()
  return client
}

const suggestions = (id = SAMPLE_ID) =>
  world.house.store.read
    .selectFrom('comments')
    .selectAll()
    .where('postmortem_id', '=', id)
    .where('kind', '=', 'suggestion')
    .execute()

/** The text that a suggestion would make of the revision that it was made against. */
async function suggested(id: string, revisionOf = SAMPLE_ID): Promise<string> {
  const { edits, revision } = (await suggestions(revisionOf)).find((each) => each.id === id)!
  const { text } = await world.house.store.read
    .selectFrom('revisions')
    .select('text')
    .where('postmortem_id', '=', revisionOf)
    .where('number', '=', revision)
    .executeTakeFirstOrThrow()
  const applied = applyEdits(text, JSON.parse(edits!))
  return applied.ok ? applied.value : ''
}

const refusedAndBack = async (client: LiveClient) => {
  await client.until(() => client.notice('refused'))
  await client.until(() => client.synced)
  return client.notice('refused')!
}

describe('an edit that may not be', () => {
  it('of a living part is kept as a suggestion, and the client is set back; what others type meanwhile stays', async () => {
    const [a, b] = [await open(ada), await open(bo)]
    a.doc.transact(() => {
      a.erase('| open |')
      a.type('| done |', a.text.indexOf(' | |\n| A2'))
    })
    b.type('Typed at the same time.\n', 0)
    const notice = await refusedAndBack(a)
    expect(notice).toMatchObject({ code: 'living-part' })
    expect(notice.message).toMatch(/status of A1 .* from "open" to "done"/)
    await b.saved()
    await a.until(() => a.text === b.text)
    expect(a.text).toBe(`Typed at the same time.\n${SAMPLE}`)
    expect(await suggested(notice.suggestion!)).toContain('| 2026-12-15 | done |')
    a.type('And on it goes.\n', 0)
    await b.until(() => b.text.startsWith('And on it goes.'))
    await Promise.all([a.leave(), b.leave()])
  })

  it('by a reader is kept as a suggestion, and readers see what others write', async () => {
    const [a, c] = [await open(ada), await open(cy)]
    expect(c.notice('hello')?.may).toBe('read')
    c.type('A reader knows better.\n', 0)
    const notice = await refusedAndBack(c)
    expect(notice.code).toBe('read-only')
    expect(await suggested(notice.suggestion!)).toMatch(/^A reader knows better\.\n/)
    a.type('Seen by readers.\n', 0)
    await c.until(() => c.text === a.text)
    expect(a.text).not.toContain('knows better')
    await Promise.all([a.leave(), c.leave()])
  })

  it('F38 by a token without the scope leaves no trace', async () => {
    const before = (await suggestions()).length
    const headers = await world.token(ada.id, ['read'])
    const client = world.connect({ headers })
    await client.ready()
    client.type('Not in scope.\n', 0)
    expect(await refusedAndBack(client)).toMatchObject({ code: 'read-only', suggestion: null })
    expect((await suggestions()).length).toBe(before)
    await client.leave()
  })

  it('of a signed text is a suggestion, also where it was typed while somebody signed (F46)', async () => {
    const id = 'INC-2026-11-23-002'
    await world.addPostmortem(id, SAMPLE)
    const [a, b] = [await open(ada, id), await open(bo, id)]
    a.type('Before it was signed.\n')
    await a.saved()
    await b.until(() => b.text === a.text)
    const shown = (await liveText(world.house.store.read, id))!
    const signed = signPostmortem({
      postmortem: parsePostmortem(shown),
      recordText: '',
      role: 'Incident Commander',
      name: 'Ada Example',
      date: '2026-11-23',
      at: world.house.now(),
      actor: ada.id,
      gateFindings: [],
    })
    if (!signed.ok) throw new Error(signed.refusal.message)
    const { text, entry, recordText } = signed.value
    const sign = world.house.store.transaction(async (tx) => {
      // Arrives while the signature is being written, and waits for its end.
      a.type('While it was signed.\n', 0)
      await appendServerEdit(tx, id, text, ada.id, world.house.now())
      const line = { id: entry.id, at: world.house.now(), actor: ada.id, verb: 'signed', line: recordText }
      await tx
        .insertInto('record_entries')
        .values({ postmortem_id: id, seq: 1, ...line })
        .execute()
      await tx
        .updateTable('postmortems')
        .set({ text, digest: digest(text) })
        .where('id', '=', id)
        .execute()
    })
    const notice = await refusedAndBack(a)
    await sign
    expect(notice).toMatchObject({ code: 'text-signed' })
    expect(shown).toBe(`${SAMPLE}Before it was signed.\n`)
    await Promise.all([a.until(() => a.text === text), b.until(() => b.text === text)])
    expect(await suggested(notice.suggestion!, id)).toMatch(/^While it was signed\./)
    await Promise.all([a.leave(), b.leave()])
  })

  it('and what is typed on top of it before the client hears of it is one suggestion', async () => {
    const c = await open(cy)
    const frames = ['One. ', 'Two. ', 'Three. '].map((words) => {
      const before = Y.encodeStateVector(c.doc)
      c.type(words)
      return Y.encodeStateAsUpdate(c.doc, before)
    })
    expect(frames).toHaveLength(3)
    const notice = await refusedAndBack(c)
    await c.leave()
    await world.live.idle()
    expect(await suggested(notice.suggestion!)).toMatch(/One\. Two\. Three\. $/)
  })

  it('because the text would get too large, or hold what no text may, is refused', async () => {
    const a = await open(ada)
    for (const [words, code] of [
      ['\r\n', 'text-character'],
      ['\0', 'text-character'],
    ] as const) {
      a.type(words)
      await a.until(() => a.notices.some((notice) => notice.type === 'refused' && notice.code === code))
      await a.until(() => a.synced)
      a.notices.length = 0
    }
    a.type('x'.repeat(600_000))
    await a.saved()
    a.type('x'.repeat(LIMITS.text - 600_000))
    expect(await refusedAndBack(a)).toMatchObject({ code: 'text-too-large', suggestion: null })
    a.erase('x'.repeat(600_000))
    await a.saved()
    await a.leave()
  })
})

describe('a server edit', () => {
  it('reaches who types, is not undone by them (F46), and merges with what they type', async () => {
    const [a, b] = [await open(ada), await open(bo)]
    const undo = new Y.UndoManager(a.doc.getText(TEXT))
    a.type('Typed before. ', 0)
    await a.saved()
    await world.house.store.transaction(async (tx) => {
      const text = (await liveText(tx, SAMPLE_ID))!
      await appendServerEdit(tx, SAMPLE_ID, text.replace('42 minutes', '43 minutes'), bo.id, world.house.now())
    })
    await a.until(() => a.text.includes('43 minutes'))
    undo.undo()
    await a.saved()
    await b.until(() => b.text === a.text)
    expect(a.text).toContain('43 minutes')
    expect(a.text).not.toContain('Typed before.')
    await Promise.all([a.leave(), b.leave()])
  })

  it('that is rolled back is seen by nobody', async () => {
    const a = await open(ada)
    const failed = world.house.store.transaction(async (tx) => {
      await appendServerEdit(tx, SAMPLE_ID, 'gone', bo.id, world.house.now())
      throw new Error('rolled back')
    })
    await expect(failed).rejects.toThrow('rolled back')
    a.type('Still here.\n', 0)
    await a.saved()
    expect(a.text).toContain('Checkout answered')
    expect(await liveText(world.house.store.read, SAMPLE_ID)).toBe(a.text)
    await a.leave()
  })
})
