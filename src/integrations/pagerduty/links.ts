/** Finds the runbooks, dashboards and other addresses that alerts and log entries carry. */
import type { Artefact } from '../../evidence/fact.ts'
import { artefactOfUrl } from '../kit/artefact-of-url.ts'
import { findLinks } from '../kit/find-links.ts'
import { isObject } from '../kit/is-object.ts'

const DEEPEST = 4

/** Artefacts linked from `contexts`, `body`, `details` and the like; a field named `runbook` makes its address one. */
export function linkedArtefacts(holder: unknown): Artefact[] {
  const found: Artefact[] = []
  collect(holder, '', found, 0)
  return found
}

function collect(value: unknown, key: string, found: Artefact[], depth: number): void {
  if (typeof value === 'string') {
    for (const url of findLinks(value)) {
      const artefact = byName(key, url) ?? artefactOfUrl(url)
      if (artefact) found.push(artefact)
    }
  } else if (depth >= DEEPEST) return
  else if (Array.isArray(value)) for (const item of value) collect(item, key, found, depth + 1)
  else if (isObject(value)) {
    const { href, text } = value
    if (typeof href === 'string') {
      const title = typeof text === 'string' && text.trim() !== '' ? text.trim() : href
      const artefact = byName(title, href, title) ?? artefactOfUrl(href, title)
      if (artefact) found.push(artefact)
    } else for (const [name, item] of Object.entries(value)) collect(item, name, found, depth + 1)
  }
}

function byName(name: string, url: string, title = url): Artefact | null {
  if (/run_?book|playbook/i.test(name)) return { kind: 'runbook', title, url }
  return /dashboard|grafana/i.test(name) ? { kind: 'dashboard', title, url } : null
}
