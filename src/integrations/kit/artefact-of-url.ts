/** Tells from an address what it shows: a runbook, a dashboard, a change, a page, a thread, a status page. */
import type { Artefact, ArtefactKind } from '../../evidence/fact.ts'
import { webUrl } from './web-url.ts'

type Sign = readonly [kind: ArtefactKind, host: RegExp | null, path: RegExp | null]

/** First match wins. Hosts and paths as the vendors document them; `null` matches all. */
const SIGNS: readonly Sign[] = [
  ['page', /(^|\.)pagerduty\.com$/, /^\/(?:incidents|alerts)\//],
  ['page', /(^|\.)(?:opsgenie\.com|victorops\.com)$/, /\/(?:alert|incident)/],
  ['thread', /(^|\.)slack\.com$/, /^\/(?:archives|messages)\//],
  ['thread', /(^|\.)(?:zulipchat\.com|discord\.com)$/, /^\/(?:channels\/|#narrow)/],
  ['runbook', null, /runbook|playbook/],
  ['runbook', /(?:^|[.-])runbooks?[.-]/, null],
  ['chaos', null, /chaos-?mesh|litmus|gremlin/],
  ['change', null, /\/(?:pull|pulls|commit|commits|compare|releases\/tag)\/[^/]/],
  ['change', null, /\/actions\/runs\/\d|\/-\/(?:merge_requests|commit|pipelines|jobs|releases)\/|\/pull-requests\/\d/],
  ['change', /(?:^|[.-])(?:argocd|argo-cd|spinnaker|jenkins)[.-]/, /^\/(?:applications|job|#)/],
  ['change', /(^|\.)launchdarkly\.com$/, /\/features\//],
  ['alert', null, /\/alerting\/(?:grafana\/)?[\w-]+\/view|^\/#\/alerts|\/monitors\/\d/],
  ['alert', /(^|\.)sentry\.io$/, /\/issues\/\d/],
  ['dashboard', null, /^\/(?:[\w-]+\/)?d(?:-solo)?\/[\w-]{2,}/],
  ['dashboard', null, /^\/(?:dashboards?|dash)(?:\/|$)|\/dashboards?\/|\/explore(?:\?|$)|\/graph\?g0\./],
  ['dashboard', /(^|\.)(?:kibana|grafana)\./, /^\/(?:app\/|goto\/)/],
  ['dashboard', /console\.aws\.amazon\.com$/, /^\/cloudwatch/],
  ['dashboard', /console\.cloud\.google\.com$/, /^\/monitoring/],
  ['status-page', /^stspg\.io$|(^|\.)statuspage\.io$|^status\.|^[\w-]*status\.(?:com|io|dev)$/, null],
]

/** The artefact that an address leads to, or null where the address does not tell. `title` defaults to the address. */
export function artefactOfUrl(url: string, title?: string): Artefact | null {
  const safe = webUrl(url)
  if (!safe) return null
  const match = /^https?:\/\/(?:[^/?#@]*@)?([^/?#:]+)(?::\d{1,5})?(.*)$/i.exec(safe)
  if (!match) return null
  const host = match[1]!.toLowerCase()
  const path = match[2]!.toLowerCase() || '/'
  for (const [kind, hostSign, pathSign] of SIGNS)
    if ((!hostSign || hostSign.test(host)) && (!pathSign || pathSign.test(path)))
      return { kind, title: title?.trim() || safe, url: safe }
  return null
}
