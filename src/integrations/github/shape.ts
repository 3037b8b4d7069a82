/** The parts of GitHub's REST answers that are read. */
import { z } from 'zod'
import { anything, looseList, loosely, looseText } from '../kit/shapes.ts'

const Account = loosely(z.looseObject({ login: looseText, type: looseText }).nullable())
const Moment = loosely(z.looseObject({ name: looseText, date: anything }).nullable())

/** `GET /repos/{o}/{r}/deployments`, with `statuses` where a script added them. */
export const Deployment = z.looseObject({
  id: looseText,
  url: looseText,
  sha: looseText,
  ref: looseText,
  task: looseText,
  environment: looseText,
  description: looseText,
  created_at: anything,
  creator: Account,
  statuses: looseList,
})
export type Deployment = z.infer<typeof Deployment>

/** `GET /repos/{o}/{r}/deployments/{id}/statuses`. */
export const DeploymentStatus = z.looseObject({
  id: looseText,
  url: looseText,
  state: z.string(),
  environment: looseText,
  description: looseText,
  created_at: anything,
  deployment_url: looseText,
  log_url: looseText,
  target_url: looseText,
  environment_url: looseText,
  creator: Account,
})
export type DeploymentStatus = z.infer<typeof DeploymentStatus>

/** `GET /repos/{o}/{r}/commits`. */
export const Commit = z.looseObject({
  sha: z.string(),
  html_url: looseText,
  commit: z.looseObject({ message: looseText, author: Moment, committer: Moment }),
  author: Account,
})
export type Commit = z.infer<typeof Commit>

/** `GET /repos/{o}/{r}/pulls`, and search results, whose merge time stands in `pull_request`. */
export const PullRequest = z.looseObject({
  number: z.number(),
  title: looseText,
  html_url: looseText,
  state: looseText,
  merged_at: anything,
  merge_commit_sha: looseText,
  user: Account,
  merged_by: Account,
  pull_request: loosely(z.looseObject({ merged_at: anything, html_url: looseText })),
  base: loosely(z.looseObject({ ref: looseText })),
})
export type PullRequest = z.infer<typeof PullRequest>

/** `GET /repos/{o}/{r}/releases`. */
export const Release = z.looseObject({
  id: looseText,
  tag_name: z.string(),
  name: looseText,
  html_url: looseText,
  draft: anything,
  published_at: anything,
  author: Account,
})
export type Release = z.infer<typeof Release>

/** `GET /repos/{o}/{r}/actions/runs`. */
export const WorkflowRun = z.looseObject({
  id: looseText,
  name: looseText,
  display_title: looseText,
  run_number: looseText,
  head_branch: looseText,
  head_sha: looseText,
  event: looseText,
  status: looseText,
  conclusion: looseText,
  html_url: looseText,
  created_at: anything,
  run_started_at: anything,
  updated_at: anything,
  actor: Account,
})
export type WorkflowRun = z.infer<typeof WorkflowRun>
