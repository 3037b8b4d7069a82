/** A mail server's settings for tests. */
import type { MailSettings } from '../mail/mail-settings.ts'

/** One on this machine, without TLS or user, unless a test says otherwise. */
export function sampleMailSettings(more: Partial<MailSettings> = {}): MailSettings {
  const from = { name: 'Postmortems', address: 'postmortems@example.com' }
  return { host: '127.0.0.1', port: 25, tls: 'offered', user: null, password: null, trust: null, from, ...more }
}
