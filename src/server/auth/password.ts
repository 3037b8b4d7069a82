/** Passwords: kept as scrypt, checked in the same time whether or not the person exists. */
import { randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from 'node:crypto'
import { ok, type Result, refuse } from '../../base/result.ts'

/** OWASP's figures for scrypt (Password Storage Cheat Sheet): N = 2^17, r = 8, p = 1, which take 128 MB. */
const COST = { N: 2 ** 17, r: 8, p: 1, maxmem: 256 * 1024 * 1024 }
const LENGTH = 32

const SHORTEST = 12
const LONGEST = 256

/** A password that may be set. Refused with `password-weak`: length is what counts (NIST SP 800-63B), and no well-known words. */
export function canBePassword(password: string, about: readonly string[]): Result<string> {
  if ([...password].length < SHORTEST)
    return refuse(
      'password-weak',
      `The password has fewer than ${SHORTEST} characters. A few words in a row are long and easy to keep.`,
    )
  if (password.length > LONGEST) return refuse('password-weak', `The password has more than ${LONGEST} characters.`)
  if (new Set(password).size < 5)
    return refuse('password-weak', 'The password repeats a few characters. Take several words.')
  const plain = password.toLowerCase()
  const known = about.find(
    (word) => word.length > 3 && plain.includes(word.toLowerCase()) && word.length * 2 > plain.length,
  )
  if (known) return refuse('password-weak', `The password is little more than "${known}". Take several words.`)
  return ok(password)
}

/** What is kept: `scrypt$N$r$p$salt$key`. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16)
  const key = await derive(password, salt, COST)
  return ['scrypt', COST.N, COST.r, COST.p, salt.toString('base64'), key.toString('base64')].join('$')
}

/** Whether a password is the one; null, for nobody, takes as long and is never right. */
export async function isPassword(password: string, kept: string | null): Promise<boolean> {
  const [, N, r, p, salt, key] = (kept ?? NOBODY).split('$')
  const expected = Buffer.from(key!, 'base64')
  const found = await derive(password.slice(0, LONGEST), Buffer.from(salt!, 'base64'), {
    ...COST,
    N: Number(N),
    r: Number(r),
    p: Number(p),
  })
  return timingSafeEqual(found, expected) && kept !== null
}

const NOBODY = [
  'scrypt',
  COST.N,
  COST.r,
  COST.p,
  Buffer.alloc(16).toString('base64'),
  Buffer.alloc(LENGTH).toString('base64'),
].join('$')

function derive(password: string, salt: Buffer, options: ScryptOptions): Promise<Buffer> {
  return new Promise((resolve, reject) =>
    scrypt(password.normalize('NFKC'), salt, LENGTH, options, (error, key) => (error ? reject(error) : resolve(key))),
  )
}
