/** One change for each entry of GitHub's, or the reason why it is none. */
import type { z } from 'zod'
import { digest } from '../../base/digest.ts'
import type { Actor, Fact } from '../../evidence/fact.ts'
import { oneLine } from '../kit/plain-text.ts'
import { readInstant } from '../kit/read-instant.ts'
import type { GithubKind } from './gather.ts'
import { Commit, Deployment, DeploymentStatus, PullRequest, Release, WorkflowRun } from './shape.ts'

/** What is told of an entry: its time field and words; or why it is left out. */
export type Told =
  | { readonly leftOut: string }
  | {
      readonly time: unknown
      readonly field: string
      readonly fact: Omit<Fact, 'id' | 'source' | 'at' | 'rawTime' | 'kind'>
    }

type Tell = (value: unknown) => Told | z.ZodError

/** How each kind is told. */
export const TELL: Readonly<Record<GithubKind, Tell>> = {
  commit: telling(Commit, (commit) => {
    const subject = firstLine(commit.commit.message) || 'without a message'
    const who = commit.author?.login ? accountOf(commit.author) : nameOnly(commit.commit.author?.name)
    const rest = (commit.commit.message ?? '').trim()
    return {
      time: commit.commit.committer?.date ?? commit.commit.author?.date,
      field: 'commit.committer.date',
      fact: {
        externalId: `commit/${commit.sha}`,
        type: 'commit',
        title: `Commit ${commit.sha.slice(0, 7)}: ${subject}`,
        ...(rest === subject || rest === '' ? {} : { text: rest }),
        ...linked(commit.html_url, commit.sha),
        ...who,
      },
    }
  }),
  deployment: telling(Deployment, (deployment) => ({
    time: deployment.created_at,
    field: 'created_at',
    fact: {
      externalId: `deployment/${deployment.id ?? digest(JSON.stringify(deployment)).slice(0, 16)}`,
      type: 'deployment',
      title: `${deployment.task === 'deploy' || !deployment.task ? 'Deployment' : oneLine(deployment.task)} of ${versionOf(deployment)} to ${environmentOf(deployment)} started`,
      ...(deployment.description ? { text: deployment.description } : {}),
      labels: labelsOf({
        environment: deployment.environment,
        repository: repositoryOf(deployment.url),
        sha: deployment.sha,
      }),
      ...accountOf(deployment.creator),
      ...(deployment.id ? { thread: `deployment/${deployment.id}` } : {}),
    },
  })),
  'deployment-status': telling(DeploymentStatus, (status) => {
    const words = STATES[status.state]
    if (!words) return { leftOut: `deployment statuses without an outcome (${oneLine(status.state).slice(0, 20)})` }
    const number = /\/deployments\/(\d{1,20})/.exec(status.deployment_url ?? '')?.[1]
    return {
      time: status.created_at,
      field: 'created_at',
      fact: {
        externalId: `deployment-status/${status.id ?? digest(JSON.stringify(status)).slice(0, 16)}`,
        type: `deployment_status ${status.state}`,
        title: `Deployment to ${environmentOf(status)} ${words}`,
        ...(status.description ? { text: status.description } : {}),
        ...linked(status.log_url ?? status.target_url),
        labels: labelsOf({ environment: status.environment, repository: repositoryOf(status.deployment_url) }),
        ...accountOf(status.creator),
        ...(number ? { thread: `deployment/${number}` } : {}),
      },
    }
  }),
  issue: () => ({ leftOut: 'issues, which are no changes' }),
  'pull-request': telling(PullRequest, (pull) => {
    const time = readInstant(pull.merged_at) === null ? pull.pull_request?.merged_at : pull.merged_at
    if (readInstant(time) === null && !time)
      return { leftOut: pull.state === 'open' ? 'open pull requests' : 'pull requests closed without a merge' }
    const url = pull.pull_request?.html_url ?? pull.html_url
    const repository = repositoryOf(url)
    return {
      time,
      field: 'merged_at',
      fact: {
        externalId: `pull/${repository ?? ''}#${pull.number}`,
        type: 'pull_request merged',
        title: `Merged #${pull.number}: ${oneLine(pull.title ?? '')}`,
        ...linked(url, pull.merge_commit_sha, pull.base?.ref, String(pull.number)),
        ...accountOf(pull.merged_by ?? pull.user),
      },
    }
  }),
  release: telling(Release, (release) => {
    if (release.draft === true) return { leftOut: 'draft releases' }
    const name = oneLine(release.name ?? '')
    const tag = oneLine(release.tag_name)
    return {
      time: release.published_at,
      field: 'published_at',
      fact: {
        externalId: `release/${release.id ?? `${repositoryOf(release.html_url) ?? ''}@${tag}`}`,
        type: 'release',
        title: name && name !== tag ? `Released ${tag}: ${name}` : `Released ${tag}`,
        ...linked(release.html_url),
        ...accountOf(release.author),
      },
    }
  }),
  'workflow-run': telling(WorkflowRun, (run) => {
    if (run.event === 'pull_request') return { leftOut: 'workflow runs on pull requests' }
    const end = run.status === 'completed' || run.conclusion ? readInstant(run.updated_at) : null
    const on = run.head_branch ? ` on ${oneLine(run.head_branch)}` : ''
    const number = run.run_number ? ` #${run.run_number}` : ''
    return {
      time: readInstant(run.run_started_at) === null ? run.created_at : run.run_started_at,
      field: 'run_started_at',
      fact: {
        externalId: `run/${run.id ?? `${run.name ?? ''}${number}`}`,
        type: `workflow_run ${run.conclusion ?? run.status ?? ''}`.trim(),
        title: `Workflow ${oneLine(run.name ?? 'run')}${number}${on}: ${run.conclusion ?? run.status ?? 'started'}`,
        ...(end === null ? {} : { endAt: end }),
        ...(run.display_title ? { text: oneLine(run.display_title) } : {}),
        ...linked(run.html_url, run.head_sha),
        ...accountOf(run.actor),
      },
    }
  }),
}

