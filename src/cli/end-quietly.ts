/** Ends without noise when the reader of a pipe goes away or a person presses Ctrl-C. */
import { removeTemporaryFiles } from './files/temporary-files.ts'

const CODE = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const

/** Installs the handlers: closed pipes are no error; a signal removes temporary files and ends with 128 + its number. */
export function endQuietly(): void {
  for (const stream of [process.stdout, process.stderr])
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE' && error.code !== 'EOF') {
        process.exitCode = 4
        if (stream === process.stdout) process.stderr.write(`nevertwice: cannot write the output: ${error.message}\n`)
      }
    })
  for (const signal of Object.keys(CODE) as (keyof typeof CODE)[])
    process.on(signal, () => {
      removeTemporaryFiles()
      process.exit(CODE[signal])
    })
}
