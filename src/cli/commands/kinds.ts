/** `kinds`: names the kind of each line on standard input. */
import { kindOfEvent } from '../../timeline/kind-of.ts'
import { command } from '../command.ts'
import { EXIT } from '../failure.ts'
import { readInput } from '../read-input.ts'

/** Declares the command. */
export const kinds = command({
  name: 'kinds',
  summary: 'Name the kind of each event on standard input',
  details: 'One line is one event. The order and blank lines are kept; a blank line is of the kind other.',
  arguments: [],
  options: {},
  formats: ['text', 'json'],
  examples: [
    { run: 'kinds < events.txt', says: 'one line for each event: its kind, a tab, its words' },
    { run: 'kinds --format json < events.txt', says: 'the same as {"events":[{"text","kind"}]}' },
  ],
  async run(context, _args, options) {
    const text = await readInput(context, 'events, one a line')
    const lines = text.split(/\r\n|\n|\r/)
    if (lines.at(-1) === '') lines.pop()
    const events = lines.map((line) => ({ text: line, kind: kindOfEvent(line) }))
    if (options.format === 'json') context.stdout.write(`${JSON.stringify({ events })}\n`)
    else context.stdout.write(events.map(({ text, kind }) => `${kind}\t${text}\n`).join(''))
    return EXIT.clean
  },
})
