/** `withdraw`: takes a signature back. */
import { withdrawSignature } from '../../signoff/withdraw.ts'
import { actorOf, BY } from '../actor.ts'
import { command } from '../command.ts'
import { EXIT, failureOf } from '../failure.ts'
import { openPostmortem, savePostmortem } from '../postmortem-files.ts'
import { sayLines } from '../say-lines.ts'

/** Declares the command. */
export const withdraw = command({
  name: 'withdraw',
  summary: 'Take a signature back, with a reason',
  arguments: [{ name: 'file', summary: 'the postmortem' }],
  options: {
    role: { value: 'ROLE', default: 'Incident Commander', summary: 'the role that signed' },
    name: { value: 'NAME', summary: 'whose signature it was; by default who does this' },
    reason: { value: 'WORDS', summary: 'why; there is no withdrawing without' },
    by: BY,
  },
  formats: ['text', 'json'],
  examples: [
    { run: 'withdraw INC-2026-11-23-001.md --reason "The trigger was another one"', says: 'the record keeps both' },
  ],
  async run(context, [file], options) {
    const opened = await openPostmortem(context, await context.settings(), file!)
    const actor = await actorOf(context, options.by)
    const { role, reason = '' } = options
    const name = options.name ?? actor
    const { postmortem, recordText } = opened
    const done = withdrawSignature({ postmortem, recordText, role, name, reason, actor, at: context.now() })
    if (!done.ok) throw failureOf('refused', done.refusal)
    await savePostmortem(opened, { text: done.value.text, recordText: done.value.recordText })
    const { id, data: signed } = done.value.entry
    if (options.format === 'json')
      context.stdout.write(`${JSON.stringify({ file, role: signed.role, name: signed.name, entry: id })}\n`)
    else sayLines(context.stdout, [`The signature of ${signed.name} as ${signed.role} on ${file} is withdrawn.`])
    return EXIT.clean
  },
})
