/** The session's cookie. */
import type { Instant } from '../../base/instant.ts'

/** Its name; behind TLS it is bound to this host as `__Host-` asks, which `Secure` and `Path=/` do as well. */
export const SESSION_COOKIE = 'nevertwice_session'

/** The whole header value that sets a session, until a moment. */
export function sessionCookie(secret: string, expires: Instant, now: Instant, baseUrl: string): string {
  const age = Math.max(0, Math.floor((expires - now) / 1000))
  return `${SESSION_COOKIE}=${secret}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${age}${baseUrl.startsWith('https:') ? '; Secure' : ''}`
}

/** Cookies by name; of two with one name the first. */
export function parseCookies(header: string | null): Record<string, string> {
  const cookies: Record<string, string> = Object.create(null)
  for (const part of (header ?? '').slice(0, 8192).split(';')) {
    const at = part.indexOf('=')
    if (at > 0) cookies[part.slice(0, at).trim()] ??= part.slice(at + 1).trim()
  }
  return cookies
}
