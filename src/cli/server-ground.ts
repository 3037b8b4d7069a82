/** What commands of the server share: its settings, and its part of `nevertwice.yaml`. */
import type { Policy } from '../checks/policy.ts'
import { settingsFromVariables } from '../server/given-settings.ts'
import type { GivenSetting, Rules } from '../server/house.ts'
import { ownVariables, readServerSettings, type ServerSettings } from '../server/settings.ts'
import type { Origin } from './config/settings.ts'
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
  const { policy, checks, publication, originOf } = await context.settings()
  const given = settingsFromVariables(ownVariables())
  if (!given.ok) throw failureOf('configuration', given.refusal)
  return {
    policy,
    severities: checks.rules,
    publication,
    given: new Map([...givenByFile(policy, originOf), ...given.value]),
  }
}

/** What the file says stands over what an administrator sets. */
function givenByFile(policy: Policy, originOf: (key: string) => Origin): Map<string, GivenSetting> {
  const given = new Map<string, GivenSetting>()
  for (const [name, value] of Object.entries(policy)) {
    const origin = originOf(`policy.${name}`)
    if (origin.from === 'file')
      given.set(`policy.${name}`, { value, from: 'file', where: `${origin.file}:${origin.line}` })
  }
  return given
}
