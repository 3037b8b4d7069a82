/** Who acts: the person named on the command line, else the one that git knows. */
import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import type { CommandContext } from './context.ts'
import { CliFailure } from './failure.ts'

/** The option by which commands name who acts. */
export const BY = { value: 'NAME', summary: 'who does this; by default the user.name of git' } as const

/** The actor's name; throws `usage` where neither the option nor git names anybody. */
export async function actorOf(context: CommandContext, by: string | undefined): Promise<string> {
  if (by !== undefined && by.trim() !== '') return by.trim()
  const name = await promisify(execFile)('git', ['config', 'user.name'], { cwd: context.cwd }).then(
    ({ stdout }) => stdout.trim(),
    () => '',
  )
  if (name !== '') return name
  throw new CliFailure('usage', 'Nobody is named who does this, and git knows no user.name here. Give --by NAME.')
}
