/** `verify`: checks records, signatures and proofs of postmortems without any server. */
import { resolve } from 'node:path'
import { readRecord } from '../../record/read-record.ts'
import { requiredSignatures } from '../../signoff/required-signatures.ts'
import { signatureState } from '../../signoff/signature-state.ts'
import { type VerifiedSignature, verifyPostmortem } from '../../signoff/verify.ts'
import { command } from '../command.ts'
import type { CommandContext } from '../context.ts'
import { EXIT, failureOf } from '../failure.ts'
import { readText } from '../files/read-document.ts'
import { openPostmortem } from '../postmortem-files.ts'
import { sayLines } from '../say-lines.ts'
import { sshVerify } from '../ssh.ts'

/** Declares the command. */
export const verify = command({
  name: 'verify',
  summary: 'Verify the record and the signatures of a postmortem, offline',
  details:
    'Checks the chain of the record, each signature against the text as it is now, and SSH signatures where there are any. Exits with 1 where the chain is broken, a standing signature is bad, or a required one is missing.',
  arguments: [{ name: 'file', summary: 'the postmortem' }],
  options: {
    allowedSigners: { value: 'FILE', summary: 'file of allowed signers, as `ssh-keygen -Y verify` reads it' },
  },
  formats: ['text', 'json'],
  examples: [
    { run: 'verify docs/postmortems/INC-2026-11-23-001.md', says: 'the chain, the signatures, what changed since' },
  ],
  async run(context, [file], options) {
    const settings = await context.settings()
    const opened = await openPostmortem(context, settings, file!)
    const allowed = await allowedSigners(context, options.allowedSigners)
    const verification = verifyPostmortem(opened.postmortem, opened.recordText)
    const signatures = []
    for (const signature of verification.signatures)
      signatures.push({ ...signature, ssh: await sshOf(signature, allowed) })
    const required = requiredSignatures(settings.policy, opened.postmortem.metadata.severity?.value ?? null)
    const state = signatureState(opened.postmortem, readRecord(opened.recordText).entries, required)
    const roles = state.roles.map(({ role, required, status, name, changedSections }) => ({
      role,
      required,
      status,
      name,
      changedSections,
    }))
    const good =
      verification.chainHolds &&
      state.complete &&
      signatures.every(({ holds, ssh }) => !holds || ssh === null || ssh.good)
    const { chainHolds, problems, entries, head, root } = verification
    if (options.format === 'json') {
      context.stdout.write(
        `${JSON.stringify({ file, good, chainHolds, problems, entries, head, digest: root, signatures, roles, claims: state.claims.map(({ role, name }) => ({ role, name })), warnings: state.warnings.map(({ message }) => message) })}\n`,
      )
      return good ? EXIT.clean : EXIT.findings
    }
    const lines = [
      `${file}`,
      `Digest    ${root}`,
      `Record    ${entries} entries, ${chainHolds ? 'one unbroken chain' : 'the chain does not hold'}${head ? `, head ${head.slice(0, 16)}` : ''}`,
    ]
    for (const problem of problems) lines.push(`          line ${problem.line}: ${problem.message}`)
    for (const role of state.roles)
      lines.push(
        `${role.required ? 'Required' : 'Also    '}  ${role.role}: ${wordsOf(role.status, role.name, role.changedSections)}`,
      )
    for (const { ssh, name } of signatures)
      if (ssh) lines.push(`SSH       ${name}: ${ssh.good ? 'good' : 'BAD'} (${ssh.says})`)
    for (const warning of state.warnings) lines.push(`Note      ${warning.message}`)
    lines.push(good ? 'All that is required holds.' : 'Not everything that is required holds.')
    sayLines(context.stdout, lines)
    return good ? EXIT.clean : EXIT.findings
  },
})

async function allowedSigners(context: CommandContext, file: string | undefined): Promise<string | null> {
  if (file === undefined) return null
  const path = resolve(context.cwd, file)
  const read = await readText(path)
  if (!read.ok) throw failureOf('unreadable', { ...read.refusal, where: { ...read.refusal.where, file } })
  return path
}

async function sshOf({ ssh, name }: VerifiedSignature, file: string | null) {
  if (!ssh) return null
  return await sshVerify(ssh.payload, ssh.signature, file === null ? null : { file, principal: name })
}

function wordsOf(status: string, name: string | null, changed: readonly string[]): string {
  if (status === 'valid') return `signed by ${name}, and it holds`
  if (status === 'void')
    return `signed by ${name}, void${changed.length > 0 ? `: changed since in ${changed.join(', ')}` : ': reopened since'}`
  if (status === 'claimed') return `the text names ${name}, the record does not: unsigned`
  if (status === 'withdrawn') return `withdrawn by ${name}`
  return 'not signed'
}
