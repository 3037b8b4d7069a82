/** Every command, sorted by name. A new one is a file under `commands/` and a line here. */
import type { ListedCommand } from './command.ts'

/** All commands; each is loaded when it is asked for. */
export const COMMANDS: readonly ListedCommand[] = [
  {
    name: 'import',
    summary: 'Bring postmortems of any shape into the format',
    load: async () => (await import('./commands/import.ts')).importDocuments,
  },
  {
    name: 'kinds',
    summary: 'Name the kind of each event on standard input',
    load: async () => (await import('./commands/kinds.ts')).kinds,
  },
  {
    name: 'sign',
    summary: 'Sign a postmortem for a role',
    load: async () => (await import('./commands/sign.ts')).sign,
  },
  {
    name: 'verify',
    summary: 'Verify the record and the signatures of a postmortem, offline',
    load: async () => (await import('./commands/verify.ts')).verify,
  },
  {
    name: 'withdraw',
    summary: 'Take a signature back, with a reason',
    load: async () => (await import('./commands/withdraw.ts')).withdraw,
  },
]
