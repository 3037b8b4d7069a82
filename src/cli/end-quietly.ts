/** Ends without noise when the reader of a pipe goes away or a person presses Ctrl-C. */
import { removeTemporaryFiles } from './files/temporary-files.ts'
import { takenOver } from './takeover.ts'
import { unexpectedError } from './unexpected-error.ts'

const CODE = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const

/**
 * Installs the handlers: closed pipes are no error; a signal removes temporary files and ends with 128 + its number, unless a
 * command took over; what nobody caught ends with 4, because Node's own 1 would mean findings.
 */
export function endQuietly(debug: boolean): void {
  for (const stream of [process.stdout, process.stderr])
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE' && error.code !== 'EOF') {
        process.exitCode = 4
        if (stream === process.stdout) process.stderr.write(`nevertwice: cannot write the output: ${error.message}\n`)
      }
    })
  for (const signal of Object.keys(CODE) as (keyof typeof CODE)[])
    process.on(signal, () => {
      const taken = takenOver()
      if (taken) return taken.signalled(signal)
      removeTemporaryFiles()
      process.exit(CODE[signal])
    })
  for (const event of ['uncaughtException', 'unhandledRejection'] as const)
    process.on(event, (error: unknown) => {
      takenOver()?.broken(error)
      removeTemporaryFiles()
      process.stderr.write(unexpectedError(error, null, debug))
      process.exit(4)
    })
}
