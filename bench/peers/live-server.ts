/** Our live editing as it runs: signed in by tokens, judged, stored in the embedded database before anybody sees it. */
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createAdaptorServer } from '@hono/node-server'
import { digest } from '../../src/base/digest.ts'
import { DEFAULT_POLICY } from '../../src/checks/policy.ts'
import { makeApp } from '../../src/server/api/app.ts'
import { newSecret, secretDigest } from '../../src/server/auth/secret.ts'
import { attachLive } from '../../src/server/live/attach-live.ts'
import { liveText } from '../../src/server/live/live-log.ts'
import { openLog } from '../../src/server/log.ts'
import { openStore } from '../../src/server/store/open-store.ts'
import { insertPerson } from '../../src/server/store/people.ts'
import { insertToken } from '../../src/server/store/tokens.ts'

const id = 'INC-2026-11-23-001'
const [text, clients] = [process.argv[2]!, Number(process.argv[3])]
const folder = mkdtempSync(join(tmpdir(), 'nevertwice-bench-live-'))
process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
process.on('SIGTERM', () => process.exit())
const place = process.argv[4] ? { url: process.argv[4] } : { folder }
const opened = await openStore(place)
if (!opened.ok) throw new Error(opened.refusal.message)
const store = opened.value
const house = {
  settings: {
    ...{ host: '127.0.0.1', port: 0, baseUrl: 'http://localhost:4070', trustProxy: 0, dataFolder: folder, store: place },
    mail: null,
    backups: null,
    logLevel: 'error',
  },
  rules: {
    policy: DEFAULT_POLICY,
    severities: {},
    publication: { mainTarget: 'git', targets: ['git'], channel: null, board: null },
  },
  store,
  log: openLog('error'),
  now: () => Date.now(),
}
const now = house.now()
const headers: Record<string, string>[] = []
await store.transaction(async (tx) => {
  const common = { id, title: 'Example', severity: null, started_at: null, created_at: now, created_by: 'system', updated_at: now }
  const row = { incident_id: id, text, digest: digest(text), line_ending: '\n', bom: 0, revision: 1, quarter: null } as const
  await tx
    .insertInto('incidents')
    .values({
      ...common,
      ...{ ended_at: null, all_clear_at: null, source: 'hand', source_id: null, url: null, team_id: null },
      ...{ services: '[]', tenants: '[]', regions: '[]', commander: null, waived_by: null, waived_at: null },
      ...{ visibility: 'internal', postmortem: 'optional', waived_reason: null, revision: 1 },
    })
    .execute()
  await tx
    .insertInto('postmortems')
    .values({ ...common, ...row, visibility: 'internal', stage: 'draft', summary: '', counted: 0 })
    .execute()
  for (let count = 0; count < clients; count++) {
    const person = await insertPerson(
      tx,
      { name: `Person ${count}`, email: `person${count}@example.com`, role: 'writer', password: null },
      now,
    )
    const secret = `nt_${newSecret()}`
    const token = { name: 'bench', personId: person!.id, scopes: ['read', 'write'], secret: secretDigest(secret) }
    await insertToken(tx, { ...token, expiresAt: now + 3_600_000 }, now)
    headers.push({ authorization: `Bearer ${secret}` })
  }
})
const server = createAdaptorServer({ fetch: makeApp(house).fetch })
server.listen(0, '127.0.0.1')
await once(server, 'listening')
await attachLive(server, house)
process.on('message', async () => process.send!({ cpu: process.cpuUsage(), text: await liveText(store.read, id) }))
process.send!({ address: `ws://127.0.0.1:${(server.address() as AddressInfo).port}/live/${id}`, headers })
