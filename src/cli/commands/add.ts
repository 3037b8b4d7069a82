/** `add`: merges more evidence into a draft. */
import { addEvidence } from '../../document/add-evidence.ts'
import { maskedWords } from '../../evidence/masked-words.ts'
import { readRecord } from '../../record/read-record.ts'
import { signatureState } from '../../signoff/signature-state.ts'
import { command } from '../command.ts'
import { counted } from '../counted.ts'
import { requireDay } from '../day-option.ts'
import { CliFailure, EXIT, failureOf } from '../failure.ts'
import { openPostmortem, savePostmortem } from '../postmortem-files.ts'
import { readEvidence, tellEvidence } from '../read-evidence.ts'
import { sayLines } from '../say-lines.ts'
import { tellLeftOut } from '../tell-left-out.ts'

/** Declares the command. */
export const add = command({
  name: 'add',
  summary: 'Merge more evidence into a draft',
  details:
    'New entries go where they belong in time; what a person wrote stays. Adding the same twice changes nothing, and an entry that somebody deleted does not come back.',
  arguments: [
    { name: 'file', summary: 'the postmortem' },
    { name: 'evidence', summary: 'files of evidence; - for standard input', many: true },
  ],
  options: {
    date: { value: 'YYYY-MM-DD', summary: 'day of notes that name none; by default the day of impact start' },
    zone: { value: 'ZONE', summary: 'zone of notes that name none; by default UTC' },
    channel: { value: 'NAME', summary: 'channel of a Slack export' },
    dryRun: { summary: 'say what would change, and write nothing' },
  },
  formats: ['text', 'json'],
  examples: [
    { run: 'add INC-2026-11-23-001.md slack.zip --channel inc-checkout', says: 'new entries in its timeline' },
  ],
  async run(context, [file, ...files], options) {
    requireDay('--date', options.date)
    const settings = await context.settings()
    const opened = await openPostmortem(context, settings, file!)
    const { postmortem, evidenceText, recordText } = opened
    const start = postmortem.metadata.startedAt?.value
    const day = options.date ?? (start ? new Date(start).toISOString().slice(0, 10) : undefined)
    const read = await readEvidence(context, files, { channel: options.channel, day, zone: options.zone })
    const added = addEvidence(
      postmortem,
      evidenceText,
      read.map(({ batch }) => batch),
      { severityWords: settings.policy.severityWords },
    )
    if (!added.ok) throw failureOf('refused', added.refusal)
    const { text, evidenceText: evidence, rows, joined, dropped, leftOut } = added.value
    const signed = signatureState(postmortem, readRecord(recordText).entries, []).roles.filter(
      ({ status }) => status === 'valid',
    )
    if (text !== opened.source && signed.length > 0)
      throw new CliFailure(
        'refused',
        `${rows} new entries would void the signatures of ${signed.map(({ name }) => name).join(', ')}. Withdraw them first, or leave the entries out.`,
        { file: file! },
      )
    const changed = text !== opened.source || evidence !== evidenceText
    if (changed && !options.dryRun)
      await savePostmortem(opened, {
        ...(text === opened.source ? {} : { text }),
        ...(evidence === evidenceText ? {} : { evidenceText: evidence }),
      })
    if (options.format === 'json')
      context.stdout.write(`${JSON.stringify({ file, rows, joined, dropped, leftOut, changed })}\n`)
    else {
      const masked = maskedWords(read.map(({ batch }) => batch))
      const says = [...tellEvidence(read), ...masked, ...tellLeftOut(leftOut)]
      says.push(
        changed
          ? `${file}: ${counted(rows, 'new timeline entry', 'new timeline entries')}, ${counted(joined, 'fact')} joined to entries that stood there${dropped > 0 ? `; ${counted(dropped, 'fact')} put aside whose entries were deleted` : ''}${options.dryRun ? '. Nothing was written (--dry-run).' : ''}`
          : `${file}: nothing new; it was left as it is.`,
      )
      sayLines(context.stdout, says)
    }
    return EXIT.clean
  },
})
