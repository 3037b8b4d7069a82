/** A server of its own with live editing, for tests of several: `node --import tsx sample-live-process.ts DATABASE_URL` prints its port. */
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { createAdaptorServer } from '@hono/node-server'
import { DEFAULT_POLICY } from '../../checks/policy.ts'
import { makeApp } from '../api/app.ts'
import { openLog } from '../log.ts'
import { openStore } from '../store/open-store.ts'
import { attachLive } from './attach-live.ts'
import { LIVE_TEXTS } from './live-texts.ts'

const place = { url: process.argv[2]! }
const opened = await openStore(place)
if (!opened.ok) throw new Error(opened.refusal.message)
const baseUrl = 'http://localhost:4070'
const house = {
  settings: {
    ...{ host: '127.0.0.1', port: 0, baseUrl, trustProxy: 0, dataFolder: '/nonexistent', store: place },
    mail: null,
    backups: null,
    logLevel: 'silent',
  },
  rules: {
    policy: DEFAULT_POLICY,
    severities: {},
    publication: { mainTarget: 'git', targets: ['git'], channel: null, board: null },
  },
  store: opened.value,
  log: openLog('error', { write: (line) => process.stderr.write(line) }),
  // The clock of `sampleHouse`, in whose database the sessions are.
  now: () => Date.UTC(2026, 10, 23, 14, 0),
  live: LIVE_TEXTS,
}
const server = createAdaptorServer({ fetch: makeApp(house).fetch })
server.listen(0, '127.0.0.1')
await once(server, 'listening')
await attachLive(server, house)
process.stdout.write(`${(server.address() as AddressInfo).port}\n`)
