/** GitHub's entries as evidence: every one is a change. */
import type { Artefact, EvidenceBatch, EvidenceProblem, Fact } from '../../evidence/fact.ts'
import { isObject } from '../kit/is-object.ts'
import { jsonPath } from '../kit/json-path.ts'
import { tally } from '../kit/left-out.ts'
import type { Placed } from '../kit/read-entries.ts'
import { readInstant, timeProblem } from '../kit/read-instant.ts'
import { webUrl } from '../kit/web-url.ts'
import { TELL } from './change-facts.ts'
import type { GithubKind } from './gather.ts'

/** Facts and artefacts of all entries; statuses inside a deployment count as entries. */
export function entriesToBatch(
  entries: readonly (Placed<unknown> & { kind: GithubKind })[],
  problems: EvidenceProblem[],
): EvidenceBatch {
  const leftOut = tally()
  const facts: Fact[] = []
  const artefacts: Artefact[] = []
  for (const { kind, value, path } of entries.flatMap(withStatuses)) {
    const told = TELL[kind](value)
    if ('issues' in told) {
      const field = jsonPath(path, ...(told.issues[0]?.path ?? []))
      problems.push({
        path: field,
        message: `This ${kind.replace('-', ' ')} lacks a field it must have; it was left out.`,
      })
      continue
    }
    if ('leftOut' in told) {
      leftOut.add(told.leftOut)
      continue
    }
    const at = readInstant(told.time)
    if (at === null) {
      problems.push({ path: `${path}.${told.field}`, message: timeProblem(told.time) })
      continue
    }
    const id = `github:${told.fact.externalId}`
    facts.push({ id, source: 'github', at, rawTime: String(told.time), kind: 'change', ...told.fact })
    const url = webUrl(told.fact.url)
    if (url) artefacts.push({ kind: 'change', title: told.fact.title, url })
  }
  return { facts, artefacts, leftOut: leftOut.list(), problems }
}

function withStatuses(entry: Placed<unknown> & { kind: GithubKind }): (Placed<unknown> & { kind: GithubKind })[] {
  if (entry.kind !== 'deployment' || !isObject(entry.value) || !Array.isArray(entry.value.statuses)) return [entry]
  const { environment, url } = entry.value
  const statuses = entry.value.statuses.map((status: unknown, at) => ({
    kind: 'deployment-status' as const,
    value: isObject(status) ? { environment, deployment_url: url, ...status } : status,
    path: jsonPath(entry.path, 'statuses', at),
  }))
  return [entry, ...statuses]
}
