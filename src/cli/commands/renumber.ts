/** `renumber`: gives an incident the next free id, where two were given the same one. */
import { rename, rm } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { applyEdits } from '../../base/edit.ts'
import { findIncidentId } from '../../base/incident-id.ts'
import { appendEntry } from '../../record/append-entry.ts'
import { readRecord } from '../../record/read-record.ts'
import { actorOf, BY } from '../actor.ts'
import { command } from '../command.ts'
import { CliFailure, EXIT, failureOf } from '../failure.ts'
import { besidePaths } from '../files/beside.ts'
import { mintId, takenIds } from '../free-id.ts'
import { folderOf, incidentIdOf, openPostmortem, savePostmortem } from '../postmortem-files.ts'
import { sayLines } from '../say-lines.ts'

/** Declares the command. */
export const renumber = command({
  name: 'renumber',
  summary: 'Give an incident the next free id, before it is signed',
  details:
    'For two incidents that were given the same id on two branches. The files take the new name; the record keeps both ids.',
  arguments: [{ name: 'file', summary: 'the postmortem' }],
  options: { by: BY },
  formats: ['text', 'json'],
  examples: [{ run: 'renumber INC-2026-11-23-001.md', says: 'INC-2026-11-23-002, or the next that is free' }],
  async run(context, [file], options) {
    const opened = await openPostmortem(context, await context.settings(), file!)
    const from = incidentIdOf(opened)
    if (readRecord(opened.recordText).entries.some(({ verb }) => verb === 'signed'))
      throw new CliFailure(
        'refused',
        `${from} was signed, and a signed postmortem keeps its id. Renumber the other one.`,
        { file: file! },
      )
    const folder = folderOf(opened)
    const to = mintId(findIncidentId(from)!.day, await takenIds(folder))
    const edits = [...opened.source.matchAll(new RegExp(`${from}(?![\\w-])`, 'g'))].map(({ index }) => ({
      from: index,
      to: index + from.length,
      text: to,
    }))
    const text = applyEdits(opened.source, edits)
    if (!text.ok) throw failureOf('refused', text.refusal)
    const actor = await actorOf(context, options.by)
    const appended = appendEntry(opened.recordText, {
      verb: 'renumbered',
      data: { from, to },
      actor,
      at: context.now(),
      documentText: text.value,
    })
    if (!appended.ok) throw failureOf('refused', appended.refusal)
    const named = basename(opened.path).includes(from)
    const path = named ? join(folder, basename(opened.path).replace(from, to)) : opened.path
    await savePostmortem(
      { ...opened, path, file: file!.replace(from, to) },
      { text: text.value, recordText: appended.value.text },
    )
    if (named) {
      const [old, next] = [besidePaths(opened.path), besidePaths(path)]
      if (opened.evidenceText !== '') await rename(old.evidence, next.evidence)
      for (const gone of [opened.path, ...(opened.recordText === '' ? [] : [old.record])]) await rm(gone)
    }
    const renamed = file!.replace(from, to)
    if (options.format === 'json') context.stdout.write(`${JSON.stringify({ from, to, file: renamed })}\n`)
    else sayLines(context.stdout, [`${from} is now ${to}: ${renamed}`])
    return EXIT.clean
  },
})
