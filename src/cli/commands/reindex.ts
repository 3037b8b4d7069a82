/** `reindex`: makes what the server derives from texts and records anew. */
import { askServer } from '../../server/ask-server.ts'
import { reindex as rebuildAll } from '../../server/reindex.ts'
import { openStore } from '../../server/store/open-store.ts'
import { command } from '../command.ts'
import { EXIT, failureOf } from '../failure.ts'
import { serverRules, serverSettings } from '../server-ground.ts'

/** Declares the command. */
export const reindex = command({
  name: 'reindex',
  summary: 'Make what the server derives from texts and records anew',
  details:
    'Action items, milestones, causes, figures and whatever else follows from texts and records. Needed after a restore of an old backup, or where something looks wrong; it changes no text and no record. Works beside a running server, as `nevertwice owner-link` does. Needs the same variables as `nevertwice serve`.',
  arguments: [],
  options: {},
  formats: ['text', 'json'],
  examples: [{ run: 'reindex', says: 'everything' }],
  async run(context, _args, { format }) {
    const settings = serverSettings(context)
    const opened = await openStore(settings.store)
    let counts: Record<string, number>
    if (opened.ok) {
      counts = await rebuildAll({ store: opened.value, rules: await serverRules(context), now: context.now })
      await opened.value.close()
    } else if (opened.refusal.code === 'data-in-use') {
      const answer = await askServer(settings.dataFolder, 'reindex')
      if (!answer.ok) throw failureOf('refused', answer.refusal)
      counts = answer.value as Record<string, number>
    } else throw failureOf('refused', opened.refusal)
    if (format === 'json') context.stdout.write(`${JSON.stringify({ counts })}\n`)
    else {
      for (const [name, count] of Object.entries(counts)) context.stdout.write(`${count}  ${name}\n`)
      if (Object.keys(counts).length === 0) context.stdout.write('This version derives nothing yet.\n')
    }
    return EXIT.clean
  },
})
