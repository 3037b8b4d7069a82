/** Secrets that are shown once and kept as digests. */
import { createHash, randomBytes } from 'node:crypto'

/** 256 bits of chance, safe in a header, a cookie or an address. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url')
}

/** What is kept of a secret: its SHA-256, enough for one that nobody can guess. */
export function secretDigest(secret: string): string {
  return createHash('sha256').update(secret).digest('hex')
}
