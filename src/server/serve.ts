/** Starts the whole server: store, application, port, parts; and stops it the other way round. */
import type { Instant } from '../base/instant.ts'
import { ok, type Result } from '../base/result.ts'
import { makeApp } from './api/app.ts'
import { type FollowingHouse, followPolicy, takeOverPolicy } from './follow-policy.ts'
import type { House, Rules } from './house.ts'
import type { JobHooks } from './jobs/job-hooks.ts'
import { listen } from './listen.ts'
import { LIVE_TEXTS } from './live/live-texts.ts'
import type { Log } from './log.ts'
import { nightlyBackup } from './nightly-backup.ts'
import { makeOwnerLink } from './owner-link.ts'
import type { RunningPart } from './part.ts'
import { PARTS } from './parts.ts'
import type { ServerSettings } from './settings.ts'
import { openStore } from './store/open-store.ts'
import { countPeople } from './store/people.ts'
import { reindex } from './store/reindex.ts'

/** How long requests may go on after a stop was asked for, in milliseconds. */
const DRAIN = 10_000

/** A server that runs. */
export interface RunningServer {
  readonly house: House
  /** The one-time link, where nobody is there yet. */
  readonly ownerLink: string | null
  /** Takes nothing new, finishes what was begun, and closes the store. */
  readonly stop: () => Promise<void>
}

/** What it is made of. */
export interface Ground {
  readonly settings: ServerSettings
  readonly rules: Rules
  readonly log: Log
  readonly now: () => Instant
}

/** Refused as `openStore` and `listen` refuse; then nothing is left open. */
export async function serve({ settings, rules, log, now }: Ground): Promise<Result<RunningServer>> {
  const store = await openStore(settings.store)
  if (!store.ok) return store
  // The port may be the system's choice and is part of the address that the application knows itself by.
  let begin: (app: ReturnType<typeof makeApp>) => void = () => {}
  const app = new Promise<ReturnType<typeof makeApp>>((done) => {
    begin = done
  })
  const listening = await listen(async (request, env) => (await app).fetch(request, env), settings)
  if (!listening.ok) {
    await store.value.close()
    return listening
  }
  const { server, port, drain } = listening.value
  const baseUrl = settings.port === port ? settings.baseUrl : settings.baseUrl.replace(/:0$/, `:${port}`)
  const hooks: { -readonly [K in keyof JobHooks]: JobHooks[K] } = {}
  const house: FollowingHouse = {
    settings: { ...settings, port, baseUrl },
    rules: { ...rules },
    store: store.value,
    log,
    now,
    live: LIVE_TEXTS,
    hooks,
  }
  hooks.reindex = async () => {
    await reindex(house)
  }
  if (settings.backups) hooks.backup = () => nightlyBackup(house)
  await takeOverPolicy(house, rules)
  const unfollow = followPolicy(house, rules)
  const running: RunningPart[] = []
  for (const part of PARTS) running.unshift(await part.start({ house, server }))
  const ownerLink = (await countPeople(house.store.read)) === 0 ? await makeOwnerLink(house) : null
  begin(makeApp(house))
  log.info({ baseUrl, host: settings.host, port, database: house.store.kind }, 'started')
  return ok({
    house,
    ownerLink,
    async stop() {
      log.info('stopping: no new connections, requests are finished')
      const drained = drain(DRAIN)
      unfollow()
      for (const part of running) await part.stop()
      await drained
      await house.store.close()
      log.info('stopped')
    },
  })
}
