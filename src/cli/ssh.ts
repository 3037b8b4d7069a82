/** SSH signatures by the system's `ssh-keygen -Y`, over standard input and temporary files that are removed. */
import { spawn } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ok, type Result, refuse } from '../base/result.ts'
import { SIGNATURE_NAMESPACE } from '../signoff/verify.ts'

/** Signs a payload with a private key file; answers the armoured signature and the public key. */
export async function sshSign(
  payload: string,
  keyFile: string,
): Promise<Result<{ signature: string; publicKey: string }>> {
  const signed = await run(['-Y', 'sign', '-f', keyFile, '-n', SIGNATURE_NAMESPACE], payload)
  if (signed.code !== 0)
    return refuse(
      'ssh-sign-failed',
      `ssh-keygen could not sign with ${keyFile}: ${lastLine(signed.err)}. Check that the key exists and can be used without a prompt, or through an agent.`,
    )
  const publicKey = await readFile(`${keyFile}.pub`, 'utf8').catch(() => '')
  return ok({ signature: signed.out.trim(), publicKey: publicKey.trim().split(/\s+/).slice(0, 2).join(' ') })
}

/**
 * Checks a signature. With a file of allowed signers the signer must be `principal` in it; without one only the key that
 * made the signature is checked, which says nothing about whose it is.
 */
export async function sshVerify(
  payload: string,
  signature: string,
  allowed: { readonly file: string; readonly principal: string } | null,
): Promise<{ readonly good: boolean; readonly says: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'nevertwice-ssh-'))
  try {
    const file = join(folder, 'signature')
    await writeFile(file, `${signature}\n`, { mode: 0o600 })
    const args = allowed
      ? ['-Y', 'verify', '-f', allowed.file, '-I', allowed.principal, '-n', SIGNATURE_NAMESPACE, '-s', file]
      : ['-Y', 'check-novalidate', '-n', SIGNATURE_NAMESPACE, '-s', file]
    const checked = await run(args, payload)
    return { good: checked.code === 0, says: lastLine(checked.code === 0 ? checked.out : checked.err || checked.out) }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

function run(args: readonly string[], input: string): Promise<{ code: number; out: string; err: string }> {
  return new Promise((resolve) => {
    const child = spawn('ssh-keygen', args, { stdio: ['pipe', 'pipe', 'pipe'] })
    let out = ''
    let err = ''
    child.stdout.on('data', (chunk) => {
      out += chunk
    })
    child.stderr.on('data', (chunk) => {
      err += chunk
    })
    child.on('error', (error) => resolve({ code: 127, out, err: `ssh-keygen is not there (${error.message})` }))
    child.on('close', (code) => resolve({ code: code ?? 1, out, err }))
    child.stdin.on('error', () => {})
    child.stdin.end(input)
  })
}

function lastLine(text: string): string {
  return text.trim().split('\n').at(-1)?.trim() || 'no reason given'
}
