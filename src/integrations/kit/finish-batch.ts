/** Last step of every translator: masks secrets, keeps each fact and artefact once, cuts to the window, orders by time. */
import type { Artefact, EvidenceBatch, Fact, IncidentHint, LeftOut, UndatedNote } from '../../evidence/fact.ts'
import { maskSecrets } from './mask-secrets.ts'
import { shorten } from './plain-text.ts'
import type { ReadContext } from './source.ts'
import { webUrl } from './web-url.ts'

/** The batch as rooms may see it. The same draft gives the same batch. */
export function finishBatch(draft: EvidenceBatch, context: ReadContext = {}): EvidenceBatch {
  const secrets = new Set<string>()
  const mask = (text: string): string => maskSecrets(text, (secret) => secrets.add(secret)).text
  const facts = new Map<string, Fact>()
  let repeats = 0
  let outside = 0
  for (const fact of draft.facts) {
    if (fact.at < (context.from ?? -Infinity) || fact.at > (context.to ?? Infinity)) outside++
    else if (facts.has(fact.id)) repeats++
    else facts.set(fact.id, maskFact(fact, mask))
  }
  const leftOut = [...(draft.leftOut ?? [])]
  if (repeats > 0) leftOut.push({ why: 'the same fact again', count: repeats })
  if (outside > 0) leftOut.push({ why: 'outside the time window', count: outside })
  return {
    facts: [...facts.values()].sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)),
    ...(draft.undated?.length ? { undated: maskNotes(draft.undated, mask) } : {}),
    ...(draft.incident && Object.keys(draft.incident).length > 0 ? { incident: maskHint(draft.incident, mask) } : {}),
    ...(draft.artefacts?.length ? { artefacts: artefactsOnce(draft.artefacts, mask) } : {}),
    ...(draft.teams?.length ? { teams: [...new Set(draft.teams)].map(mask) } : {}),
    ...(draft.responses?.length ? { responses: draft.responses } : {}),
    ...(leftOut.length > 0 ? { leftOut: addUp(leftOut) } : {}),
    ...(draft.problems?.length ? { problems: draft.problems.map((p) => ({ ...p, message: mask(p.message) })) } : {}),
    ...maskedCount((draft.masked ?? 0) + secrets.size),
  }
}

function maskedCount(masked: number): { masked?: number } {
  return masked > 0 ? { masked } : {}
}

function maskFact(fact: Fact, mask: (text: string) => string): Fact {
  const { url, ...rest } = fact
  const address = webUrl(url)
  const title = shorten(mask(fact.title), 160)
  const text = fact.text === undefined ? undefined : mask(fact.text)
  return {
    ...rest,
    title,
    ...(text === undefined ? {} : { text }),
    ...(address ? { url: mask(address) } : {}),
    ...(fact.actor ? { actor: { ...fact.actor, name: mask(fact.actor.name) } } : {}),
    ...(fact.receiver ? { receiver: mask(fact.receiver) } : {}),
    ...(fact.labels ? { labels: maskLabels(fact.labels, mask) } : {}),
  }
}

function maskLabels(labels: Readonly<Record<string, string>>, mask: (text: string) => string): Record<string, string> {
  const result: Record<string, string> = {}
  for (const [key, value] of Object.entries(labels)) {
    if (key === '__proto__') continue
    const prefix = `${key}=`
    const whole = mask(prefix + value)
    result[key] = whole.startsWith(prefix) ? whole.slice(prefix.length) : mask(value)
  }
  return result
}

function maskHint(hint: IncidentHint, mask: (text: string) => string): IncidentHint {
  const result: Record<string, unknown> = {}
  for (const [key, value] of Object.entries(hint)) {
    if (typeof value === 'string') result[key] = mask(value)
    else if (Array.isArray(value)) {
      if (value.length > 0) result[key] = [...new Set(value.map((item) => mask(String(item))))]
    } else if (value !== undefined) result[key] = value
  }
  return result
}

function maskNotes(notes: readonly UndatedNote[], mask: (text: string) => string): UndatedNote[] {
  return notes.map((note) => ({ ...note, text: mask(note.text) }))
}

function artefactsOnce(artefacts: readonly Artefact[], mask: (text: string) => string): Artefact[] {
  const once = new Map<string, Artefact>()
  for (const { kind, title, url } of artefacts) {
    const address = url === null ? null : webUrl(url)
    if (url !== null && address === null) continue
    const artefact = { kind, title: shorten(mask(title), 200), url: address === null ? null : mask(address) }
    const key = `${kind} ${kind === 'alert' ? artefact.title : (artefact.url ?? artefact.title)}`
    if (!once.has(key)) once.set(key, artefact)
  }
  return [...once.values()]
}

function addUp(leftOut: readonly LeftOut[]): LeftOut[] {
  const counts = new Map<string, number>()
  for (const { why, count } of leftOut) counts.set(why, (counts.get(why) ?? 0) + count)
  return [...counts].filter(([, count]) => count > 0).map(([why, count]) => ({ why, count }))
}
