/** `npm start`: sets everything up and runs the server, with its data in `data/`. */
import { startProgram } from './setup/start-program.mjs'

await startProgram('serve')
