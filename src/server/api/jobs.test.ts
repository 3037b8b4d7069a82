import { describe, expect, it } from 'vitest'
import { newSecret, secretDigest } from '../auth/secret.ts'
import type { House } from '../house.ts'
import { JobFailure } from '../jobs/job-kind.ts'
import { jobsOf, put, sampleCrew, sampleKind } from '../jobs/sample-crew.ts'
import { Workers } from '../jobs/workers.ts'
import { onEachDatabase } from '../sample-each-database.ts'
import { sampleAddressee } from '../sample-incident.ts'
import { insertToken } from '../store/tokens.ts'

/** A token of a new person with a role. */
async function tokenOf(house: House, name: string, role: 'admin' | 'lead'): Promise<string> {
  const personId = await sampleAddressee(house, name, { role })
  const secret = `nt_${newSecret()}`
  const scopes = ['read', 'write', 'lead', 'admin']
  const token = { name: 'test', personId, scopes, secret: secretDigest(secret), expiresAt: house.now() + 3_600_000 }
  await house.store.transaction((tx) => insertToken(tx, token, house.now()))
  return secret
}

onEachDatabase((_, world) => {
  describe('dead letters', () => {
    it('are read, run again and discarded by an administrator, and the audit tells', async () => {
      const { house, send } = world()
      const token = await tokenOf(house, 'Root Example', 'admin')
      const kind = sampleKind('mail', async () => {
        throw new JobFailure('Correct SMTP_URL, and run the job again.', { parked: true })
      })
      const data = { what: 'draft-due', subject: 'INC-1', deadline: '2026-11-25T14:00:00Z', person: 'ada', name: 'x' }
      for (const name of ['one', 'two', 'three']) await put(house, 'mail', name, { key: name })
      await house.store.transaction((tx) =>
        tx
          .updateTable('jobs')
          .set({ data: JSON.stringify({ name: 'x' }) })
          .execute(),
      )
      await new Workers(sampleCrew(house, [kind])).settled()
      const { name: _, ...known } = data
      await house.store.transaction((tx) =>
        tx
          .updateTable('jobs')
          .set({ data: JSON.stringify(known) })
          .where('unique_key', '=', 'one')
          .execute(),
      )
      const page = await send('GET', '/api/v1/jobs?limit=2', { token })
      expect(page.status).toBe(200)
      const rest = await send('GET', `/api/v1/jobs?limit=2&after=${page.json.next}`, { token })
      const all = [...page.json.items, ...rest.json.items]
      expect([page.json.items.length, rest.json.items.length, rest.json.next]).toEqual([2, 1, null])
      expect(all[0]).toMatchObject({ state: 'dead', attempts: 1, error: 'Correct SMTP_URL, and run the job again.' })
      const abouts = all.map(({ about }) => about).toSorted()
      expect(abouts[0]).toBe('draft-due of INC-1 (2026-11-25T14:00:00Z) to ada')
      expect(abouts[1]).toBe('something that this version does not understand')
      expect((await send('GET', '/api/v1/jobs?state=waiting', { token })).json.items).toEqual([])
      expect((await send('GET', '/api/v1/jobs?kind=other', { token })).json.items).toEqual([])

      const [first, second, third] = await jobsOf(house, 'mail')
      const again = await send('POST', `/api/v1/jobs/${first!.id}/run`, { token })
      expect([again.status, again.json.state, again.json.attempts]).toEqual([200, 'waiting', 0])
      expect((await send('POST', `/api/v1/jobs/${first!.id}/run`, { token })).status).toBe(404)
      await put(house, 'mail', 'new', { key: second!.unique_key! })
      expect((await send('POST', `/api/v1/jobs/${second!.id}/run`, { token })).json.code).toBe('job-waits')
      expect((await send('DELETE', `/api/v1/jobs/${third!.id}`, { token })).status).toBe(204)
      expect((await send('DELETE', `/api/v1/jobs/${third!.id}`, { token })).status).toBe(404)
      const audit = await house.store.read.selectFrom('audit').select(['verb', 'subject', 'data']).execute()
      expect(audit).toEqual([
        { verb: 'job.run', subject: first!.id, data: '{"kind":"mail"}' },
        { verb: 'job.discarded', subject: third!.id, data: '{"kind":"mail"}' },
      ])
    })

    it('and schedules are for administrators', async () => {
      const { house, send } = world()
      const lead = await tokenOf(house, 'Lead Example', 'lead')
      for (const path of ['/api/v1/jobs', '/api/v1/schedules']) {
        expect((await send('GET', path)).status).toBe(401)
        expect((await send('GET', path, { token: lead })).status).toBe(403)
      }
      const admin = await tokenOf(house, 'Other Example', 'admin')
      const { json } = await send('GET', '/api/v1/schedules', { token: admin })
      expect(json.items.map(({ name, on }: { name: string; on: boolean }) => [name, on])).toEqual([
        ['backup', false],
        ['clean-up', true],
        ['deadlines', true],
        ['index-rollups', false],
        ['items', true],
      ])
    })
  })
})
