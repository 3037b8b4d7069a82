/** `publish`: publishes a signed postmortem to git, puts it on the agenda of the all-hands, or attests that it was discussed. */
import { actorOf, BY } from '../actor.ts'
import { command } from '../command.ts'
import { requireDay } from '../day-option.ts'
import { CliFailure, EXIT } from '../failure.ts'
import { openPostmortem } from '../postmortem-files.ts'
import { attestHeld, planAllHands } from '../publish-to-all-hands.ts'
import { publishToGit } from '../publish-to-git.ts'
import { sayLines } from '../say-lines.ts'

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
    requireFitting(options)
    const settings = await context.settings()
    const opened = await openPostmortem(context, settings, file!)
    const actor = await actorOf(context, options.by)
    const tell = (json: object, text: string) => {
      if (options.format === 'json') context.stdout.write(`${JSON.stringify(json)}\n`)
      else sayLines(context.stdout, [text])
    }
    const { allHands, held, link } = options
    if (allHands !== undefined) {
      const changed = await planAllHands(context, opened, actor, allHands)
      const after = `Afterwards: \`nevertwice publish ${file} --held ${allHands} --link ADDRESS\`.`
      const says = changed ? 'is on the agenda' : 'stands on the agenda already'
      tell({ file, allHands, changed }, `${file} ${says} of the all-hands of ${allHands}.\n${after}`)
      return EXIT.clean
    }
    if (held !== undefined) {
      const changed = await attestHeld(context, settings, opened, actor, { date: held, link: link! })
      const says = changed ? `${actor} attests that ${file} was discussed on ${held}.` : 'That is attested already.'
      tell({ file, held, by: actor, changed }, says)
      return EXIT.clean
    }
    const done = await publishToGit(context, settings, opened, {
      actor,
      ...(options.branch === undefined ? {} : { branch: options.branch }),
    })
    const content = done.commit.slice(0, 12)
    if (!done.changed) tell(done, `${done.id} is published in ${content} already; nothing changed.`)
    else if (done.receiptCommit === null || !done.fresh)
      tell(
        done,
        `${done.id} is published in ${content}; what was done since is in ${done.receiptCommit?.slice(0, 12)}.`,
      )
    else
      tell(
        done,
        `${done.id} is published: ${done.file}, content ${content}, receipt ${done.receiptCommit.slice(0, 12)}${done.branch ? `, on ${done.branch}` : ''}.\nIndex: ${done.index}`,
      )
    return EXIT.clean
  },
})

interface Options {
  readonly branch?: string | undefined
  readonly allHands?: string | undefined
  readonly held?: string | undefined
  readonly link?: string | undefined
}

/** Options that would do nothing beside others are refused, so that nobody thinks they did. */
function requireFitting({ branch, allHands, held, link }: Options): void {
  if (allHands !== undefined && held !== undefined)
    throw new CliFailure('usage', 'Give --all-hands to plan or --held to attest, not both.')
  if (branch !== undefined && (allHands !== undefined || held !== undefined))
    throw new CliFailure('usage', 'Give --branch to publish to git, or --all-hands or --held for a meeting, not both.')
  if (held !== undefined && link === undefined)
    throw new CliFailure('usage', 'Give --link with --held: the address of the minutes or the recording.')
  if (held === undefined && link !== undefined)
    throw new CliFailure('usage', '--link belongs to --held YYYY-MM-DD, the day of the all-hands that discussed it.')
  requireDay('--all-hands', allHands)
  requireDay('--held', held)
}
