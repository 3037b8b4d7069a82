import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { House } from '../house.ts'
import type { MailSettings } from '../mail/mail-settings.ts'
import { sampleCertificate } from '../mail/sample-certificate.ts'
import { sampleMailServer } from '../mail/sample-mail-server.ts'
import { type SampleHouse, sampleHouse } from '../sample-house.ts'
import { sampleAddressee, sampleIncident, samplePostmortem } from '../sample-incident.ts'
import { runJobAgain } from '../store/jobs-list.ts'
import { deadlines } from './kinds/deadlines.ts'
import { mail } from './kinds/mail.ts'
import { jobsOf, sampleCrew } from './sample-crew.ts'
import { sampleMailSettings } from './sample-mail-settings.ts'
import { Workers } from './workers.ts'

const HOUR = 3_600_000
const TITLE = 'Karten\r\nBcc: eve@example.com abgelehnt – Prüfung'

let world: SampleHouse
let server: Awaited<ReturnType<typeof sampleMailServer>> | null = null
const closing: (() => Promise<void>)[] = []

beforeEach(async () => {
  world = await sampleHouse()
  await sampleAddressee(world.house, 'Ada Example')
  await sampleIncident(world.house, 'INC-2026-11-23-001', { title: TITLE, commander: 'ada example' })
  world.later(49 * HOUR)
})
afterEach(async () => {
  await world.close()
  for (const close of closing.splice(0)) await close()
  server = null
})

/** A server, and a house that sends by it. */
async function mailing(
  options: Parameters<typeof sampleMailServer>[0] = {},
  taken?: Parameters<typeof sampleMailServer>[1],
  more: Partial<MailSettings> = {},
): Promise<{ house: House; crew: ReturnType<typeof sampleCrew>; workers: Workers }> {
  server = await sampleMailServer(options, taken)
  closing.push(server.close)
  const settings = sampleMailSettings({ port: server.port, ...more })
  const house = { ...world.house, settings: { ...world.house.settings, mail: settings } }
  const call = { house, now: house.now(), signal: new AbortController().signal }
  await deadlines.run({}, call)
  const crew = sampleCrew(house, [mail])
  return { house, crew, workers: new Workers(crew) }
}

const notices = () => world.house.store.read.selectFrom('notices').select('state').execute()

