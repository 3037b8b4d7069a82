/** The context of a real process. */
import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Settings } from './config/settings.ts'
import type { CommandContext, Environment, Output } from './context.ts'
import type { ContextOf } from './run-command-line.ts'

const OWN = 'NEVERTWICE_'
const NOT_SETTINGS = new Set(['CONFIG', 'CACHE', 'DATA', 'DEBUG', 'MATERIAL'].map((name) => OWN + name))

/** Makes contexts from the variables that `cli/main.ts` read. */
export function processContext(env: Readonly<Record<string, string | undefined>>, worker: URL): ContextOf {
  const environment = environmentOf(env)
  const cwd = process.cwd()
  const isTTY = process.stdout.isTTY === true
  return ({ noColor, config }): CommandContext => {
    let settings: Promise<Settings> | null = null
    return {
      stdin: process.stdin,
      stdout: outputOf(process.stdout),
      stderr: outputOf(process.stderr),
      cwd,
      environment,
      now: () => Date.now(),
      color: !noColor && wantsColor(env, isTTY),
      isTTY,
      width: process.stdout.columns || 80,
      worker,
      settings: () => {
        const file = config ?? environment.config
        settings ??= import('./config/load-settings.ts').then(({ loadSettings }) =>
          loadSettings({ cwd, file: file === null ? null : resolve(cwd, file), environment: environment.settings }),
        )
        return settings
      },
    }
  }
}

function environmentOf(env: Readonly<Record<string, string | undefined>>): Environment {
  const settings: Record<string, string> = {}
  for (const [name, value] of Object.entries(env))
    if (name.startsWith(OWN) && !NOT_SETTINGS.has(name) && value !== undefined) settings[name] = value
  return {
    config: env.NEVERTWICE_CONFIG || null,
    cache: cacheFolder(env),
    debug: env.NEVERTWICE_DEBUG === '1',
    settings,
  }
}

/** Not in the repository: a cache that somebody could commit could make findings disappear. */
function cacheFolder(env: Readonly<Record<string, string | undefined>>): string | null {
  if (env.NEVERTWICE_CACHE) return env.NEVERTWICE_CACHE === 'off' ? null : resolve(env.NEVERTWICE_CACHE)
  return join(env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'nevertwice')
}

/** `NO_COLOR` (no-color.org) and `TERM=dumb` say no, `FORCE_COLOR` says yes, a terminal decides otherwise. */
function wantsColor(env: Readonly<Record<string, string | undefined>>, isTTY: boolean): boolean {
  if (env.NO_COLOR) return false
  if (env.FORCE_COLOR) return env.FORCE_COLOR !== '0'
  return isTTY && env.TERM !== 'dumb'
}

/** A closed reader takes nothing more, so writing to it is over; the command still finishes its work. */
function outputOf(stream: NodeJS.WriteStream): Output {
  return {
    write: (text) => {
      if (stream.writable) stream.write(text)
    },
  }
}
