/** The server's own settings, from the environment; each is refused with a sentence where it is wrong. */
import { resolve } from 'node:path'
import { ok, type Result, refuse } from '../base/result.ts'
import { type MailSettings, readMailSettings } from './mail/mail-settings.ts'
import type { StorePlace } from './store/open-store.ts'

/** How the server runs. */
export interface ServerSettings {
  /** The mail server; null where no mail is sent. */
  readonly mail: MailSettings | null
  /** Address and port that it listens on. */
  readonly host: string
  readonly port: number
  /** How browsers reach it, without a slash at the end. */
  readonly baseUrl: string
  /** How many proxies in front of it are trusted to say where a request came from. */
  readonly trustProxy: number
  /** Absolute folder of everything that lies in files. */
  readonly dataFolder: string
  readonly store: StorePlace
  /** Where the nightly backup is written, and how many are kept; null where none is. */
  readonly backups: { readonly folder: string; readonly keep: number } | null
  readonly logLevel: string
}

/** Environment variables, or what a test gives for them. */
export type Variables = Readonly<Record<string, string | undefined>>

const LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']

/** The variables of this process. */
export function ownVariables(): Variables {
  return process.env
}

/** All settings, or the first that is wrong (`setting-invalid`). */
export function readServerSettings(variables: Variables, cwd: string): Result<ServerSettings> {
  const port = wholeNumber(variables.PORT, 4070, 0, 65535)
  if (port === null) return wrong('PORT', variables.PORT, 'a whole number from 0 to 65535')
  const trustProxy = wholeNumber(variables.TRUST_PROXY, 0, 0, 10)
  if (trustProxy === null)
    return wrong('TRUST_PROXY', variables.TRUST_PROXY, 'how many proxies stand before the server, 0 to 10')
  const host = variables.HOST?.trim() || '127.0.0.1'
  const baseUrl = readBaseUrl(variables.BASE_URL, host, port)
  if (baseUrl === null)
    return wrong(
      'BASE_URL',
      variables.BASE_URL,
      'an address such as https://postmortems.example.com, without path, query or fragment',
    )
  const logLevel = variables.LOG_LEVEL?.trim() || 'info'
  if (!LEVELS.includes(logLevel)) return wrong('LOG_LEVEL', logLevel, `one of ${LEVELS.join(', ')}`)
  const dataFolder = resolve(cwd, variables.NEVERTWICE_DATA?.trim() || 'data')
  const url = variables.DATABASE_URL?.trim()
  // A database's address holds its password, so it is never repeated.
  if (url && !/^postgres(?:ql)?:\/\//.test(url))
    return wrong(
      'DATABASE_URL',
      undefined,
      'an address such as postgres://user:password@host:5432/name; leave it out for the embedded database',
    )
  const keep = wholeNumber(variables.BACKUP_KEEP, 14, 1, 3650)
  if (keep === null) return wrong('BACKUP_KEEP', variables.BACKUP_KEEP, 'how many nightly backups are kept, 1 to 3650')
  const backups = variables.BACKUP_FOLDER?.trim()
    ? { folder: resolve(cwd, variables.BACKUP_FOLDER.trim()), keep }
    : null
  const mail = readMailSettings(variables)
  if (!mail.ok) return mail
  return ok({
    mail: mail.value,
    host,
    port,
    baseUrl,
    trustProxy,
    dataFolder,
    store: url ? { url } : { folder: dataFolder },
    backups,
    logLevel,
  })
}

function wrong(name: string, found: string | undefined, expected: string): Result<never> {
  return refuse(
    'setting-invalid',
    `${name} is ${found === undefined ? 'not usable' : `"${found}"`}; expected ${expected}.`,
  )
}

function wholeNumber(text: string | undefined, otherwise: number, least: number, most: number): number | null {
  if (text === undefined || text.trim() === '') return otherwise
  const value = Number(text)
  return /^\d{1,6}$/.test(text.trim()) && value >= least && value <= most ? value : null
}

function readBaseUrl(text: string | undefined, host: string, port: number): string | null {
  if (text === undefined || text.trim() === '') {
    const name = host === '127.0.0.1' || host === '0.0.0.0' || host === '::' || host === '::1' ? 'localhost' : host
    return `http://${name.includes(':') ? `[${name}]` : name}:${port}`
  }
  if (!URL.canParse(text)) return null
  const url = new URL(text)
  const plain =
    url.pathname === '/' && url.search === '' && url.hash === '' && url.username === '' && url.password === ''
  return plain && (url.protocol === 'http:' || url.protocol === 'https:') ? url.origin : null
}
