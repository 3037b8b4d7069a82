/** Tells GitHub's entries apart by the fields that only each has, in one answer, a list of them, or a web hook payload. */
import type { EvidenceProblem } from '../../evidence/fact.ts'
import { isObject } from '../kit/is-object.ts'
import { jsonPath } from '../kit/json-path.ts'
import type { Placed } from '../kit/read-entries.ts'

/** What an entry is. */
export type GithubKind =
  | 'deployment'
  | 'deployment-status'
  | 'commit'
  | 'pull-request'
  | 'release'
  | 'workflow-run'
  | 'issue'

/** Fields that hold the entries of an answer, or the one entry of a web hook payload. */
const HOLDERS = [
  'commits',
  'deployment',
  'deployment_status',
  'deployments',
  'items',
  'pull_request',
  'pull_requests',
  'release',
  'releases',
  'statuses',
  'workflow_run',
  'workflow_runs',
] as const

/** The kind of an entry, or null where it is none of GitHub's. */
function githubKind(value: unknown): GithubKind | null {
  if (!isObject(value)) return null
  const url = typeof value.url === 'string' ? value.url : ''
  if (typeof value.state === 'string' && typeof value.deployment_url === 'string') return 'deployment-status'
  if ('environment' in value && ('sha' in value || 'ref' in value) && !('state' in value)) return 'deployment'
  if (typeof value.sha === 'string' && isObject(value.commit)) return 'commit'
  if ('tag_name' in value) return 'release'
  if ('run_number' in value && ('workflow_id' in value || 'conclusion' in value)) return 'workflow-run'
  if (typeof value.number !== 'number' || !('title' in value)) return null
  if ('merged_at' in value || isObject(value.pull_request)) return 'pull-request'
  return url.includes('/issues/') || 'comments_url' in value ? 'issue' : null
}

/** Whether a value holds entries of GitHub's. */
export function isGithub(value: unknown): boolean {
  if (Array.isArray(value)) return value.slice(0, 20).some((entry) => githubKind(entry) !== null || holdsEntries(entry))
  return githubKind(value) !== null || holdsEntries(value)
}

/** All entries with their kinds; what is none is told in `problems`. */
export function gatherGithub(value: unknown, problems: EvidenceProblem[]): (Placed<unknown> & { kind: GithubKind })[] {
  const found: (Placed<unknown> & { kind: GithubKind })[] = []
  const add = (entry: unknown, path: string, nested: boolean) => {
    const kind = githubKind(entry)
    if (kind) found.push({ kind, value: entry, path })
    else if (!nested && holdsEntries(entry)) addHeld(entry as Record<string, unknown>, path)
    else
      problems.push({
        path,
        message: 'This is no deployment, commit, pull request, release or run of GitHub; it was left out.',
      })
  }
  const addHeld = (holder: Record<string, unknown>, path: string) => {
    for (const name of HOLDERS) {
      const held = holder[name]
      const from = jsonPath(path, name)
      if (Array.isArray(held)) for (const [at, entry] of held.entries()) add(entry, jsonPath(from, at), true)
      else if (githubKind(held)) add(held, from, true)
    }
  }
  if (Array.isArray(value)) for (const [at, entry] of value.entries()) add(entry, jsonPath('$', at), false)
  else add(value, '$', false)
  return found
}

function holdsEntries(value: unknown): boolean {
  if (!isObject(value) || githubKind(value) !== null) return false
  return HOLDERS.some((name) => {
    const held = value[name]
    if (Array.isArray(held)) return held.slice(0, 20).some((entry) => githubKind(entry) !== null)
    return githubKind(held) !== null
  })
}
