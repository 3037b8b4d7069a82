import { describe, expect, it } from 'vitest'
import { onEachDatabase } from '../sample-each-database.ts'
import { claimJob, enqueue, giveBackAbandoned, LEASE } from '../store/jobs.ts'
import { backoff } from './backoff.ts'
import { JobFailure } from './job-kind.ts'
import { jobsOf, put, sampleCrew, sampleKind, sampleTimers } from './sample-crew.ts'
import { Workers } from './workers.ts'

const HOUR = 60 * 60 * 1000

/** Something that a test waits for. */
function signalled() {
  let tell = () => {}
  const told = new Promise<void>((resolve) => {
    tell = resolve
  })
  return { tell, told }
}

onEachDatabase((database, world) => {
  describe('a job', () => {
    it('is there with the transaction that it follows from, and not without', async () => {
      const { house } = world()
      await expect(
        house.store.transaction(async (tx) => {
          await enqueue(tx, { kind: 'undone', data: {} }, house.now())
          throw new Error('rolled back')
        }),
      ).rejects.toThrow('rolled back')
      expect(await jobsOf(house, 'undone')).toEqual([])
    })

    it('waits once for each key, also of two at once, and again once it runs', async () => {
      const { house } = world()
      const ids = await Promise.all([0, 1].map(() => put(house, 'keyed', 'a', { key: 'keyed:a' })))
      expect(ids.filter((id) => id === null)).toHaveLength(1)
      const both = [signalled(), signalled()]
      const fails = sampleKind('keyed', async ({ name }) => {
        if (name === 'a') expect(await put(house, 'keyed', 'b', { key: 'keyed:a' })).not.toBeNull()
        both[name === 'a' ? 0 : 1]!.tell()
        await Promise.all(both.map(({ told }) => told))
        throw new Error('not yet')
      })
      const workers = new Workers(sampleCrew(house, [fails]))
      await workers.wake()
      await both[0]!.told
      await workers.settled()
      // Both come back at the same time, and only one can wait under the key.
      const jobs = await jobsOf(house, 'keyed')
      expect(jobs.map(({ state }) => state)).toEqual(['waiting', 'waiting'])
      expect(jobs.map(({ unique_key }) => unique_key).toSorted()).toEqual(['keyed:a', null])
    })

    it('is done once by many workers', async () => {
      const { house } = world()
      const done: string[] = []
      const kind = sampleKind('many', async ({ name }) => void done.push(name), { atOnce: 4 })
      const names = Array.from({ length: 40 }, (_, at) => `job ${at}`)
      for (const name of names) await put(house, 'many', name)
      const crews = ['one', 'two', 'three'].map((worker) => new Workers(sampleCrew(house, [kind], { worker })))
      await Promise.all(crews.map((crew) => crew.settled()))
      expect(done.toSorted()).toEqual(names.toSorted())
      expect((await jobsOf(house, 'many')).every(({ state, attempts }) => state === 'done' && attempts === 1)).toBe(
        true,
      )
    })

    it('is tried again later and later, then is dead, and can be read', async () => {
      const { house, later, lines } = world()
      const failed: string[] = []
      const kind = sampleKind('failing', async () => {
        throw new Error('refused by smtp://ada:secret@mail.example\nat line 2')
      })
      const crew = new Workers(sampleCrew(house, [kind], { failed: (name) => failed.push(name) }))
      await put(house, 'failing', 'x')
      const waits: number[] = []
      for (let attempt = 1; attempt <= 3; attempt++) {
        await crew.settled()
        const [job] = await jobsOf(house, 'failing')
        expect(job!.attempts).toBe(attempt)
        waits.push(job!.run_at - house.now())
        await crew.settled()
        expect((await jobsOf(house, 'failing'))[0]!.attempts).toBe(attempt)
        later(job!.run_at - house.now())
      }
      expect(waits.slice(0, 2)).toEqual([10_000, 20_000])
      const [dead] = await jobsOf(house, 'failing')
      expect(dead).toMatchObject({ state: 'dead', error: 'refused by smtp://[redacted]@mail.example at line 2' })
      expect(failed).toEqual(['failing', 'failing', 'failing'])
      expect(lines.join('')).not.toContain('ada:secret')
    })

    it('that says that trying again is no use is dead at once; one that says how long waits so long', async () => {
      const { house } = world()
      const kind = sampleKind('parking', async ({ name }) => {
        throw new JobFailure('Correct the password.', name === 'parked' ? { parked: true } : { wait: 5 * HOUR })
      })
      await put(house, 'parking', 'parked')
      await put(house, 'parking', 'told')
      await new Workers(sampleCrew(house, [kind])).settled()
      expect((await jobsOf(house, 'parking')).map(({ state, run_at }) => [state, run_at - house.now()])).toEqual([
        ['dead', 0],
        ['waiting', 5 * HOUR],
      ])
    })

    it('whose data does not fit is dead and harms nobody', async () => {
      const { house } = world()
      const done: string[] = []
      await put(house, 'fitting', 'x', { data: { other: 1 } })
      await put(house, 'fitting', 'fine')
      await new Workers(sampleCrew(house, [sampleKind('fitting', async ({ name }) => void done.push(name))])).settled()
      expect(done).toEqual(['fine'])
      expect((await jobsOf(house, 'fitting')).map(({ state }) => state)).toEqual(['done', 'dead'])
    })
  })

  describe('F59 a job that never ends', () => {
    it('is stopped, holds up no other kind, and is dead in the end', async () => {
      const { house, later } = world()
      const signals: AbortSignal[] = []
      const begun: (() => void)[] = []
      const endless = sampleKind('endless', (_, { signal }) => {
        signals.push(signal)
        begun.shift()?.()
        return new Promise(() => {})
      })
      const done: string[] = []
      const quick = sampleKind('quick', async ({ name }) => void done.push(name))
      const crew = sampleCrew(house, [endless, quick])
      const workers = new Workers(crew)
      for (const name of ['a', 'b', 'c', 'd', 'e']) await put(house, 'endless', name)
      await put(house, 'quick', 'other')
      for (let attempt = 1; attempt <= 10; attempt++) {
        const both = [signalled(), signalled()]
        begun.push(...both.map(({ tell }) => tell))
        await workers.wake()
        if (attempt === 1) {
          await both[1]!.told
          await expect.poll(() => done).toEqual(['other'])
          expect(signals).toHaveLength(2)
        }
        await crew.timers.pass(30_000)
        later(HOUR)
      }
      await crew.timers.pass(30_000)
      await expect
        .poll(async () => {
          later(HOUR)
          await workers.wake()
          await crew.timers.pass(30_000)
          return (await jobsOf(house, 'endless')).map(({ state }) => state)
        })
        .toEqual(Array(5).fill('dead'))
      expect(signals.every(({ aborted }) => aborted)).toBe(true)
      expect((await jobsOf(house, 'endless'))[0]!.error).toBe('It did not end within 30 s and was stopped.')
    })
  })

  describe('F59 a lease', () => {
    const claim = (worker: string, except: string[] = []) => {
      const { house } = world()
      return claimJob(house.store, { kinds: ['leased'], worker, except, now: house.now() })
    }

    it('ends with the process that held it, and the job with the last of its attempts', async () => {
      const { house, later } = world()
      await put(house, 'leased', 'kills its process')
      for (let attempt = 1; attempt <= 3; attempt++) {
        expect(await claim(`process ${attempt}`)).toMatchObject({ attempts: attempt })
        expect(await claim('too early')).toBeNull()
        later(LEASE)
      }
      const kind = sampleKind('leased', async () => {
        throw new Error('is not reached')
      })
      await new Workers(sampleCrew(house, [kind])).settled()
      expect(await jobsOf(house, 'leased')).toMatchObject([
        { state: 'dead', error: 'It was begun 3 times, and each time the process ended before it did.' },
      ])
      await house.store.transaction((tx) => tx.deleteFrom('jobs').where('kind', '=', 'leased').execute())
    })

    it('is renewed while the job runs, and a worker that lost it stops and says nothing', async () => {
      const { house, later } = world()
      const begun = signalled()
      let signal: AbortSignal | undefined
      const kind = sampleKind(
        'leased',
        (_, call) => {
          signal = call.signal
          begun.tell()
          return new Promise(() => {})
        },
        { longest: 10 * HOUR },
      )
      const crew = sampleCrew(house, [kind])
      const workers = new Workers(crew)
      await put(house, 'leased', 'long')
      await workers.wake()
      await begun.told
      const until = async () => (await jobsOf(house, 'leased'))[0]!.lease_until! - house.now()
      later(LEASE / 2)
      await crew.timers.pass(LEASE / 3)
      await expect.poll(until).toBe(LEASE)
      // The clock is set forward: the worker does not take its own job, another process may.
      later(HOUR)
      await workers.wake()
      expect(await jobsOf(house, 'leased')).toMatchObject([{ attempts: 1, lease_by: 'one' }])
      expect(await claim('other')).toMatchObject({ attempts: 2 })
      await crew.timers.pass(LEASE / 3)
      await expect.poll(() => signal!.aborted).toBe(true)
      await workers.drain()
      expect(await jobsOf(house, 'leased')).toMatchObject([{ state: 'running', attempts: 2, lease_by: 'other' }])
      await house.store.transaction((tx) => tx.deleteFrom('jobs').where('kind', '=', 'leased').execute())
    })

    it('and a job that is due do not wait for a clock that was set back', async () => {
      const { house, later } = world()
      await put(house, 'leased', 'begun')
      expect(await claim('crashes')).toMatchObject({ attempts: 1 })
      await put(house, 'leased', 'due')
      await put(house, 'leased', 'tomorrow', { runAt: house.now() + 24 * HOUR })
      later(-HOUR)
      const names: string[] = []
      const kind = sampleKind('leased', async ({ name }) => void names.push(name))
      await new Workers(sampleCrew(house, [kind])).settled()
      expect(names.toSorted()).toEqual(['begun', 'due'])
      later(HOUR)
    })

    it('of the process before is over at once where only one can be', async () => {
      const { house } = world()
      await put(house, 'abandoned', 'x')
      const kinds = ['abandoned']
      await claimJob(house.store, { kinds, worker: 'before', except: [], now: house.now() })
      expect(await giveBackAbandoned(house.store, house.now())).toBe(database === 'sqlite' ? 1 : 0)
      const again = await claimJob(house.store, { kinds, worker: 'now', except: [], now: house.now() })
      expect(again?.attempts).toBe(database === 'sqlite' ? 2 : undefined)
    })
  })

  describe('F60 workers that stop', () => {
    it('take nothing more, wait for what ends in time, and give back the rest untried', async () => {
      const { house } = world()
      const ends = signalled()
      const begun = { short: signalled(), long: signalled() }
      const kind = sampleKind('stopping', async ({ name }) => {
        begun[name as 'short'].tell()
        await (name === 'short' ? ends.told : new Promise(() => {}))
      })
      const crew = sampleCrew(house, [kind])
      const workers = new Workers(crew)
      workers.start()
      await put(house, 'stopping', 'short')
      await put(house, 'stopping', 'long')
      await workers.wake()
      await Promise.all([begun.short.told, begun.long.told])
      const drained = workers.drain(5000)
      await put(house, 'stopping', 'late')
      ends.tell()
      await expect.poll(async () => (await jobsOf(house, 'stopping'))[2]!.state).toBe('done')
      await crew.timers.pass(5000)
      await drained
      await workers.wake()
      expect((await jobsOf(house, 'stopping')).map(({ state, attempts }) => [state, attempts])).toEqual([
        ['waiting', 0],
        ['waiting', 0],
        ['done', 1],
      ])
    })
  })
})

describe('the wait before a job is tried again', () => {
  it('doubles up to an hour, half of it by chance', () => {
    expect([1, 2, 3].map((attempt) => backoff(attempt, 1))).toEqual([10_000, 20_000, 40_000])
    expect([1, 2, 3].map((attempt) => backoff(attempt, 0))).toEqual([5000, 10_000, 20_000])
    expect(backoff(100, 1)).toBe(HOUR)
  })
})

it('timers that were called off do not go off', async () => {
  const timers = sampleTimers()
  const gone: string[] = []
  timers.after(10, () => gone.push('a'))
  timers.after(10, () => gone.push('b'))()
  await timers.pass(10)
  expect(gone).toEqual(['a'])
})
