/** Turns a command line and the settings into one job and its documents. */
import { readFileSync } from 'node:fs'
import { HOUR } from '../../base/instant.ts'
import type { Gate } from '../../checks/rule.ts'
import type { Settings } from '../config/settings.ts'
import type { CommandContext } from '../context.ts'
import { CliFailure, failureOf } from '../failure.ts'
import { VERSION } from '../version.ts'
import type { CheckFormat, CheckJob, CheckTask } from './check-job.ts'
import { documentsToCheck } from './documents-to-check.ts'
import { OutcomeCache } from './outcome-cache.ts'

/** Documents from which on remembering earns what it costs. */
const WORTH_CACHE = 8

/** What the command line asks for. */
export interface CheckWish {
  readonly gate: Gate
  readonly only: readonly string[]
  readonly format: CheckFormat
  readonly cache: 'auto' | 'off'
}

/** One job, its documents, and where outcomes are remembered. */
export interface PreparedCheck {
  readonly job: CheckJob
  readonly tasks: readonly CheckTask[]
  readonly cache: OutcomeCache | null
}

/** Prepares a check; throws `usage` or `configuration` where something named is not there. Notes go to standard error. */
export async function prepareCheck(
  context: CommandContext,
  paths: readonly string[],
  wish: CheckWish,
): Promise<PreparedCheck> {
  const settings = await context.settings()
  const job = await prepareJob(context, settings, wish)
  const tasks = await documentsToCheck(context, settings, paths)
  return { job, tasks, cache: wish.cache === 'off' || tasks.length < WORTH_CACHE ? null : cacheOf(context, job) }
}

/** What all documents have in common; throws as `prepareCheck` does. */
export async function prepareJob(
  context: CommandContext,
  settings: Settings,
  wish: Omit<CheckWish, 'cache'>,
): Promise<CheckJob> {
  await requireKnownRules(settings)
  return {
    gate: wish.gate,
    only: await selected(wish.only),
    policy: settings.policy,
    targets: settings.publication.targets,
    severities: settings.checks.rules,
    now: Math.floor(context.now() / HOUR) * HOUR,
    format: wish.format,
    color: context.color,
    columns: context.width,
  }
}

async function requireKnownRules(settings: Settings): Promise<void> {
  const named = Object.keys(settings.checks.rules)
  if (named.length === 0) return
  const { ALL_RULES, readSelection } = await import('../../checks/selection.ts')
  for (const name of named) {
    if (ALL_RULES.some((rule) => rule.id === name)) continue
    const selection = readSelection(name)
    const origin = settings.originOf(`checks.rules.${name}`)
    throw new CliFailure(
      'configuration',
      selection.ok ? `"${name}" is a group; expected the id of a rule.` : selection.refusal.message,
      origin.from === 'file' ? { file: origin.file, line: origin.line, column: 1 } : undefined,
    )
  }
}

async function selected(names: readonly string[]): Promise<readonly string[] | null> {
  if (names.length === 0) return null
  const { readSelection } = await import('../../checks/selection.ts')
  const ids = new Set<string>()
  for (const name of names) {
    const selection = readSelection(name)
    if (!selection.ok) throw failureOf('usage', selection.refusal)
    for (const id of selection.value.ids) ids.add(id)
  }
  return [...ids].sort()
}

/** The built thread names every piece of code that checks, by digest: other code is another way to check. */
function cacheOf({ environment, worker }: CommandContext, job: CheckJob): OutcomeCache | null {
  if (environment.cache === null || worker === null) return null
  try {
    return new OutcomeCache(
      environment.cache,
      JSON.stringify([VERSION, readFileSync(worker, 'utf8'), { ...job, now: null }]),
      job.now,
    )
  } catch {
    return null
  }
}
