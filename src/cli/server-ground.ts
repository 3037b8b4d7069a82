/** What commands of the server share: its settings, and its part of `nevertwice.yaml`. */
import type { Rules } from '../server/house.ts'
import { ownVariables, readServerSettings, type ServerSettings } from '../server/settings.ts'
import type { CommandContext } from './context.ts'
import { failureOf } from './failure.ts'

/** From the environment; fails with `configuration` where one is wrong. */
export function serverSettings(context: CommandContext): ServerSettings {
  const settings = readServerSettings(ownVariables(), context.cwd)
  if (!settings.ok) throw failureOf('configuration', settings.refusal)
  return settings.value
}

/** The rules that the server works by. */
export async function serverRules(context: CommandContext): Promise<Rules> {
  const { policy, checks, publication } = await context.settings()
  return { policy, severities: checks.rules, publication }
}
