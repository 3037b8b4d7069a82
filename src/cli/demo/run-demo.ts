/** Walks through the demonstration: says, shows, waits; stops at the first thing that does not go as it should. */
import type { CommandContext } from '../context.ts'
import { CliFailure, EXIT, type ExitCode } from '../failure.ts'
import { wrap } from '../wrap.ts'
import { packageFolder } from './example-files.ts'
import { farewell } from './farewell.ts'
import { pauseOf } from './pause.ts'
import { runAct, type ToldAct } from './run-act.ts'
import { DEMO_STEPS, type DemoStep } from './steps.ts'
import { makeWorkspace, removeWorkspace } from './workspace.ts'

/** How it is to be run. */
export interface DemoWish {
  readonly pause: boolean
  /** Remove the repository at the end. */
  readonly clean: boolean
  readonly format: 'text' | 'json'
}

/** Runs all steps; fails as `refused` where one does not go as it should. */
export async function runDemo(
  context: CommandContext,
  wish: DemoWish,
  steps: readonly DemoStep[] = DEMO_STEPS,
): Promise<ExitCode> {
  const home = packageFolder()
  const workspace = await makeWorkspace(home)
  try {
    if (wish.format === 'json') {
      const told = await tellAll(context, workspace, steps)
      context.stdout.write(`${JSON.stringify({ repository: workspace, kept: !wish.clean, steps: told })}\n`)
    } else await showAll(context, wish, workspace, steps, home)
    return EXIT.clean
  } finally {
    if (wish.clean) await removeWorkspace(workspace)
  }
}

async function showAll(
  context: CommandContext,
  wish: DemoWish,
  workspace: string,
  steps: readonly DemoStep[],
  home: string,
): Promise<void> {
  const say = (text: string) => context.stdout.write(`${text}\n`)
  const [bold, cyan] = [styled(context, 1, 22), styled(context, 36, 39)]
  const pause = pauseOf(context, wish.pause)
  try {
    say(bold('Nevertwice: from raw evidence to proven action items\n'))
    say(wrap(OPENING, context.width, 0))
    say(`The repository: ${workspace}`)
    let now = context.now()
    for (const [index, step] of steps.entries()) {
      say('')
      if (!(await pause.wait()))
        return say(`Stopped before step ${index + 1} of ${steps.length}. ${kept(wish, workspace)}`)
      say(bold(wrap(`${index + 1}/${steps.length}  ${step.says}`, context.width, 0)))
      now = step.now ?? now
      for (const act of step.acts) {
        const told = await runAct(act, context, workspace, now)
        say(`\n${[cyan(told.typed), ...told.output.map((line) => (line === '' ? '' : `  ${line}`))].join('\n')}`)
        requireDone(told)
      }
    }
    const ending = { kept: !wish.clean, early: context.now() < now }
    say('')
    for (const line of farewell(home, workspace, ending)) say(line)
  } finally {
    await pause.end()
  }
}

const OPENING =
  'The incident never happened, and everybody in it is invented. Every command is run for real, in a git repository of its own; nothing leaves this machine.'

function kept({ clean }: DemoWish, workspace: string): string {
  return clean ? 'The repository is removed (--clean).' : `The repository is kept: ${workspace}`
}

async function tellAll(context: CommandContext, workspace: string, steps: readonly DemoStep[]) {
  const told: { says: string; acts: Omit<ToldAct, 'failure'>[] }[] = []
  let now = context.now()
  for (const step of steps) {
    now = step.now ?? now
    const acts: Omit<ToldAct, 'failure'>[] = []
    for (const act of step.acts) {
      const one = await runAct(act, context, workspace, now)
      requireDone(one)
      acts.push({ typed: one.typed, output: one.output })
    }
    told.push({ says: step.says, acts })
  }
  return told
}

function requireDone({ typed, output, failure }: ToldAct): void {
  if (failure === null) return
  const printed = output.join('\n').trim()
  throw new CliFailure(
    'refused',
    `The demonstration stopped at "${typed}". ${failure} It printed: ${printed || 'nothing'}`,
  )
}

function styled({ color }: CommandContext, on: number, off: number): (text: string) => string {
  return (text) => (color ? `\u001b[${on}m${text}\u001b[${off}m` : text)
}
