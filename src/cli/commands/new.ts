/** `new`: writes a draft postmortem from evidence. */
import { dirname, join, relative, resolve } from 'node:path'
import { findIncidentId } from '../../base/incident-id.ts'
import { utcDay } from '../../base/instant.ts'
import { draftPostmortem, gatherIncident } from '../../document/draft-postmortem.ts'
import { command } from '../command.ts'
import { counted } from '../counted.ts'
import { requireDay } from '../day-option.ts'
import { CliFailure, EXIT, failureOf } from '../failure.ts'
import { besidePaths } from '../files/beside.ts'
import { makeFolder } from '../files/make-folder.ts'
import { writeFiles } from '../files/write-files.ts'
import { mintId, takenIds } from '../free-id.ts'
import { knownFacts } from '../known-facts.ts'
import { readEvidence, tellEvidence } from '../read-evidence.ts'
import { sayLines } from '../say-lines.ts'
import { tellLeftOut } from '../tell-left-out.ts'

/** Declares the command. */
export const newPostmortem = command({
  name: 'new',
  summary: 'Write a draft postmortem from evidence',
  details:
    'Reads exports of PagerDuty, Slack, Alertmanager, Statuspage, GitHub and Grafana as JSON, a Slack export as zip, and notes as text. The same fact told by two systems is one entry. Where a person must write, a placeholder stands.',
  arguments: [{ name: 'evidence', summary: 'files of evidence; - for standard input', many: true, optional: true }],
  options: {
    out: { value: 'FILE', summary: 'where to write; by default docs.path with the incident id as name' },
    id: { value: 'INC-…', summary: 'the incident id; by default the next free one of the day of impact start' },
    date: { value: 'YYYY-MM-DD', summary: 'day of the impact, and of notes that name none' },
    zone: { value: 'ZONE', summary: 'zone of notes that name none, such as +09:00 or PST; by default UTC' },
    channel: { value: 'NAME', summary: 'channel of a Slack export' },
    title: { value: 'WORDS', summary: 'title' },
    severity: { value: 'P1', summary: 'severity' },
    commander: { value: 'NAME', summary: 'incident commander' },
    recorder: { value: 'NAME', summary: 'recorder' },
  },
  formats: ['text', 'json'],
  examples: [
    { run: 'new incident.json slack.zip alerts.json', says: 'a draft under docs/postmortems' },
    {
      run: 'new notes.txt --date 2026-11-23 --out draft.md',
      says: 'from notes such as "14:03 error rate alert fired"',
    },
    { run: 'new --date 2026-11-23', says: 'the blank format with an id' },
  ],
  async run(context, files, options) {
    const settings = await context.settings()
    requireDay('--date', options.date)
    if (options.id !== undefined && findIncidentId(options.id)?.text !== options.id)
      throw new CliFailure('usage', `"${options.id}" is no incident id. Expected one such as INC-2026-11-23-001.`)
    const read = await readEvidence(context, files, { channel: options.channel, day: options.date, zone: options.zone })
    const incident = gatherIncident(read.map(({ batch }) => batch))
    const day = options.date ?? (incident.startedAt === null ? utcDay(context.now()) : utcDay(incident.startedAt))
    const folder =
      options.out === undefined
        ? resolve(settings.root, settings.docs.path)
        : dirname(resolve(context.cwd, options.out))
    const taken = await takenIds(resolve(settings.root, settings.docs.path))
    for (const id of (await takenIds(folder)).ids) taken.ids.add(id)
    if (options.id !== undefined && taken.ids.has(options.id))
      throw new CliFailure(
        'refused',
        `${options.id} is taken already. Choose another id, or add evidence to it with \`add\`.`,
      )
    const id = options.id ?? mintId(day, taken)
    const { title, severity, commander, recorder } = options
    const overrides = Object.fromEntries(
      Object.entries({ title, severity, commander, recorder }).filter(([, value]) => value !== undefined),
    )
    const draft = draftPostmortem(incident, id, overrides)
    const path = options.out === undefined ? join(folder, `${id}.md`) : resolve(context.cwd, options.out)
    const file = relative(context.cwd, path)
    const known = await knownFacts(
      folder,
      read.flatMap(({ batch }) => batch.facts),
    )
    const made = await makeFolder(folder, relative(context.cwd, folder))
    if (!made.ok) throw failureOf('file', made.refusal)
    const evidence = besidePaths(path).evidence
    const written = await writeFiles([
      { path, content: draft.text, fresh: true, shown: file },
      ...(draft.evidenceText === ''
        ? []
        : [{ path: evidence, content: draft.evidenceText, fresh: true, shown: relative(context.cwd, evidence) }]),
    ])
    if (!written.ok) throw failureOf('file', written.refusal)
    const { rows, leftOut, notes } = incident
    if (options.format === 'json') {
      const sources = read.map(({ file, source, batch }) => ({
        file,
        source,
        facts: batch.facts.length,
        problems: batch.problems ?? [],
      }))
      context.stdout.write(`${JSON.stringify({ id, file, rows: rows.length, leftOut, notes, sources })}\n`)
      return EXIT.clean
    }
    const lines = [...tellEvidence(read), ...notes, ...tellLeftOut(leftOut)]
    if (known)
      lines.push(
        `${known.count} of these facts are in ${relative(context.cwd, join(folder, known.document))} already. If it is the same incident, remove this draft and use \`nevertwice add\`.`,
      )
    lines.push(
      `${id}: ${counted(rows.length, 'timeline entry', 'timeline entries')} in ${file}`,
      `Next: write what only people know, then \`nevertwice check ${file}\`.`,
    )
    sayLines(context.stdout, lines)
    return EXIT.clean
  },
})
