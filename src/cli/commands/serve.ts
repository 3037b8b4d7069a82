/** `serve`: runs the server until it is told to stop. */
import { openLog } from '../../server/log.ts'
import { type RunningServer, serve as startServer } from '../../server/serve.ts'
import { command } from '../command.ts'
import { EXIT, failureOf } from '../failure.ts'
import { serverRules, serverSettings } from '../server-ground.ts'
import { takeOver } from '../takeover.ts'
import { VERSION } from '../version.ts'

/** What a second signal ends with: 128 and its number. */
const AT_ONCE = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 }

/** Declares the command. */
export const serve = command({
  name: 'serve',
  summary: 'Run the server',
  details:
    'Serves the API, and the pages to sign in, at http://localhost:4070 until Ctrl-C or SIGTERM; a second one ends at once. The variables PORT, HOST, BASE_URL, TRUST_PROXY, NEVERTWICE_DATA, DATABASE_URL and LOG_LEVEL change how; docs/self-hosting.md explains them. What a person should know is printed to standard output, the log (one JSON object a line) to standard error.',
  arguments: [],
  options: {},
  formats: ['text', 'json'],
  examples: [
    { run: 'serve', says: 'at http://localhost:4070, with its data in data/' },
    { run: 'serve --format json', says: 'tells where it is as one line of JSON' },
  ],
  async run(context, _args, { format }) {
    const settings = serverSettings(context)
    const log = openLog(settings.logLevel)
    const ground = { settings, rules: await serverRules(context), log, now: context.now }
    const stopped = new Promise<void>((done) => {
      let asked = false
      takeOver({
        signalled(signal) {
          if (asked) process.exit(AT_ONCE[signal as keyof typeof AT_ONCE] ?? EXIT.failed)
          asked = true
          done()
        },
        broken: (error) => log.fatal({ err: error }, 'something broke that nobody caught: ending'),
      })
    })
    const started = await startServer(ground)
    if (!started.ok) throw failureOf('refused', started.refusal)
    context.stdout.write(format === 'json' ? jsonOf(started.value) : told(started.value))
    await stopped
    await started.value.stop()
    return EXIT.clean
  },
})

function jsonOf({ house, ownerLink }: RunningServer): string {
  return `${JSON.stringify({ url: house.settings.baseUrl, port: house.settings.port, ownerLink })}\n`
}

function told({ house, ownerLink }: RunningServer): string {
  const { baseUrl, host, port, dataFolder } = house.settings
  const where = house.store.kind === 'sqlite' ? `data in ${dataFolder}` : 'data in PostgreSQL'
  const lines = [`Nevertwice ${VERSION} is at ${baseUrl} (listening on ${host}:${port}, ${where}).`]
  if (ownerLink !== null)
    lines.push(
      'Nobody is here yet. Become the owner at this address, which works once, for 15 minutes:',
      `  ${ownerLink}`,
      '`nevertwice owner-link` makes a new one.',
    )
  return `${lines.join('\n')}\n`
}
