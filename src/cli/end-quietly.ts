/** Ends without noise when the reader of a pipe goes away or a person presses Ctrl-C. */
import { removeTemporaryFiles } from './files/temporary-files.ts'
import { takenOver } from './takeover.ts'
import { unexpectedError } from './unexpected-error.ts'

/** Milliseconds that a reader has to take what was written when a signal came. */
const LAST_WORDS = 5000

const CODE = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const

/**
 * Installs the handlers: closed pipes are no error; a signal removes temporary files, lets the reader take the lines that are on
 * their way, no more, and ends with 128 + its number, a second signal at once, unless a command took over; what nobody caught ends
 * with 4, because Node's own 1 would mean findings.
 */
export function endQuietly(debug: boolean): void {
  for (const stream of [process.stdout, process.stderr])
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE' && error.code !== 'EOF') {
        process.exitCode = 4
        if (stream === process.stdout) process.stderr.write(`nevertwice: cannot write the output: ${error.message}\n`)
      }
    })
  let ending = false
  for (const signal of Object.keys(CODE) as (keyof typeof CODE)[])
    process.on(signal, () => {
      const taken = takenOver()
      if (taken) return taken.signalled(signal)
      removeTemporaryFiles()
      const end = () => process.exit(CODE[signal])
      if (ending || process.stdout.writableLength === 0) end()
      ending = true
      // A full pipe took part of a line: ending here would cut it off. Nothing is written after this.
      process.stdout.end(end)
      setTimeout(end, LAST_WORDS)
    })
  for (const event of ['uncaughtException', 'unhandledRejection'] as const)
    process.on(event, (error: unknown) => {
      takenOver()?.broken(error)
      removeTemporaryFiles()
      process.stderr.write(unexpectedError(error, null, debug))
      process.exit(4)
    })
}
