/** `backup`: writes everything of the server into one file. */
import { resolve } from 'node:path'
import { writeBackup } from '../../server/store/backup.ts'
import { openBeside } from '../../server/store/open-store.ts'
import { command } from '../command.ts'
import { EXIT, failureOf } from '../failure.ts'
import { serverSettings } from '../server-ground.ts'

const LEFT_OUT = 'the key file, without which sealed secrets of vendors cannot be read, and who is signed in'

/** Declares the command. */
export const backup = command({
  name: 'backup',
  summary: 'Write everything of the server into one file',
  details: `One state of the whole database, also while the server writes, as packed JSON lines with a digest over all of it. The file can be restored into either kind of database, and only its user can read it. It does not hold ${LEFT_OUT}. Needs the same variables as \`nevertwice serve\`.`,
  arguments: [{ name: 'file', summary: 'the file to write; it must not exist' }],
  options: {},
  formats: ['text', 'json'],
  examples: [{ run: 'backup 2026-11-23.backup', says: 'beside the running server, or without it' }],
  async run(context, [name], { format }) {
    const settings = serverSettings(context)
    const opened = await openBeside(settings.store)
    if (!opened.ok) throw failureOf('refused', opened.refusal)
    const file = resolve(context.cwd, name!)
    const written = await writeBackup(opened.value, file, context.now())
    await opened.value.close()
    if (!written.ok) throw failureOf('file', written.refusal)
    const { rows, bytes } = written.value
    if (format === 'json') context.stdout.write(`${JSON.stringify({ file, rows, bytes })}\n`)
    else context.stdout.write(`${rows} rows in ${file}, ${bytes} bytes.\nNot in it: ${LEFT_OUT}.\n`)
    return EXIT.clean
  },
})
