/** Comments that switch a rule off for the next block: `<!-- nevertwice-ignore rule[, rule]: reason -->`. */
import type { Span } from '../base/span.ts'
import type { Block, ItemBlock } from '../document/blocks.ts'
import type { Postmortem } from '../document/model.ts'
import { nearNames } from './near-names.ts'
import { IGNORE_KNOWN_RULE, IGNORE_NEEDS_REASON, IGNORE_UNUSED } from './own-rules.ts'
import type { Finding, RuleFinding } from './rule.ts'
import type { RuleInfo } from './rule-info.ts'

/** One ignore comment: the rules it names, why, and the block it covers (null where none follows). */
export interface Ignore {
  readonly span: Span
  readonly rules: readonly { readonly name: string; readonly span: Span }[]
  /** Empty where none is given. */
  readonly reason: string
  readonly covers: Span | null
}

const OPEN = '<!--'
const WORD = 'nevertwice-ignore'

/** The ignore comments of a postmortem, in the order of the text. One before a heading covers that heading line. */
export function readIgnores(postmortem: Postmortem): Ignore[] {
  const { source } = postmortem
  // Nearly every document has none, and then nothing is walked.
  if (!source.includes(WORD)) return []
  const blocks = blocksInOrder(postmortem)
  const ignores: Ignore[] = []
  let waiting: Omit<Ignore, 'covers'>[] = []
  let end = -1
  for (const block of blocks) {
    const comments = block.html ? commentsIn(source, block.span) : []
    if (comments.length === 0 && waiting.length > 0 && block.span.from >= end) {
      for (const ignore of waiting) ignores.push({ ...ignore, covers: block.span })
      waiting = []
    }
    waiting.push(...comments)
    if (comments.length > 0) end = block.span.to
  }
  for (const ignore of waiting) ignores.push({ ...ignore, covers: null })
  return ignores
}

/**
 * Takes away the findings that ignores cover. `about` holds what is wrong with the ignores themselves: no reason, an
 * unknown rule, nothing covered.
 */
export function ignoreFindings(
  ignores: readonly Ignore[],
  findings: readonly Finding[],
  known: ReadonlySet<string>,
): { rest: Finding[]; about: { rule: RuleInfo; finding: RuleFinding }[] } {
  const about: { rule: RuleInfo; finding: RuleFinding }[] = []
  const covers = new Map<string, Cover[]>()
  for (const ignore of ignores) {
    if (ignore.reason === '') about.push({ rule: IGNORE_NEEDS_REASON, finding: needsReason(ignore) })
    for (const { name, span } of ignore.rules) {
      if (!known.has(name)) about.push({ rule: IGNORE_KNOWN_RULE, finding: unknownRule(name, span, known) })
      else if (ignore.reason !== '') {
        const cover = { name, span, block: ignore.covers, used: false }
        const same = covers.get(name)
        if (same) same.push(cover)
        else covers.set(name, [cover])
      }
    }
  }
  const hidden = new Set<Finding>()
  for (const [name, list] of covers) {
    const ofRule = findings.filter((finding) => finding.rule === name)
    hide(ofRule, list, hidden)
    for (const cover of list) if (!cover.used) about.push({ rule: IGNORE_UNUSED, finding: unused(cover) })
  }
  return { rest: findings.filter((finding) => !hidden.has(finding)), about }
}

interface Cover {
  readonly name: string
  readonly span: Span
  readonly block: Span | null
  used: boolean
}

/** One sweep over the findings and the covered blocks of a rule; blocks nest, so the open ones are few. */
function hide(findings: Finding[], covers: readonly Cover[], hidden: Set<Finding>): void {
  findings.sort((a, b) => a.span.from - b.span.from)
  let open: Cover[] = []
  let next = 0
  for (const finding of findings) {
    const at = finding.span.from
    for (; next < covers.length && (covers[next]!.block?.from ?? 0) <= at; next++) open.push(covers[next]!)
    open = open.filter((cover) => cover.block !== null && cover.block.to >= at)
    for (const cover of open) cover.used = true
    if (open.length > 0) hidden.add(finding)
  }
}

interface Place {
  readonly span: Span
  readonly html: boolean
}

/** Headings and blocks at every depth, outer before inner, in the order of the text. */
function blocksInOrder(postmortem: Postmortem): Place[] {
  const places: Place[] = []
  const visit = (block: Block | ItemBlock) => {
    places.push({ span: block.span, html: block.type === 'html' })
    if (block.type === 'list') for (const item of block.items) visit(item)
    if (block.type === 'item' || block.type === 'quote') for (const each of block.blocks) visit(each)
  }
  for (const section of postmortem.sections) {
    const { from } = section.span
    if (section.level > 0) places.push({ span: { from, to: section.headingSpan.to }, html: false })
    for (const block of section.blocks) visit(block)
  }
  return places.sort((a, b) => a.span.from - b.span.from || b.span.to - a.span.to)
}

function commentsIn(source: string, block: Span): Omit<Ignore, 'covers'>[] {
  const found: Omit<Ignore, 'covers'>[] = []
  let at = source.indexOf(OPEN, block.from)
  while (at !== -1 && at < block.to) {
    const close = source.indexOf('-->', at + OPEN.length)
    const end = close === -1 || close > block.to ? block.to : close
    const ignore = readComment(source, { from: at + OPEN.length, to: end })
    if (ignore) found.push({ ...ignore, span: { from: at, to: Math.min(end + 3, block.to) } })
    at = source.indexOf(OPEN, end)
  }
  return found
}

function readComment(source: string, inner: Span): Omit<Ignore, 'covers' | 'span'> | null {
  const text = source.slice(inner.from, inner.to)
  const start = text.length - text.trimStart().length
  if (!text.startsWith(WORD, start)) return null
  const after = start + WORD.length
  const colon = text.indexOf(':', after)
  const names = text.slice(after, colon === -1 ? undefined : colon)
  // `nevertwice-ignored` is another word.
  if (names !== '' && !/^\s/.test(names)) return null
  const rules = [...names.matchAll(/[^\s,]+/g)].map((match) => {
    const from = inner.from + after + match.index
    return { name: match[0], span: { from, to: from + match[0].length } }
  })
  return { rules, reason: colon === -1 ? '' : text.slice(colon + 1).trim() }
}

function needsReason(ignore: Ignore): RuleFinding {
  const names = ignore.rules.map((rule) => rule.name).join(', ') || 'rule'
  return {
    span: ignore.span,
    message: `This ignore gives no reason, so it covers nothing. Write <!-- ${WORD} ${names}: why it does not apply here -->.`,
  }
}

function unknownRule(name: string, span: Span, known: ReadonlySet<string>): RuleFinding {
  const near = nearNames(name, known)
  const hint = near.length > 0 ? ` Did you mean ${near.join(' or ')}?` : ''
  return { span, message: `There is no rule named "${name}", so this ignore covers nothing.${hint}` }
}

function unused({ name, span, block }: Cover): RuleFinding {
  const message = block
    ? `The rule ${name} finds nothing in the block after this comment; the ignore can go.`
    : `Nothing follows this comment that it could cover; put it before the block that the rule ${name} is about.`
  return { span, message }
}
