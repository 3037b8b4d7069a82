/** Commits one row after the other into a folder, and tells of each by one write to standard output once it is answered. */
import { writeSync } from 'node:fs'
import { openStore } from '../../src/server/store/open-store.ts'

const [folder, count] = process.argv.slice(2)
const opened = await openStore({ folder: folder! })
if (!opened.ok) throw new Error(opened.refusal.message)
for (let at = 0; at < Number(count); at++) {
  const row = { id: `row ${at}`, kind: 'postmortem', at, actor: 'x', reason: 'x'.repeat((at * 97) % 5000) }
  await opened.value.transaction((tx) => tx.insertInto('tombstones').values(row).execute())
  writeSync(1, `told ${at}\n`)
}
// Without closing: a process that is cut off does not tidy up.
process.exit(0)
