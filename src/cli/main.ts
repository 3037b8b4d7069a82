/** The process: reads the environment, makes the context, runs the program, ends quietly. */
import { VERSION } from './version.ts'

const argv = process.argv.slice(2)

if (argv.length === 1 && (argv[0] === '--version' || argv[0] === '-V')) process.stdout.write(`${VERSION}\n`)
else {
  const { endQuietly, processContext, runProgram } = await (argv[0] === 'check'
    ? import('./check-program.ts')
    : import('./program.ts'))
  const env = process.env
  const debug = env.NEVERTWICE_DEBUG === '1'
  endQuietly(debug)
  if (debug) process.setSourceMapsEnabled(true)
  const code = await runProgram(argv, processContext(env, new URL('./check-worker.js', import.meta.url)))
  // A handler may have set another one meanwhile: the output could not be written.
  process.exitCode ||= code
}
