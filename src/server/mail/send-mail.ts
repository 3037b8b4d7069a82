/** Hands one mail to the mail server, and says of every failure whether trying again helps. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createTransport } from 'nodemailer'
import type { Instant } from '../../base/instant.ts'
import { errorWords } from '../jobs/error-words.ts'
import { JobFailure } from '../jobs/job-kind.ts'
import type { MailSettings } from './mail-settings.ts'

/** A mail; sent twice, it is byte for byte the same. */
export interface OutgoingMail {
  readonly to: { readonly name: string; readonly address: string }
  readonly subject: string
  readonly text: string
  readonly messageId: string
  readonly date: Instant
}

/** How long the server may be silent: while it connects and greets, and while it works on what it got. RFC 5321 (4.5.3.2.6) asks for 10 minutes after the text, since whoever gives up earlier makes duplicates. */
const CONNECT = 30_000
const SILENCE = 10 * 60_000

/** The same key gives the same id, so that a mail that is sent again is known for what it is. */
export function messageIdOf(key: string, baseUrl: string): string {
  return `<${createHash('sha256').update(key).digest('hex').slice(0, 32)}@${new URL(baseUrl).hostname}>`
}

/** Throws a `JobFailure`: parked where somebody has to do something first. */
export async function sendMail(settings: MailSettings, mail: OutgoingMail, signal: AbortSignal): Promise<void> {
  const { host, port, tls, user, password, trust, from } = settings
  const transport = createTransport({
    host,
    port,
    secure: tls === 'always',
    requireTLS: tls === 'required',
    ...(user === null ? {} : { auth: { user, pass: password ?? '' } }),
    ...(trust === null ? {} : { tls: { ca: readTrusted(trust) } }),
    connectionTimeout: CONNECT,
    greetingTimeout: CONNECT,
    socketTimeout: SILENCE,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  const { to, subject, text, messageId, date } = mail
  const headers = { 'Auto-Submitted': 'auto-generated' }
  try {
    await transport.sendMail({ from, to, subject, text, messageId, date: new Date(date), headers, signal })
  } catch (error) {
    throw mailFailure(error as SmtpError, settings, to.address)
  } finally {
    transport.close()
  }
}

function readTrusted(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    throw new JobFailure(
      `The certificates of SMTP_CA_FILE cannot be read (${errorWords(error)}). Correct it, restart the server, and run the job again.`,
      { parked: true },
    )
  }
}

interface SmtpError extends Error {
  readonly code?: string
  readonly command?: string
  readonly response?: string
  readonly responseCode?: number
}

function mailFailure(error: SmtpError, { host, port, password }: MailSettings, address: string): JobFailure {
  const { code = '', command, responseCode = 0 } = error
  const said = errorWords(error.response ?? error, password === null ? [] : [password])
  const server = `The mail server ${host}:${port}`
  const parked = { parked: true }
  const forGood = responseCode >= 500
  if (['EAUTH', 'ENOAUTH', 'EOAUTH2'].includes(code) && (forGood || responseCode === 0))
    return new JobFailure(
      `${server} did not accept the user of SMTP_URL (${said}). Correct SMTP_URL, restart the server, and run the job again.`,
      parked,
    )
  if (['ETLS', 'EREQUIRETLS'].includes(code) || (code === 'ESOCKET' && /certificate|altname|self.signed/i.test(said)))
    return new JobFailure(
      `${server} has no TLS that can be trusted (${said}). Name it in SMTP_URL as its certificate does, or its authority in SMTP_CA_FILE, restart the server, and run the job again.`,
      parked,
    )
  if (forGood)
    return new JobFailure(
      `${server} refused the mail to ${address} (${said}). Correct the person's address, or MAIL_FROM, and run the job again.`,
      parked,
    )
  const unknown = command === 'DATA' && responseCode === 0
  return new JobFailure(
    `${server} could not be given the mail (${said}).${unknown ? ' Whether it took it is not known; it is sent again as the same message.' : ''}`,
  )
}
