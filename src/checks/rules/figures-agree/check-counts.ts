/** Counts, shares and money: told the same way everywhere, and found somewhere besides the summary. */
import { lineOf } from '../../places.ts'
import type { CheckContext, RuleFinding } from '../../rule.ts'
import { type Quantity, quantitiesAgree, quantitiesIn } from '../../words/quantities.ts'
import type { Statement } from './statements.ts'

/** What incidents are measured in. Two counts of anything else (pods, teams) need not be about the same thing. */
const MEASURED =
  /^(?:\$|€|£|¥|円|ドル|人|名|社|注文|決済|取引|顧客|利用者|ユーザー?|テナント|店舗|リクエスト|(?:order|customer|user|tenant|request|payment|transaction|checkout|session|account|message|record|row|email|job|build|merchant|visitor|device|ticket|delivery|booking|invoice|shop|store|subscriber|client|site|hub|engineer-hour|error rate|failure rate|error budget)|% .+)$/

interface Told {
  readonly figure: Quantity
  readonly where: string
}

/** Findings for figures that contradict another of the same unit, or that nothing else tells. */
export function* checkCounts(context: CheckContext, statements: readonly Statement[]): Iterable<RuleFinding> {
  const claims = statements.flatMap(({ part, text, from, figures }) =>
    figures
      .filter((figure) => figure.kind !== 'duration' && figure.kind !== 'size' && !/^[件個回台]$/.test(figure.key))
      .map((figure) => ({ part, from, figure: withContext(figure, text) })),
  )
  if (claims.length === 0) return
  const recorded = group(toldElsewhere(context))
  const inImpact = group(
    claims
      .filter(({ part }) => part === 'Impact')
      .map(({ figure, from }) => ({ figure, where: `Impact, line ${lineOf(context.postmortem, from + figure.from)}` })),
  )
  for (const { part, figure, from } of claims) {
    const span = { from: from + figure.from, to: from + figure.to }
    const sources = part === 'Impact' ? [recorded] : [recorded, inImpact]
    const others = sources.flatMap((source) => source.keys.get(figure.key) ?? [])
    if (others.some((other) => quantitiesAgree(other.figure, figure))) continue
    const [other] = others
    if (other && MEASURED.test(figure.key)) {
      yield {
        span,
        message: `${part} says ${figure.text}, but "${other.figure.text}" stands elsewhere (${other.where}). Correct the one that is wrong.`,
        severity: 'warning',
      }
    } else if (!other && (part === 'Summary' || context.evidence !== null)) {
      // `12 %` may stand elsewhere with other words around it, or none.
      if (sources.some((source) => source.values.has(figure.value))) continue
      yield {
        span,
        message: `${figure.text} stands in ${part} only; neither timeline nor evidence has it. Say where the figure comes from.`,
        severity: 'info',
      }
    }
  }
}

function toldElsewhere({ postmortem, evidence }: CheckContext): Told[] {
  const told: Told[] = []
  const add = (text: string, where: () => string) => {
    if (!/\d/.test(text)) return
    for (const figure of quantitiesIn(text)) told.push({ figure: withContext(figure, text), where: where() })
  }
  for (const row of postmortem.timeline) add(row.text, () => `timeline, line ${lineOf(postmortem, row.span.from)}`)
  for (const fact of evidence ?? []) {
    add(`${fact.title}\n${fact.text ?? ''}`, () => `evidence from ${fact.source}`)
  }
  return told
}

/** A bare `40 %` is compared only with what is said of the same thing. */
function withContext(figure: Quantity, text: string): Quantity {
  if (figure.key !== '%') return figure
  const before = text.slice(Math.max(0, figure.from - 50), figure.from)
  const about = /\b(error rate|failure rate|success rate|error budget|availability)\b(?:[^.;]{0,30})$/i.exec(before)
  const after = /^[^.;]{0,20}?\b(error budget|error rate)\b/i.exec(text.slice(figure.to))
  const of = about?.[1] ?? after?.[1]
  return of ? { ...figure, key: of.toLowerCase() } : figure
}

interface Grouped {
  readonly keys: ReadonlyMap<string, readonly Told[]>
  readonly values: ReadonlySet<number>
}

function group(told: readonly Told[]): Grouped {
  const keys = new Map<string, Told[]>()
  for (const each of told) {
    const list = keys.get(each.figure.key)
    if (list) list.push(each)
    else keys.set(each.figure.key, [each])
  }
  return { keys, values: new Set(told.map((each) => each.figure.value)) }
}
