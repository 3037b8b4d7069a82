/** Grafana's annotations as evidence. */
import { digest } from '../../base/digest.ts'
import type { Instant } from '../../base/instant.ts'
import type { Artefact, EvidenceBatch, EvidenceProblem, Fact } from '../../evidence/fact.ts'
import { artefactOfUrl } from '../kit/artefact-of-url.ts'
import { findLinks } from '../kit/find-links.ts'
import { jsonPath } from '../kit/json-path.ts'
import { htmlToPlain, oneLine } from '../kit/plain-text.ts'
import type { Placed } from '../kit/read-entries.ts'
import { readInstant, timeProblem } from '../kit/read-instant.ts'
import { webUrl } from '../kit/web-url.ts'
import type { Annotation } from './shape.ts'

/** Facts and artefacts of all annotations; `baseUrl` is Grafana's own address where it is known. */
export function annotationsToBatch(
  annotations: readonly Placed<Annotation>[],
  baseUrl: string | undefined,
  problems: EvidenceProblem[],
): EvidenceBatch {
  const facts: Fact[] = []
  const artefacts: Artefact[] = []
  for (const { value, path } of annotations) {
    const at = readInstant(value.time)
    if (at === null) {
      problems.push({ path: jsonPath(path, 'time'), message: timeProblem(value.time) })
      continue
    }
    const text = htmlToPlain(value.text ?? '')
    const tags = (value.tags ?? []).filter((tag): tag is string => typeof tag === 'string').map(oneLine)
    const end = readInstant(value.timeEnd)
    const url = dashboardUrl(value, at, end, baseUrl)
    const words = alertWords(value) ?? { title: oneLine(text.text) || tags.join(', ') || 'Annotation without words' }
    const externalId = value.id ?? digest(JSON.stringify([at, text.text, tags])).slice(0, 16)
    const who = value.login ?? value.userName
    facts.push({
      id: `grafana:${externalId}`,
      source: 'grafana',
      externalId,
      at,
      ...(end !== null && end > at ? { endAt: end } : {}),
      rawTime: String(value.time),
      type: value.newState ? `alert ${value.newState}` : 'annotation',
      ...(tags.some((tag) => CHANGE_TAG.test(tag)) ? { kind: 'change' } : {}),
      ...words,
      ...(text.text && text.text !== words.title ? { text: text.text } : {}),
      ...(url ? { url } : {}),
      ...(who ? { actor: { name: oneLine(who) } } : {}),
      ...(tags.length > 0 ? { labels: { tags: tags.join(', ') } } : {}),
    })
    if (url) artefacts.push({ kind: 'dashboard', title: `Dashboard ${value.dashboardUID}`, url })
    const links = [...text.links, ...findLinks(text.text).map((link) => ({ url: link, title: link }))]
    artefacts.push(...links.flatMap((link) => artefactOfUrl(link.url, link.title) ?? []))
  }
  return { facts, artefacts, problems }
}

const CHANGE_TAG = /^(?:deploy(?:ed|ment|s)?|release|rollout|rollback|change|config|feature-?flag)(?::|$)/i

/** An annotation that an alert rule wrote, by its new state (`Alerting`, `alerting`, `Normal`, `ok`, `NoData` …). */
function alertWords(annotation: Annotation): Pick<Fact, 'title' | 'kind'> | null {
  const state = annotation.newState?.toLowerCase() ?? ''
  if (state === '') return null
  const name = oneLine(annotation.alertName ?? '') || 'rule'
  if (state.startsWith('alerting')) return { title: `Alert ${name} firing`, kind: 'alert' }
  if (state.startsWith('normal') || state === 'ok') return { title: `Alert ${name} stopped firing`, kind: 'other' }
  return { title: `Alert ${name} changed to ${oneLine(annotation.newState ?? '')}`, kind: 'other' }
}

function dashboardUrl(
  annotation: Annotation,
  at: Instant,
  end: Instant | null,
  base: string | undefined,
): string | null {
  const uid = annotation.dashboardUID
  if (!base || !uid || !/^[\w-]{1,80}$/.test(uid)) return null
  const panel = annotation.panelId && annotation.panelId !== '0' ? `&viewPanel=${annotation.panelId}` : ''
  const span = `from=${at - 1_800_000}&to=${(end ?? at) + 1_800_000}`
  return webUrl(`${base.replace(/\/$/, '')}/d/${uid}?${span}${panel}`)
}
