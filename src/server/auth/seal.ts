/** Seals secrets with the key file of the data folder: AES-256-GCM, bound to the name they are kept under. */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import {
  closeSync,
  constants,
  fstatSync,
  fsyncSync,
  linkSync,
  openSync,
  readFileSync,
  rmSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import { ok, type Result, refuse } from '../../base/result.ts'
import type { House } from '../house.ts'

/** The file in the data folder; it is left out of backups. */
export const KEY_FILE = 'secret.key'
const VERSION = 'v1'

const keys = new WeakMap<House, Buffer>()

/** A text that only this house can open, under the same name. Refusals: `key-file`. */
export function sealText(house: House, name: string, text: string): Result<string> {
  const key = keyOf(house)
  if (!key.ok) return key
  const iv = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', key.value, iv).setAAD(Buffer.from(name))
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return ok(
    [VERSION, iv.toString('base64url'), cipher.getAuthTag().toString('base64url'), sealed.toString('base64url')].join(
      '.',
    ),
  )
}

/** What was sealed. Refusals: `key-file`, and `seal-broken` where another key or name sealed it, or it was changed. */
export function openSealed(house: House, name: string, sealed: string): Result<string> {
  const key = keyOf(house)
  if (!key.ok) return key
  const [version, ...parts] = sealed.split('.')
  const [iv, tag, text] = parts.map((part) => Buffer.from(part, 'base64url'))
  const broken = refuse<string>(
    'seal-broken',
    `What is sealed as "${name}" cannot be opened with ${KEY_FILE} of this data folder. Put the key file back that it was sealed with, or set it anew.`,
  )
  if (version !== VERSION || parts.length !== 3 || iv?.length !== 12 || tag?.length !== 16 || !text) return broken
  // One text for one seal: spare bits in base64 are no way to another.
  if ([iv, tag, text].some((part, at) => part.toString('base64url') !== parts[at])) return broken
  try {
    const cipher = createDecipheriv('aes-256-gcm', key.value, iv, { authTagLength: 16 }).setAAD(Buffer.from(name))
    return ok(Buffer.concat([cipher.setAuthTag(tag).update(text), cipher.final()]).toString('utf8'))
  } catch {
    return broken
  }
}

function keyOf(house: House): Result<Buffer> {
  const known = keys.get(house)
  if (known) return ok(known)
  const path = join(house.settings.dataFolder, KEY_FILE)
  const read = readKey(path)
  if (read.ok) keys.set(house, read.value)
  return read
}

function readKey(path: string): Result<Buffer> {
  try {
    makeKey(path)
    const file = openSync(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0))
    try {
      const { mode } = fstatSync(file)
      if (process.platform !== 'win32' && (mode & 0o077) !== 0)
        return refuse(
          'key-file',
          `Others may read ${path} (mode ${(mode & 0o777).toString(8)}); expected 600. Run chmod 600 on it.`,
        )
      const key = Buffer.from(readFileSync(file, 'utf8').trim(), 'base64')
      if (key.length === 32) return ok(key)
      return refuse('key-file', `${path} holds no key of 32 bytes in base64. Put the right file back.`)
    } finally {
      closeSync(file)
    }
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    return refuse('key-file', `The key file ${path} cannot be used (${why}).`)
  }
}

/** Written whole beside it and linked into place, so that of several processes one makes the key, and none reads half. */
function makeKey(path: string): void {
  const draft = `${path}.${process.pid}.${randomBytes(6).toString('hex')}`
  try {
    closeSync(openSync(path, 'r'))
    return
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
  }
  const file = openSync(draft, 'wx', 0o600)
  try {
    writeSync(file, `${randomBytes(32).toString('base64')}\n`)
    fsyncSync(file)
    linkSync(draft, path)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  } finally {
    closeSync(file)
    rmSync(draft, { force: true })
  }
}
