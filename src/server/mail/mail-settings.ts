/** Where mail goes out, and who it says that it is from. */
import { z } from '@hono/zod-openapi'
import { ok, type Result, refuse } from '../../base/result.ts'

/** A mail server. */
export interface MailSettings {
  readonly host: string
  readonly port: number
  /** `always` from the first byte (smtps), `required` by STARTTLS, or `offered`: by STARTTLS where the server offers it. */
  readonly tls: 'always' | 'offered' | 'required'
  readonly user: string | null
  readonly password: string | null
  /** A file with the certificates to trust, where the server's comes from no public authority. */
  readonly trust: string | null
  readonly from: { readonly name: string; readonly address: string }
}

const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|::1)$/

/** `null` where no mail is to be sent. Refused with `setting-invalid`; what was found is never repeated, since it may hold a password. */
export function readMailSettings(variables: {
  readonly SMTP_URL?: string | undefined
  readonly MAIL_FROM?: string | undefined
  readonly SMTP_CA_FILE?: string | undefined
}): Result<MailSettings | null> {
  const given = variables.SMTP_URL?.trim()
  const sender = variables.MAIL_FROM?.trim()
  if (!given && !sender) return ok(null)
  if (!given) return wrong('SMTP_URL', 'is missing, although MAIL_FROM is set', 'smtp://user:password@host:587')
  if (!sender)
    return wrong('MAIL_FROM', 'is missing, although SMTP_URL is set', 'Postmortems <postmortems@example.com>')
  const server = readServer(given)
  if (server === null)
    return wrong(
      'SMTP_URL',
      'is not usable',
      'smtp://user:password@host:587 or smtps://user:password@host:465, without path or query, special characters of the password percent-encoded',
    )
  const address = readSender(sender)
  if (address === null)
    return wrong('MAIL_FROM', 'is no address', 'postmortems@example.com, or Postmortems <postmortems@example.com>')
  return ok({ ...server, trust: variables.SMTP_CA_FILE?.trim() || null, from: address })
}

function wrong(name: string, found: string, expected: string): Result<never> {
  return refuse('setting-invalid', `${name} ${found}; expected such as ${expected}.`)
}

function readServer(text: string): Omit<MailSettings, 'from' | 'trust'> | null {
  if (!URL.canParse(text)) return null
  const url = new URL(text)
  const always = url.protocol === 'smtps:'
  if ((!always && url.protocol !== 'smtp:') || url.hostname === '') return null
  if (!['', '/'].includes(url.pathname) || url.search !== '' || url.hash !== '') return null
  if ((url.username === '') !== (url.password === '')) return null
  const host = url.hostname.replace(/^\[(.*)\]$/, '$1')
  const user = decoded(url.username)
  const password = decoded(url.password)
  if (user === undefined || password === undefined) return null
  // A password never goes over a network in the clear.
  const tls = always ? 'always' : user !== null && !LOOPBACK.test(host) ? 'required' : 'offered'
  return { host, port: url.port === '' ? (always ? 465 : 587) : Number(url.port), tls, user, password }
}

function decoded(text: string): string | null | undefined {
  try {
    return text === '' ? null : decodeURIComponent(text)
  } catch {
    return undefined
  }
}

function readSender(text: string): MailSettings['from'] | null {
  if (/[\p{Cc}\u2028\u2029]/u.test(text)) return null
  const named = /^([^<>]*)<([^<>\s]+)>$/.exec(text)
  const name = named ? named[1]!.trim().replace(/^"(.*)"$/, '$1') : ''
  const address = named ? named[2]! : text
  return z.email().max(254).safeParse(address).success ? { name, address } : null
}