describe('a reminder by mail', () => {
  it('is sent once, as plain text, to one person, without headers that somebody else wrote', async () => {
    const { workers, house } = await mailing()
    await workers.settled()
    await deadlines.run({}, { house, now: house.now(), signal: new AbortController().signal })
    await workers.settled()
    expect(server!.mails).toHaveLength(1)
    const [{ to, header, source }] = server!.mails as [(typeof server & object)['mails'][0]]
    expect(to).toEqual(['ada.example@example.com'])
    expect(header('to')).toBe('Ada Example <ada.example@example.com>')
    expect(header('from')).toBe('Postmortems <postmortems@example.com>')
    expect(header('bcc')).toBeUndefined()
    expect(header('auto-submitted')).toBe('auto-generated')
    expect(header('content-type')).toMatch(/^text\/plain; charset=utf-8/)
    expect(header('message-id')).toMatch(/^<[0-9a-f]{32}@localhost>$/)
    expect(source).not.toMatch(/^Bcc:/im)
    expect(await notices()).toEqual([{ state: 'told' }])
    expect(await jobsOf(house, 'mail')).toMatchObject([{ state: 'done' }])
  })

  it('goes by TLS where the server offers it or has to, with a certificate that is trusted', async () => {
    const certificate = sampleCertificate()
    const trust = join(world.house.settings.dataFolder, 'ca.pem')
    writeFileSync(trust, certificate.cert)
    const user = { user: 'nevertwice', password: 'sample-password' }
    const onAuth: NonNullable<Parameters<typeof sampleMailServer>[0]>['onAuth'] = (auth, _session, callback) =>
      callback(null, auth.password === user.password ? { user: auth.username } : {})
    const starttls = { ...certificate, disabledCommands: [], authOptional: false, onAuth }
    const first = await mailing(starttls, undefined, { tls: 'required', trust, ...user })
    await first.workers.settled()
    expect(server!.mails).toMatchObject([{ secure: true }])
    await world.house.store.transaction((tx) => tx.deleteFrom('notices').execute())
    const second = await mailing({ ...certificate, secure: true }, undefined, { tls: 'always', trust })
    await second.workers.settled()
    expect(server!.mails).toMatchObject([{ secure: true }])
  })

  it('is parked where TLS cannot be trusted, or is required and not offered; the password never goes out', async () => {
    const passwords: unknown[] = []
    const onAuth: NonNullable<Parameters<typeof sampleMailServer>[0]>['onAuth'] = (auth, _session, callback) => {
      passwords.push(auth.password)
      callback(null, { user: 'x' })
    }
    const user = { user: 'nevertwice', password: 'sample-password', tls: 'required' as const }
    const { house, workers } = await mailing({ onAuth, allowInsecureAuth: true }, undefined, user)
    await workers.settled()
    expect(await jobsOf(house, 'mail')).toMatchObject([{ state: 'dead' }])
    await world.house.store.transaction(async (tx) => {
      await tx.deleteFrom('jobs').execute()
      await tx.deleteFrom('notices').execute()
    })
    const other = await mailing({ ...sampleCertificate(), disabledCommands: [], onAuth }, undefined, user)
    await other.workers.settled()
    const [job] = await jobsOf(house, 'mail')
    expect(job).toMatchObject({ state: 'dead' })
    expect(job!.error).toMatch(/has no TLS that can be trusted \(.*\)\. Name it in SMTP_URL/)
    expect(passwords).toEqual([])
  })

  it('is parked where the password is wrong, with what to do, and sent when it is run again', async () => {
    let right = 'other'
    const { house, workers } = await mailing(
      {
        authOptional: false,
        allowInsecureAuth: true,
        onAuth: (auth, _session, callback) =>
          auth.password === right ? callback(null, { user: 'x' }) : callback(new Error('Bad credentials')),
      },
      undefined,
      { user: 'nevertwice', password: 'sample-password' },
    )
    await workers.settled()
    const [job] = await jobsOf(house, 'mail')
    expect(job).toMatchObject({ state: 'dead', attempts: 1 })
    expect(job!.error).toMatch(/did not accept the user of SMTP_URL .*Correct SMTP_URL, restart the server, and run/)
    expect(job!.error! + job!.data + world.lines.join('')).not.toContain('sample-password')
    right = 'sample-password'
    await house.store.transaction((tx) => runJobAgain(tx, job!.id, house.now()))
    await workers.settled()
    expect(server!.mails).toHaveLength(1)
  })

  it('waits for a server that is busy, and is parked where it refuses the address for good', async () => {
    const answers = [450, 550]
    const { house, workers } = await mailing({
      onRcptTo: (_address, _session, callback) =>
        callback(Object.assign(new Error('said the server'), { responseCode: answers.shift() })),
    })
    await workers.settled()
    const [busy] = await jobsOf(house, 'mail')
    expect(busy).toMatchObject({ state: 'waiting', attempts: 1 })
    world.later(HOUR)
    await workers.settled()
    const [refused] = await jobsOf(house, 'mail')
    expect(refused).toMatchObject({ state: 'dead', attempts: 2 })
    expect(refused!.error).toMatch(/refused the mail to ada\.example@example\.com .*Correct the person's address/)
  })

  it('F54 whose answer was lost is sent again as the same message, so that it can be known', async () => {
    const first = { dropped: false }
    const { house, workers } = await mailing({}, ({ accept, drop }) => {
      if (first.dropped) return accept()
      first.dropped = true
      drop()
    })
    await workers.settled()
    const [lost] = await jobsOf(house, 'mail')
    expect(lost).toMatchObject({ state: 'waiting', attempts: 1 })
    world.later(HOUR)
    await workers.settled()
    expect(await jobsOf(house, 'mail')).toMatchObject([{ state: 'done' }])
    const [one, two] = server!.mails
    expect(server!.mails).toHaveLength(2)
    expect(two!.header('message-id')).toBe(one!.header('message-id'))
    expect(two!.source).toBe(one!.source)
  })

  it('F59 to a server that never answers is stopped and tried again', async () => {
    let arrived = () => {}
    const there = new Promise<void>((resolve) => {
      arrived = resolve
    })
    const { house, crew, workers } = await mailing({}, () => arrived())
    await workers.wake()
    await there
    await crew.timers.pass(12 * 60_000)
    await workers.settled()
    const [job] = await jobsOf(house, 'mail')
    expect(job).toMatchObject({ state: 'waiting', error: 'It did not end within 720 s and was stopped.' })
  })

  it('is not sent where it is not true any more, or not for this person to see', async () => {
    const { house, workers } = await mailing()
    await world.house.store.transaction((tx) => tx.updateTable('incidents').set({ visibility: 'restricted' }).execute())
    await workers.settled()
    expect(server!.mails).toEqual([])
    expect(await notices()).toEqual([{ state: 'passed' }])
    await world.house.store.transaction(async (tx) => {
      await tx.updateTable('incidents').set({ visibility: 'internal' }).execute()
      await tx.deleteFrom('notices').execute()
    })
    await deadlines.run({}, { house, now: house.now(), signal: new AbortController().signal })
    await samplePostmortem(house, 'INC-2026-11-23-001', 'Published meanwhile', { stage: 'published' })
    await workers.settled()
    expect(server!.mails).toEqual([])
    expect(await notices()).toEqual([{ state: 'passed' }])
  })
})
