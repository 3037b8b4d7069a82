/** What a rule is: a name, a group, how severe it is at each gate, and a pure function from a postmortem to findings. */
import type { Edit } from '../base/edit.ts'
import type { Instant } from '../base/instant.ts'
import type { Span } from '../base/span.ts'
import type { Postmortem } from '../document/model.ts'
import type { Fact } from '../evidence/fact.ts'
import type { Entry } from '../record/entry.ts'
import type { Policy } from './policy.ts'

/** The groups of rules, as DESIGN names them. */
export const GROUPS = [
  'structure',
  'metadata',
  'summary',
  'impact',
  'timeline',
  'cause',
  'actions',
  'artefacts',
  'publication',
  'signoff',
  'blameless',
  'clarity',
] as const
/** One group. */
export type Group = (typeof GROUPS)[number]

/** Gates say what must hold to enter a stage; `draft` is the gentlest. */
export const GATES = ['draft', 'review', 'sign', 'publish', 'close'] as const
/** One gate. */
export type Gate = (typeof GATES)[number]

/** How much a finding matters. Errors block the gate. */
export type Severity = 'error' | 'warning' | 'info'

/** All that a rule may look at. Without a record or evidence beside the document these are null. */
export interface CheckContext {
  readonly postmortem: Postmortem
  readonly record: readonly Entry[] | null
  readonly evidence: readonly Fact[] | null
  readonly policy: Policy
  /** Now, where the caller gives a clock; deadline rules are silent without. */
  readonly now: Instant | null
  /** The places where this team publishes, such as `git`; where they are not given, each place that an entry names counts. */
  readonly targets?: readonly string[]
}

/** A change that mends a finding. `safe` ones change no meaning and are applied by `fix`. */
export interface Fix {
  readonly title: string
  readonly edits: readonly Edit[]
  readonly safe: boolean
}

/** What a rule reports: where, what was found, what was expected, what to do. */
export interface RuleFinding {
  readonly span: Span
  readonly message: string
  readonly fix?: Fix
  /** Overrides the rule's severity at every gate, for a rule that tells strong cases from weak ones. */
  readonly severity?: Severity
}

/** One rule: a folder of its own under `checks/rules/`, named like its `id`. */
export interface Rule {
  /** Kebab-case, named for what it holds (`summary-length`). */
  readonly id: string
  readonly group: Group
  /** What holds when it is silent, as one sentence. */
  readonly holds: string
  /** Severity at each gate; a gate not named inherits from the gate before it; `off` is silent. */
  readonly severity: { readonly draft: Severity | 'off' } & Partial<Record<Gate, Severity | 'off'>>
  check(context: CheckContext): Iterable<RuleFinding>
}

/** A finding with its rule, ready to print. */
export interface Finding extends RuleFinding {
  readonly rule: string
  readonly group: Group
  readonly severity: Severity
}
