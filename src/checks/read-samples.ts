/** Reads the Bad and Good samples in a rule's README, which are its tests. */
import { GATES, type Gate, type Severity } from './rule.ts'

/** One sample document and what is expected of the rule on it. */
export interface Sample {
  /** Its first line in the README, 1-based. */
  readonly at: number
  readonly text: string
  /** Lines of the sample at which a finding must begin; empty for Good samples. */
  readonly lines: readonly number[]
  /** Words that the message of each expected finding holds. */
  readonly message: string | null
  readonly severity: Severity | null
  readonly gate: Gate | null
  /** RFC 3339; null where the rule needs no clock. */
  readonly now: string | null
  /** What `fix` makes of the sample; null where that is not shown. */
  readonly fixed: string | null
  /** The fenced blocks before it: `jsonl record`, `jsonl evidence` (an object a line) and `json policy`. */
  readonly record: readonly object[] | null
  readonly evidence: readonly object[] | null
  readonly policy: object | null
}

/** A rule's README. */
export interface RulePage {
  readonly title: string
  readonly why: string
  readonly bad: readonly Sample[]
  readonly good: readonly Sample[]
}

interface Fence {
  readonly at: number
  readonly language: string
  readonly words: readonly string[]
  readonly attributes: ReadonlyMap<string, string>
  readonly text: string
}

/** Reads a README. Throws, with the line, where a sample is written so that nobody could tell what it expects. */
export function readSamples(readme: string): RulePage {
  const lines = readme.split('\n')
  const samples: Record<string, Sample[]> = { Bad: [], Good: [] }
  const why: string[] = []
  let part = ''
  let given: Fence[] = []
  for (let index = 1; index < lines.length; index++) {
    const line = lines[index]!
    const open = /^(`{3,})(.*)$/.exec(line)
    if (open) {
      const end = closing(lines, index, open[1]!)
      const fence = fenceOf(index + 1, open[2]!, `${lines.slice(index + 1, end).join('\n')}\n`)
      index = end
      const list = samples[part]
      if (!list) continue
      if (fence.words.includes('fixed')) list[list.length - 1] = { ...list.at(-1)!, fixed: fence.text }
      else if (fence.language === 'markdown') {
        list.push(sampleOf(fence, given, part === 'Bad'))
        given = []
      } else given.push(fence)
    } else if (line.startsWith('## ')) part = line.slice(3).trim()
    else if (part === '' && line.trim() !== '') why.push(line.trim())
  }
  return { title: lines[0]!.replace(/^# /, ''), why: why.join(' '), bad: samples.Bad!, good: samples.Good! }
}

function closing(lines: readonly string[], open: number, fence: string): number {
  const end = lines.findIndex((line, index) => index > open && line.trimEnd() === fence)
  if (end < 0) throw new Error(`line ${open + 1}: this fence is not closed`)
  return end
}

function fenceOf(at: number, info: string, text: string): Fence {
  const attributes = new Map<string, string>()
  const bare = info.replace(
    /(\w+)=(?:"((?:[^"\\]|\\.)*)"|(\S+))/g,
    (_, name: string, quoted?: string, plain?: string) => {
      attributes.set(name, quoted?.replaceAll('\\"', '"') ?? plain ?? '')
      return ''
    },
  )
  const [language = '', ...words] = bare.trim().split(/\s+/)
  return { at, language, words, attributes, text }
}

function sampleOf(fence: Fence, given: readonly Fence[], bad: boolean): Sample {
  const { attributes, at } = fence
  const lines = (attributes.get('line') ?? '').split(',').filter(Boolean).map(Number)
  if (bad && lines.length === 0) throw new Error(`line ${at}: a Bad sample says line=N, where the finding is expected`)
  if (!bad && lines.length > 0) throw new Error(`line ${at}: a Good sample expects no finding`)
  const gate = attributes.get('gate') ?? null
  if (gate !== null && !GATES.includes(gate as Gate)) throw new Error(`line ${at}: there is no gate "${gate}"`)
  const json = (word: string) => given.find((each) => each.words.includes(word))?.text ?? null
  const objects = (text: string | null) =>
    text
      ?.trim()
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line)) ?? null
  const policy = json('policy')
  return {
    at,
    text: fence.text,
    lines,
    message: attributes.get('message') ?? null,
    severity: (attributes.get('severity') as Severity | undefined) ?? null,
    gate: gate as Gate | null,
    now: attributes.get('now') ?? null,
    fixed: null,
    record: objects(json('record')),
    evidence: objects(json('evidence')),
    policy: policy === null ? null : JSON.parse(policy),
  }
}
