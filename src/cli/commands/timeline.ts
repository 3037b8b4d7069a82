/** `timeline`: the timeline with kinds, milestones and durations. */
import { formatInstant } from '../../base/instant.ts'
import { lineStarts, positionAt } from '../../base/position.ts'
import { DURATIONS, durationsOf } from '../../timeline/durations.ts'
import { MILESTONES, milestonesOf } from '../../timeline/milestones.ts'
import { command } from '../command.ts'
import { EXIT } from '../failure.ts'
import { openPostmortem } from '../postmortem-files.ts'
import { sayLines } from '../say-lines.ts'
import { wrap } from '../wrap.ts'

/** Declares the command. */
export const timeline = command({
  name: 'timeline',
  summary: 'Show the timeline with kinds, milestones and durations',
  arguments: [{ name: 'file', summary: 'the postmortem' }],
  options: {},
  formats: ['text', 'json'],
  examples: [
    {
      run: 'timeline INC-2026-11-23-001.md',
      says: 'each entry in UTC with its kind, then how long what took, and from which entries',
    },
  ],
  async run(context, [file], options) {
    const { postmortem, source } = await openPostmortem(context, await context.settings(), file!)
    const rows = postmortem.timeline
    const milestones = milestonesOf(rows)
    const durations = durationsOf(rows, milestones)
    const starts = lineStarts(source)
    const entries = rows.map(({ at, date, timeText, text, kind, span }) => ({
      at: at === null ? null : formatInstant(at),
      date,
      timeText,
      text,
      kind,
      line: positionAt(starts, span.from).line,
    }))
    if (options.format === 'json') {
      const named = MILESTONES.map((name) => {
        const { at, row, reason } = milestones[name]
        return { name, at: at === null ? null : formatInstant(at), entry: row, reason }
      })
      context.stdout.write(
        `${JSON.stringify({ file, timeline: entries, milestones: named, durations: DURATIONS.map((name) => durations[name]) })}\n`,
      )
      return EXIT.clean
    }
    const lines = entries.map(({ at, timeText, kind, text }, index) => {
      const start = `${String(index + 1).padStart(3)}  ${(at ?? (timeText || 'time not known')).padEnd(20)}  ${kind.padEnd(16)}  `
      return context.isTTY ? start + wrap(text, context.width, start.length) : start + text
    })
    if (lines.length === 0)
      lines.push(
        'There is no timeline. Write rows of time and event under a heading "Timeline (UTC)", or add evidence with `add`.',
      )
    else {
      lines.push('')
      for (const name of DURATIONS) {
        const { milliseconds, from, to, reason } = durations[name]
        lines.push(
          `Time to ${name}: ${milliseconds === null ? `not known. ${reason}` : `${words(milliseconds)}, from entry ${from! + 1} to ${to! + 1}`}`.replace(
            'Time to impact',
            'Impact',
          ),
        )
      }
    }
    sayLines(context.stdout, lines)
    return EXIT.clean
  },
})

function words(milliseconds: number): string {
  const minutes = Math.round(milliseconds / 60_000)
  if (minutes < 1) return `${Math.round(milliseconds / 1000)} s`
  return minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${String(minutes % 60).padStart(2, '0')} min`
}
