/** `publish`: publishes a signed postmortem to git, puts it on the agenda of the all-hands, or attests that it was discussed. */
import { applyEdits } from '../../base/edit.ts'
import { attestAllHands, scheduleAllHands } from '../../publication/all-hands.ts'
import { receiptEdits } from '../../publication/receipts.ts'
import { readRecord } from '../../record/read-record.ts'
import { actorOf, BY } from '../actor.ts'
import { command } from '../command.ts'
import { CliFailure, EXIT, failureOf } from '../failure.ts'
import { openPostmortem, savePostmortem } from '../postmortem-files.ts'
import { publishToGit } from '../publish-to-git.ts'

/** Declares the command. */
export const publish = command({
  name: 'publish',
  summary: 'Publish a signed postmortem, each place with its receipt',
  details:
    'Without options: two commits in the git repository of docs.path, the content with the index page, then the receipt that names the first. Running it twice changes nothing. Nothing is pushed.',
  arguments: [{ name: 'file', summary: 'the postmortem' }],
  options: {
    branch: { value: 'NAME', summary: 'make the commits on a new branch' },
    allHands: { value: 'YYYY-MM-DD', summary: 'put it on the agenda of the all-hands of that day' },
    held: { value: 'YYYY-MM-DD', summary: 'attest that the all-hands of that day discussed it, with --link' },
    link: { value: 'ADDRESS', summary: 'minutes or recording of the all-hands' },
    by: BY,
  },
  formats: ['text', 'json'],
  examples: [
    { run: 'publish INC-2026-11-23-001.md', says: 'two commits under docs/postmortems' },
    {
      run: 'publish INC-2026-11-23-001.md --branch postmortem-checkout',
      says: 'the same on a branch, for a pull request',
    },
    { run: 'publish INC-2026-11-23-001.md --all-hands 2026-12-03', says: 'on the agenda' },
    {
      run: 'publish INC-2026-11-23-001.md --held 2026-12-03 --link https://wiki.example.com/ah',
      says: 'its box is ticked',
    },
  ],
  async run(context, [file], options) {
    const settings = await context.settings()
    const opened = await openPostmortem(context, settings, file!)
    const actor = await actorOf(context, options.by)
    const at = context.now()
    const { postmortem, recordText } = opened
    if (options.allHands !== undefined && options.held !== undefined)
      throw new CliFailure('usage', 'Give --all-hands to plan or --held to attest, not both.')
    if (options.allHands !== undefined) {
      const done = scheduleAllHands({ postmortem, recordText, at, actor, date: options.allHands })
      if (!done.ok) throw failureOf('refused', done.refusal)
      await savePostmortem(opened, { recordText: done.value.text })
      const says = `${file} is on the agenda of the all-hands of ${options.allHands}. Afterwards: publish ${file} --held ${options.allHands} --link ADDRESS`
      context.stdout.write(
        options.format === 'json' ? `${JSON.stringify({ file, allHands: options.allHands })}\n` : `${says}\n`,
      )
      return EXIT.clean
    }
    if (options.held !== undefined) {
      const done = attestAllHands({
        postmortem,
        recordText,
        at,
        actor,
        who: actor,
        date: options.held,
        link: options.link ?? '',
      })
      if (!done.ok) throw failureOf('refused', done.refusal)
      const edits = receiptEdits(postmortem, readRecord(done.value.text).entries, settings.publication.targets)
      const text = applyEdits(opened.source, edits)
      if (!text.ok) throw failureOf('refused', text.refusal)
      await savePostmortem(opened, { text: text.value, recordText: done.value.text })
      context.stdout.write(
        options.format === 'json'
          ? `${JSON.stringify({ file, held: options.held, by: actor })}\n`
          : `${actor} attests that ${file} was discussed on ${options.held}.\n`,
      )
      return EXIT.clean
    }
    const done = await publishToGit(context, settings, opened, {
      actor,
      ...(options.branch === undefined ? {} : { branch: options.branch }),
    })
    if (options.format === 'json') context.stdout.write(`${JSON.stringify(done)}\n`)
    else if (!done.changed)
      context.stdout.write(`${done.id} is published in ${done.commit.slice(0, 12)} already; nothing changed.\n`)
    else
      context.stdout.write(
        `${done.id} is published: ${done.file}, content ${done.commit.slice(0, 12)}, receipt ${done.receiptCommit?.slice(0, 12) ?? 'as before'}${done.branch ? `, on ${done.branch}` : ''}.\nIndex: ${done.index}\n`,
      )
    return EXIT.clean
  },
})
