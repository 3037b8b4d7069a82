/** A sign-in that was begun: kept by the browser itself, sealed, so that strangers cannot fill the store. */
import { z } from '@hono/zod-openapi'
import type { Instant } from '../../base/instant.ts'
import { openSealed, sealText } from '../auth/seal.ts'
import type { House } from '../house.ts'

/** The cookie that holds it, for the way to the provider and back. */
export const ATTEMPT_COOKIE = 'nevertwice_sign_in'
const PATH = '/api/v1/sign-in'
const LIFE = 10 * 60 * 1000

const Attempt = z.strictObject({
  state: z.string().min(20),
  nonce: z.string().min(20),
  verifier: z.string().min(43),
  issuer: z.string(),
  returnTo: z.string(),
  until: z.number(),
})

/** What has to come back, and where to go then. */
export type Attempt = Omit<z.output<typeof Attempt>, 'until'>

/** The cookie of a new attempt; throws where the key file cannot be used. */
export function attemptCookie(house: House, attempt: Attempt, now: Instant): string {
  const sealed = sealText(house, ATTEMPT_COOKIE, JSON.stringify({ ...attempt, until: now + LIFE }))
  if (!sealed.ok) throw new Error(sealed.refusal.message)
  return cookie(house, sealed.value, LIFE / 1000)
}

/** The cookie that ends an attempt. */
export function endedAttempt(house: House): string {
  return cookie(house, '', 0)
}

/** The attempt of this browser; null where there is none, it is over, or it is not ours. */
export function readAttempt(house: House, cookies: Readonly<Record<string, string>>, now: Instant): Attempt | null {
  const opened = openSealed(house, ATTEMPT_COOKIE, cookies[ATTEMPT_COOKIE] ?? '')
  if (!opened.ok) return null
  const { until, ...attempt } = Attempt.parse(JSON.parse(opened.value))
  return until > now ? attempt : null
}

function cookie({ settings }: House, value: string, age: number): string {
  const secure = settings.baseUrl.startsWith('https:') ? '; Secure' : ''
  return `${ATTEMPT_COOKIE}=${value}; Path=${PATH}; HttpOnly; SameSite=Lax; Max-Age=${age}${secure}`
}
