/** `npm run demo`: sets everything up and runs the guided demonstration of the command line. */
import { startProgram } from './setup/start-program.mjs'

await startProgram('demo')
