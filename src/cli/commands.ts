/** Every command, sorted by name. A new one is a file under `commands/` and a line here. */
import type { ListedCommand } from './command.ts'

/** All commands; each is loaded when it is asked for. */
export const COMMANDS: readonly ListedCommand[] = [
  {
    name: 'actions',
    summary: 'List action items: open, overdue, by quarter, with the closure rate',
    load: async () => (await import('./commands/actions.ts')).actions,
  },
  {
    name: 'add',
    summary: 'Merge more evidence into a draft',
    load: async () => (await import('./commands/add.ts')).add,
  },
  {
    name: 'backup',
    summary: 'Write everything of the server into one file',
    load: async () => (await import('./commands/backup.ts')).backup,
  },
  {
    name: 'check',
    summary: 'Say whether postmortems are fit for the next stage',
    load: async () => (await import('./commands/check.ts')).check,
  },
  {
    name: 'compare',
    summary: 'Compare two revisions of a postmortem by section',
    load: async () => (await import('./commands/compare.ts')).compare,
  },
  {
    name: 'demo',
    summary: 'Show the whole way on an invented incident, in a temporary repository',
    load: async () => (await import('./commands/demo.ts')).demo,
  },
  {
    name: 'fix',
    summary: 'Apply the fixes that change no meaning',
    load: async () => (await import('./commands/fix.ts')).fix,
  },
  {
    name: 'import',
    summary: 'Bring postmortems of any shape into the format',
    load: async () => (await import('./commands/import.ts')).importDocuments,
  },
  {
    name: 'init',
    summary: 'Set up a repository for postmortems',
    load: async () => (await import('./commands/init.ts')).init,
  },
  {
    name: 'item',
    summary: 'Show an action item, or move it on',
    load: async () => (await import('./commands/item.ts')).item,
  },
  {
    name: 'kinds',
    summary: 'Name the kind of each event on standard input',
    load: async () => (await import('./commands/kinds.ts')).kinds,
  },
  {
    name: 'new',
    summary: 'Write a draft postmortem from evidence',
    load: async () => (await import('./commands/new.ts')).newPostmortem,
  },
  {
    name: 'owner-link',
    summary: 'Make a one-time link to become the owner of the server',
    load: async () => (await import('./commands/owner-link.ts')).ownerLink,
  },
  {
    name: 'publish',
    summary: 'Publish a signed postmortem, each place with its receipt',
    load: async () => (await import('./commands/publish.ts')).publish,
  },
  {
    name: 'reindex',
    summary: 'Make what the server derives from texts and records anew',
    load: async () => (await import('./commands/reindex.ts')).reindex,
  },
  {
    name: 'render',
    summary: 'Render a postmortem as plain text, HTML or JSON',
    load: async () => (await import('./commands/render.ts')).render,
  },
  {
    name: 'renumber',
    summary: 'Give an incident the next free id, before it is signed',
    load: async () => (await import('./commands/renumber.ts')).renumber,
  },
  {
    name: 'report',
    summary: 'Write the review of a quarter as Markdown',
    load: async () => (await import('./commands/report.ts')).report,
  },
  {
    name: 'restore',
    summary: 'Read a backup back into the database of the server',
    load: async () => (await import('./commands/restore.ts')).restore,
  },
  {
    name: 'serve',
    summary: 'Run the server',
    load: async () => (await import('./commands/serve.ts')).serve,
  },
  {
    name: 'show',
    summary: 'Show what is understood of postmortems',
    load: async () => (await import('./commands/show.ts')).show,
  },
  {
    name: 'sign',
    summary: 'Sign a postmortem for a role',
    load: async () => (await import('./commands/sign.ts')).sign,
  },
  {
    name: 'stage',
    summary: 'Show the stage and what it waits for; open the review, return or reopen',
    load: async () => (await import('./commands/stage.ts')).stage,
  },
  {
    name: 'timeline',
    summary: 'Show the timeline with kinds, milestones and durations',
    load: async () => (await import('./commands/timeline.ts')).timeline,
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
