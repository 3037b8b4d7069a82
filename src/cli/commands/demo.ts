/** `demo`: shows the whole way on an invented incident. */
import { command } from '../command.ts'
import { runDemo } from '../demo/run-demo.ts'

/** Declares the command. */
export const demo = command({
  name: 'demo',
  summary: 'Show the whole way on an invented incident, in a temporary repository',
  details:
    'From raw evidence to the review of the quarter: each step says what it does, shows the command as you would type it, and what it prints. The commands are run for real, on files that come with nevertwice, and nothing leaves this machine. At a terminal it waits for Enter between steps. Ends with 4 where a step does not go as it should.',
  arguments: [],
  options: {
    noPause: { summary: 'do not wait between the steps' },
    clean: { summary: 'remove the temporary repository at the end' },
  },
  formats: ['text', 'json'],
  examples: [
    { run: 'demo', says: 'step by step' },
    { run: 'demo --no-pause --clean', says: 'at once, leaving nothing behind' },
  ],
  run: (context, _args, options) =>
    runDemo(context, { pause: !options.noPause, clean: options.clean, format: options.format }),
})
