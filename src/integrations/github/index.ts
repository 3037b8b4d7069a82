/** GitHub: deployments and their statuses, commits, merged pull requests, releases and workflow runs of its REST API. */
import { ok, refuse } from '../../base/result.ts'
import type { EvidenceProblem } from '../../evidence/fact.ts'
import { describeValue } from '../kit/describe-value.ts'
import { finishBatch } from '../kit/finish-batch.ts'
import type { EvidenceSource } from '../kit/source.ts'
import { gatherGithub, isGithub } from './gather.ts'
import { entriesToBatch } from './map.ts'

/** The declaration. */
export const github: EvidenceSource = {
  name: 'github',
  title: 'GitHub (REST JSON)',
  recognises: isGithub,
  read(value, context = {}) {
    if (!isGithub(value))
      return refuse(
        'not-github',
        `Found ${describeValue(value)}, expected GitHub's deployments, commits, pull requests, releases or workflow runs. Save the answer of its REST API as JSON.`,
        { path: '$', ...(context.file ? { file: context.file } : {}) },
      )
    const problems: EvidenceProblem[] = []
    return ok(finishBatch(entriesToBatch(gatherGithub(value, problems), problems), context))
  },
}
