/** `stage`: where a postmortem stands, what the next stage waits for, and the way back. */
import { moveStage } from '../../publication/move-stage.ts'
import { stageOf } from '../../publication/stage.ts'
import { readRecord } from '../../record/read-record.ts'
import { requiredSignatures } from '../../signoff/required-signatures.ts'
import { actorOf, BY } from '../actor.ts'
import { command } from '../command.ts'
import { CliFailure, EXIT, failureOf } from '../failure.ts'
import { openPostmortem, savePostmortem } from '../postmortem-files.ts'

/** Declares the command. */
export const stage = command({
  name: 'stage',
  summary: 'Show the stage and what it waits for; open the review, return or reopen',
  details:
    'Stages follow from the text and the record: draft, in review, signed, published, closed. --return sends it back for rework, --reopen voids the signatures; both need a reason.',
  arguments: [{ name: 'file', summary: 'the postmortem' }],
  options: {
    openReview: { summary: 'open the review' },
    return: { value: 'REASON', summary: 'return it for rework' },
    reopen: { value: 'REASON', summary: 'reopen it, which voids all signatures' },
    by: BY,
  },
  formats: ['text', 'json'],
  examples: [
    { run: 'stage INC-2026-11-23-001.md', says: 'in review, and which signatures are missing' },
    { run: 'stage INC-2026-11-23-001.md --return "The impact has no figures"', says: 'a draft again' },
  ],
  async run(context, [file], options) {
    const settings = await context.settings()
    let opened = await openPostmortem(context, settings, file!)
    const asked = [options.openReview, options.return !== undefined, options.reopen !== undefined].filter(
      Boolean,
    ).length
    if (asked > 1) throw new CliFailure('usage', 'Give one of --open-review, --return and --reopen, not several.')
    if (asked === 1) {
      const reason = (options.return ?? options.reopen ?? '').trim()
      if (!options.openReview && reason === '')
        throw new CliFailure('usage', 'It goes back only with a reason. Say why.')
      const { postmortem, recordText } = opened
      const appended = moveStage({
        move: options.openReview ? 'open-review' : options.return === undefined ? 'reopen' : 'return',
        reason,
        postmortem,
        recordText,
        requiredRoles: requiredSignatures(settings.policy, postmortem.metadata.severity?.value ?? null),
        mainTarget: settings.publication.mainTarget,
        gateFindings: [],
        actor: await actorOf(context, options.by),
        at: context.now(),
      })
      if (!appended.ok) throw failureOf('refused', appended.refusal)
      await savePostmortem(opened, { recordText: appended.value.text })
      opened = await openPostmortem(context, settings, file!)
    }
    const { postmortem, recordText } = opened
    const state = stageOf({
      postmortem,
      entries: readRecord(recordText).entries,
      requiredRoles: requiredSignatures(settings.policy, postmortem.metadata.severity?.value ?? null),
      mainTarget: settings.publication.mainTarget,
    })
    if (options.format === 'json') context.stdout.write(`${JSON.stringify({ file, ...state })}\n`)
    else
      context.stdout.write(
        `${[`${file}: ${state.stage}`, ...state.waitsFor.map((what) => `  waits for: ${what}`)].join('\n')}\n`,
      )
    return EXIT.clean
  },
})
