/** Does one thing of a step for real, and tells it as it would look at a terminal. */
import { copyFile, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Instant } from '../../base/instant.ts'
import type { ListedCommand } from '../command.ts'
import { actions } from '../commands/actions.ts'
import { add } from '../commands/add.ts'
import { check } from '../commands/check.ts'
import { importDocuments } from '../commands/import.ts'
import { init } from '../commands/init.ts'
import { item } from '../commands/item.ts'
import { newPostmortem } from '../commands/new.ts'
import { publish } from '../commands/publish.ts'
import { render } from '../commands/render.ts'
import { report } from '../commands/report.ts'
import { show } from '../commands/show.ts'
import { sign } from '../commands/sign.ts'
import { stage } from '../commands/stage.ts'
import { timeline } from '../commands/timeline.ts'
import { verify } from '../commands/verify.ts'
import { loadSettings } from '../config/load-settings.ts'
import type { CommandContext } from '../context.ts'
import { CliFailure } from '../failure.ts'
import { runGit } from '../git/run-git.ts'
import { runCommandLine } from '../run-command-line.ts'
import { shortened } from './shortened.ts'
import type { DemoAct } from './steps.ts'
import { typedWords } from './typed-words.ts'

const SHOWN: readonly ListedCommand[] = [
  actions,
  add,
  check,
  importDocuments,
  init,
  item,
  newPostmortem,
  publish,
  render,
  report,
  show,
  sign,
  stage,
  timeline,
  verify,
].map((command) => ({ name: command.name, summary: command.summary, load: async () => command }))

const MOST = 40

/** What was done, to be printed. */
export interface ToldAct {
  /** The command as typed, with its `$`, or what a person did in words. */
  readonly typed: string
  readonly output: readonly string[]
  /** Why it went wrong; null where it went as it should. */
  readonly failure: string | null
}

/** Does it in the folder; the clock stands at `now`. */
export async function runAct(act: DemoAct, context: CommandContext, folder: string, now: Instant): Promise<ToldAct> {
  if ('nevertwice' in act) {
    const { code, output } = await runOurs(act.nevertwice, context, folder, now)
    const meant = act.ends ?? 0
    return {
      typed: `$ nevertwice ${typedWords(act.nevertwice)}`,
      output: shortened(output, act.most ?? MOST),
      failure: code === meant ? null : `It ended with ${code}; expected ${meant}.`,
    }
  }
  if ('git' in act) {
    const { code, stdout, stderr } = await runGit(folder, act.git)
    return {
      typed: `$ git ${typedWords(act.git)}`,
      output: shortened(stdout + stderr, act.most ?? MOST),
      failure: code === 0 ? null : `git ended with ${code}; expected 0.`,
    }
  }
  if ('copy' in act) {
    await copyFile(join(folder, act.copy), join(folder, act.over))
    return { typed: `$ cp ${typedWords([act.copy, act.over])}`, output: [], failure: null }
  }
  const path = join(folder, act.edit)
  const text = await readFile(path, 'utf8')
  if (!text.includes(act.from)) throw new CliFailure('refused', `Found no "${act.from}" to change.`, { file: act.edit })
  await writeFile(
    path,
    text.replace(act.from, () => act.to),
  )
  return { typed: act.says, output: [], failure: null }
}

async function runOurs(words: readonly string[], context: CommandContext, folder: string, now: Instant) {
  let output = ''
  const write = (text: string) => {
    output += text
  }
  const taken = { write }
  // Nobody sits at its input, so no command asks.
  const nobody = { [Symbol.asyncIterator]: async function* (): AsyncGenerator<string> {} }
  // The settings of whoever runs this are theirs: the demonstration has the defaults.
  const environment = { ...context.environment, config: null, cache: null, settings: {} }
  const code = await runCommandLine(
    words,
    ({ noColor, config }) => ({
      ...context,
      cwd: folder,
      stdin: nobody,
      stdout: taken,
      stderr: taken,
      environment,
      now: () => now,
      color: context.color && !noColor,
      width: context.width - 2,
      worker: null,
      settings: () => loadSettings({ cwd: folder, file: config, environment: {} }),
    }),
    SHOWN,
  )
  return { code, output }
}
