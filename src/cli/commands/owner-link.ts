/** `owner-link`: makes a new one-time link for the first owner, or for one who is locked out. */
import { askServer } from '../../server/ask-server.ts'
import { makeOwnerLink } from '../../server/owner-link.ts'
import { openStore } from '../../server/store/open-store.ts'
import { command } from '../command.ts'
import { EXIT, failureOf } from '../failure.ts'
import { serverSettings } from '../server-ground.ts'

/** Declares the command. */
export const ownerLink = command({
  name: 'owner-link',
  summary: 'Make a one-time link to become the owner of the server',
  details:
    'The link works once, for 15 minutes; one made before ends. Whoever opens it becomes an administrator with a new password, also somebody who is locked out. Works beside a running server: through PostgreSQL, or through the private socket in the data folder, which only the user that runs the server can open. Needs the same variables as `nevertwice serve`.',
  arguments: [],
  options: {},
  formats: ['text', 'json'],
  examples: [{ run: 'owner-link', says: 'the address, to be opened in a browser' }],
  async run(context, _args, { format }) {
    const settings = serverSettings(context)
    const opened = await openStore(settings.store)
    let link: string
    if (opened.ok) {
      link = await makeOwnerLink({ store: opened.value, settings, now: context.now })
      await opened.value.close()
    } else if (opened.refusal.code === 'data-in-use') {
      const answer = await askServer(settings.dataFolder, 'owner-link')
      if (!answer.ok) throw failureOf('refused', answer.refusal)
      link = String(answer.value)
    } else throw failureOf('refused', opened.refusal)
    context.stdout.write(format === 'json' ? `${JSON.stringify({ ownerLink: link })}\n` : `${link}\n`)
    return EXIT.clean
  },
})
