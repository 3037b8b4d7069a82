/** `restore`: reads a backup back into the database of the server. */
import { resolve } from 'node:path'
import { formatInstant } from '../../base/instant.ts'
import { openUnmigrated } from '../../server/store/open-store.ts'
import { restoreBackup } from '../../server/store/restore.ts'
import { command } from '../command.ts'
import { EXIT, failureOf } from '../failure.ts'
import { serverSettings } from '../server-ground.ts'

/** Declares the command. */
export const restore = command({
  name: 'restore',
  summary: 'Read a backup back into the database of the server',
  details:
    'All of it, or nothing: a backup that is damaged, cut off or of a newer version is refused by its digest, and so is a database that holds something. Stop the server first (every process of it, where there are several). Afterwards everybody signs in again. Needs the same variables as `nevertwice serve`.',
  arguments: [{ name: 'file', summary: 'a file that `backup` wrote' }],
  options: { replace: { summary: 'remove what the database holds now' } },
  formats: ['text', 'json'],
  examples: [
    { run: 'restore 2026-11-23.backup', says: 'into an empty database of either kind' },
    { run: 'restore 2026-11-23.backup --replace', says: 'in the place of what is there' },
  ],
  async run(context, [name], { replace, format }) {
    const settings = serverSettings(context)
    const opened = await openUnmigrated(settings.store)
    if (!opened.ok) throw failureOf('refused', opened.refusal)
    const restored = await restoreBackup(opened.value, resolve(context.cwd, name!), { replace })
    await opened.value.close()
    if (!restored.ok)
      throw failureOf(
        ['unreadable', 'no-backup', 'backup-corrupt', 'backup-newer'].includes(restored.refusal.code)
          ? 'unreadable'
          : 'refused',
        restored.refusal,
      )
    const { rows, madeAt, version } = restored.value
    if (format === 'json') context.stdout.write(`${JSON.stringify({ rows, madeAt, version })}\n`)
    else
      context.stdout.write(
        `${rows} rows of ${formatInstant(madeAt)}, written by version ${version}. Everybody signs in again.\n`,
      )
    return EXIT.clean
  },
})
