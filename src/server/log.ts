/** Structured logs: one JSON object a line, with request ids, and without anything secret. */
import { type Logger, pino } from 'pino'

/** Where log lines go. */
export type Log = Logger

const SECRET = [
  'password',
  'secret',
  'token',
  'authorization',
  'cookie',
  '*.password',
  '*.secret',
  '*.token',
  '*.authorization',
  '*.cookie',
  '*["set-cookie"]',
]

/** A log to standard error, where it stands apart from what a person is told, or to what a test gives. */
export function openLog(level: string, to?: { write(line: string): void }): Log {
  const options = {
    level,
    base: null,
    redact: { paths: SECRET, censor: '[redacted]' },
    timestamp: pino.stdTimeFunctions.isoTime,
  }
  return pino(options, to ?? pino.destination({ dest: 2, sync: true }))
}

/** A path as it may be logged: what is long enough to be a secret that somebody put there is left out. */
export function loggedPath(path: string): string {
  return path.slice(0, 1000).replaceAll(/[\w%-]{40,}/g, '[long]')
}