const STATES: Readonly<Record<string, string>> = {
  error: 'ended in an error',
  failure: 'failed',
  in_progress: 'in progress',
  success: 'succeeded',
}

function telling<T>(shape: z.ZodType<T>, tell: (value: T) => Told): Tell {
  return (value) => {
    const parsed = shape.safeParse(value)
    return parsed.success ? tell(parsed.data) : parsed.error
  }
}

function versionOf({ ref, sha }: Deployment): string {
  const short = sha?.slice(0, 7)
  if (!ref) return short ?? 'an unnamed version'
  return short && !sha!.startsWith(ref) && !ref.startsWith(short)
    ? `${oneLine(ref)} (${short})`
    : oneLine(ref).slice(0, 60)
}

function environmentOf({ environment }: { environment?: string | undefined }): string {
  return oneLine(environment ?? '') || 'an unnamed environment'
}

function firstLine(text: string | undefined): string {
  return oneLine((text ?? '').trim().split('\n', 1)[0] ?? '')
}

function accountOf(account: { login?: string | undefined; type?: string | undefined } | null | undefined): {
  actor?: Actor
} {
  if (!account?.login) return {}
  const bot = account.type === 'Bot' || account.login.endsWith('[bot]')
  return { actor: { name: account.login, ...(bot ? { bot } : {}) } }
}

function nameOnly(name: string | undefined): { actor?: Actor } {
  return name ? { actor: { name: oneLine(name) } } : {}
}

/** The address and the labels that follow from it. */
function linked(url: string | undefined, sha?: string, branch?: string, pull?: string): Pick<Fact, 'url' | 'labels'> {
  const labels = labelsOf({ repository: repositoryOf(url), sha, branch, pull_request: pull })
  return { ...(url ? { url } : {}), ...(Object.keys(labels).length > 0 ? { labels } : {}) }
}

function labelsOf(labels: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return Object.fromEntries(Object.entries(labels).filter((pair): pair is [string, string] => Boolean(pair[1])))
}

/** `owner/name` of an API or web address. */
function repositoryOf(url: string | undefined): string | undefined {
  return /^https?:\/\/[^/]+\/(?:api\/v3\/)?(?:repos\/)?([\w.-]+\/[\w.-]+)/.exec(url ?? '')?.[1]
}
