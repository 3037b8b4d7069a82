/** `sign`: signs a postmortem for a role. */
import { resolve } from 'node:path'
import { recordItems } from '../../actions/record-items.ts'
import { utcDay } from '../../base/instant.ts'
import { parsePostmortem } from '../../document/parse.ts'
import { readRecord } from '../../record/read-record.ts'
import { requiredSignatures } from '../../signoff/required-signatures.ts'
import { signPostmortem } from '../../signoff/sign.ts'
import { signatureState } from '../../signoff/signature-state.ts'
import { signedDigest } from '../../signoff/signed-digest.ts'
import { signaturePayload } from '../../signoff/verify.ts'
import { actorOf, BY } from '../actor.ts'
import { command } from '../command.ts'
import { EXIT, failureOf } from '../failure.ts'
import { gateFindings, refusedAt } from '../gate-findings.ts'
import { openPostmortem, savePostmortem } from '../postmortem-files.ts'
import { sayLines } from '../say-lines.ts'
import { sshSign } from '../ssh.ts'

/** Declares the command. */
export const sign = command({
  name: 'sign',
  summary: 'Sign a postmortem for a role',
  details:
    'Runs the checks of the gate "sign" first. The signature covers the text except its living parts (status, ticket, proof and effect of action items, publication marks, the sign-off table): any other change voids it.',
  arguments: [{ name: 'file', summary: 'the postmortem' }],
  options: {
    role: { value: 'ROLE', default: 'Incident Commander', summary: 'the role that signs' },
    name: { value: 'NAME', summary: 'whose signature it is; by default who does this' },
    for: { value: 'NAME', summary: 'in whose place, for a delegate' },
    by: BY,
    digest: { value: 'HEX', summary: 'refuse unless the text has this digest, as `verify` shows it' },
    key: { value: 'FILE', summary: 'also sign with this SSH key' },
  },
  formats: ['text', 'json'],
  examples: [
    { run: 'sign docs/postmortems/INC-2026-11-23-001.md --name "Ada Example"', says: 'sign as incident commander' },
    {
      run: 'sign INC-2026-11-23-001.md --role "Platform Lead" --key ~/.ssh/id_ed25519',
      says: 'sign with an SSH key besides',
    },
  ],
  async run(context, [file], options) {
    const settings = await context.settings()
    const opened = await openPostmortem(context, settings, file!)
    const actor = await actorOf(context, options.by)
    const at = context.now()
    const request = {
      postmortem: opened.postmortem,
      parseOptions: { severityWords: settings.policy.severityWords },
      recordText: opened.recordText,
      role: options.role,
      name: options.name ?? actor,
      date: utcDay(at),
      at,
      actor,
      gateFindings: gateFindings(opened, settings, 'sign', at),
      ...(options.for === undefined ? {} : { delegateFor: options.for }),
      ...(options.digest === undefined
        ? {}
        : { expectedDigest: fullDigest(options.digest, signedDigest(opened.postmortem).root) }),
    }
    let signed = signPostmortem(request)
    if (!signed.ok) throw refusedAt('sign', file!, signed.refusal)
    if (options.key !== undefined) {
      const ssh = await sshSign(signaturePayload(signed.value.digest.root), resolve(context.cwd, options.key))
      if (!ssh.ok) throw failureOf('refused', ssh.refusal)
      signed = signPostmortem({ ...request, sshSignature: ssh.value.signature, publicKey: ssh.value.publicKey })
      if (!signed.ok) throw refusedAt('sign', file!, signed.refusal)
    }
    const { text, digest, entry } = signed.value
    const recorded = recordItems({ postmortem: opened.postmortem, recordText: signed.value.recordText, actor, at })
    if (!recorded.ok) throw failureOf('refused', recorded.refusal)
    await savePostmortem(opened, { text, recordText: recorded.value })
    const { role, name, date } = entry.data
    const required = requiredSignatures(settings.policy, opened.postmortem.metadata.severity?.value ?? null)
    const after = parsePostmortem(text, request.parseOptions)
    const state = signatureState(after, readRecord(recorded.value).entries, required)
    const missing = state.roles.filter((one) => one.required && one.status !== 'valid').map((one) => one.role)
    const warnings = state.warnings.map(({ message }) => message)
    if (options.format === 'json')
      context.stdout.write(
        `${JSON.stringify({ file, role, name, date, digest: digest.root, entry: entry.id, missing, warnings })}\n`,
      )
    else {
      const next = missing.length > 0 ? `Still to sign: ${missing.join(', ')}.` : 'Every required role has signed.'
      const lines = [`${name} signed ${file} as ${role} on ${date}.`, `Digest ${digest.root}`, ...warnings, next]
      sayLines(context.stdout, lines)
    }
    return EXIT.clean
  },
})

/** A digest may be given by its first 16 digits, as the sign-off table shows it. */
function fullDigest(given: string, actual: string): string {
  return given.length >= 16 && actual.startsWith(given.toLowerCase()) ? actual : given
}
