import { describe, expect, it } from 'vitest'
import type { EvidenceBatch } from '../../evidence/fact.ts'
import { github } from './index.ts'

const api = 'https://api.github.com/repos/acme-example/checkout'
const web = 'https://github.com/acme-example/checkout'
const sha = '0123456789abcdef0123456789abcdef01234567'
const deployment = {
  id: 5,
  url: `${api}/deployments/5`,
  sha,
  ref: 'v1.4.2',
  task: 'deploy',
  environment: 'production',
  created_at: '2026-11-23T13:58:00Z',
  creator: { login: 'ada-example' },
}
const status = (id: number, state: string) => ({
  id,
  state,
  environment: 'production',
  deployment_url: `${api}/deployments/5`,
  created_at: '2026-11-23T14:00:00Z',
})
const pull = (number: number, more: object) => ({
  number,
  title: 'Cut the pool size',
  html_url: `${web}/pull/${number}`,
  state: 'closed',
  merged_at: null,
  user: { login: 'bo-sample' },
  ...more,
})
const commit = {
  sha,
  html_url: `${web}/commit/${sha}`,
  commit: {
    message: 'Cut the pool size\n\nIt was too large.',
    committer: { date: '2026-11-23T13:50:00Z' },
    author: { name: 'Bo Sample', date: '2026-11-22T10:00:00Z' },
  },
  author: null,
}

function read(value: unknown): EvidenceBatch {
  const result = github.read(value)
  if (!result.ok) throw new Error(result.refusal.message)
  return result.value
}
const titles = (value: unknown) => read(value).facts.map((fact) => fact.title)

describe('github', () => {
  it('tells deployments with their outcomes; states without one are counted', () => {
    const batch = read([deployment, status(1, 'queued'), status(2, 'success'), status(3, 'inactive')])
    expect(batch.facts.map(({ title, kind, thread }) => [title, kind, thread])).toEqual([
      ['Deployment of v1.4.2 (0123456) to production started', 'change', 'deployment/5'],
      ['Deployment to production succeeded', 'change', 'deployment/5'],
    ])
    expect(batch.leftOut?.map(({ count }) => count)).toEqual([1, 1])
    expect(
      titles({ ...deployment, statuses: [{ id: 2, state: 'failure', created_at: '2026-11-23T14:00:00Z' }] }),
    ).toContain('Deployment to production failed')
  })

  it('tells merged pull requests, leaves out closed and open ones, in lists and in search results', () => {
    const list = [pull(41, { merged_at: '2026-11-23T13:55:00Z' }), pull(42, {}), pull(43, { state: 'open' })]
    const batch = read(list)
    expect(batch.facts[0]).toMatchObject({
      id: 'github:pull/acme-example/checkout#41',
      title: 'Merged #41: Cut the pool size',
    })
    expect(batch.leftOut).toEqual([
      { why: 'pull requests closed without a merge', count: 1 },
      { why: 'open pull requests', count: 1 },
    ])
    expect(batch.artefacts).toEqual([{ kind: 'change', title: 'Merged #41: Cut the pool size', url: `${web}/pull/41` }])
    const { merged_at: _, ...found } = pull(44, {
      pull_request: { merged_at: '2026-11-23T13:56:00Z', html_url: `${web}/pull/44` },
    })
    expect(titles({ total_count: 1, items: [found] })).toEqual(['Merged #44: Cut the pool size'])
  })

  it('tells commits, releases and workflow runs', () => {
    expect(read([commit]).facts[0]).toMatchObject({
      title: 'Commit 0123456: Cut the pool size',
      at: Date.UTC(2026, 10, 23, 13, 50),
      actor: { name: 'Bo Sample' },
      labels: { repository: 'acme-example/checkout', sha },
    })
    expect(titles({ commits: [commit] })).toHaveLength(1)
    const release = {
      id: 1,
      tag_name: 'v1.4.2',
      name: 'November',
      html_url: `${web}/releases/tag/v1.4.2`,
      published_at: '2026-11-23T13:57:00Z',
    }
    expect(titles([release, { ...release, id: 2, draft: true }])).toEqual(['Released v1.4.2: November'])
    const run = {
      id: 9,
      name: 'Deploy',
      run_number: 12,
      workflow_id: 3,
      head_branch: 'main',
      event: 'push',
      status: 'completed',
      conclusion: 'success',
      created_at: '2026-11-23T13:58:00Z',
      updated_at: '2026-11-23T14:02:00Z',
    }
    const runs = read({ total_count: 2, workflow_runs: [run, { ...run, id: 10, event: 'pull_request' }] })
    expect(runs.facts.map(({ title, endAt }) => [title, endAt])).toEqual([
      ['Workflow Deploy #12 on main: success', Date.UTC(2026, 10, 23, 14, 2)],
    ])
  })

  it('F13 names what it cannot read by its path; F15 twice is once', () => {
    const batch = read([commit, 7, { sha, commit: { message: 5, committer: { date: 'x' } } }, commit])
    expect(batch.problems?.map(({ path }) => path)).toEqual(['$[1]', '$[2].commit.committer.date'])
    expect(batch.facts).toHaveLength(1)
    expect(github.read([{ id: 1 }])).toMatchObject({ ok: false, refusal: { code: 'not-github' } })
  })

  it('F18 masks secrets in messages', () => {
    const leak = { ...commit, commit: { ...commit.commit, message: 'Remove password=hunter2' } }
    expect(read([leak]).facts[0]?.title).toBe('Commit 0123456: Remove password=[masked]')
  })
})
