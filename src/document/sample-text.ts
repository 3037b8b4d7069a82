/** Texts for property tests: pieces of postmortems, of Markdown and of trouble, in any order. Only tests import this. */
import fc from 'fast-check'

const POSTMORTEM = [
  '# Postmortem — Checkout slow\n',
  '\n## Metadata\n\n',
  '- **Incident ID:** INC-2026-11-23-001\n',
  '- **Date / Time (UTC):** 2026-11-23 14:03\n',
  '- **Duration:** 14:03 start - 15:10 end\n',
  '- **Severity:** SEV2\n',
  '**Start**: 2026-11-23 23:03 JST\n',
  'Owner: Ada Example\n',
  '\n## Summary\n\nCheckout was slow for `40 s`.\n',
  '\n## Impact\n\n- **Customer impact:** 212 orders *failed*.\n- **Data integrity:** OK\n',
  '\n## Timeline (UTC)\n\n',
  '\n### Timeline (all times in CET)\n\n',
  '| Time | Event | Source |\n|---|---|---|\n| 14:03 | alert `a\\|b` fired | [page](https://p.example.com/1) |\n| 23:59 | paged \\| acked | |\n| 00:10 | fixed |\n',
  '- 14:03 alert fired\n- **14:10** - Bo Sample was paged\n  - 14:12 looked\n',
  '\n### 14:20\n\nRolled back.\n',
  '14:30 - all-clear\n',
  '2026-11-24 01:00 UTC: closed\n',
  '```\n14:01 a line of a log\n14:02 another\n```\n',
  '\n## Root cause\n\nThe pool was small.\n\n- **Trigger:** a sale\n- **Contributing factor 1:** no alert\n',
  '\n## Five whys\n\n1. Why? The pool was full.\n2. Why? It was small.\n',
  '\n## What went wrong\n\n- The dashboard was empty.\n',
  '\n## Action items\n\n',
  '| ID | Description | Owner | Ticket | Due | Status |\n|:--|---|--:|---|---|---|\n| A1 | Add an alert | Ada Example | SHOP-1 | 2026-12-24 | open |\n| A2 | Test `x \\| y` | | | next week | done |\n',
  '- [ ] Add an alert (owner: Bo Sample, due: 2026-12-24) #12\n- [x] Told tenants\n',
  '### A3: Describe the limit\n\n- Owner: Cy Sample\n- Due: 2027-01-20\n',
  '\n## Lessons\n\n- We learned that pools fill.\n',
  '\n## Related artefacts\n\n- **Runbooks used:** [pool](https://r.example.com/pool)\n- https://d.example.com/1\n',
  '\n## Publication\n\n- [x] Posted in `#status`\n  - https://c.example.com/1\n- Linked in the wiki\n',
  '\n## Sign-off\n\n| Role | Name | Date |\n|---|---|---|\n| Incident Commander | Ada Example | 2026-11-30 |\n| Platform Lead | \\<name\\> | YYYY-MM-DD |\n',
  '\n## タイムライン\n\n- 14時03分 障害を検知\n',
  '\n## The weather\n\nIt rained.\n',
  '**Impact**\n\nNone.\n',
]
const TROUBLE = [
  '\n',
  '\n\n',
  ' ',
  '\t',
  '|',
  '\\',
  '`',
  '```',
  '~~~\n',
  '*',
  '**',
  '_',
  '[',
  '](',
  ')',
  '<!-- ',
  '-->',
  '<div>',
  '> ',
  '- ',
  '1. ',
  '    ',
  '# ',
  '---\n',
  '===\n',
  '|---|\n',
  ': ',
  '：',
  '&amp;',
  '\u00a0',
  '\u3000',
  '\ufeff',
  '\u200b',
  '\u202e',
  '\u2028',
  '\0',
  '\ud83d',
  '👩‍🚒',
  'e\u0301',
  'שלום עולם',
  '障害',
  '24:00',
  '25:61',
  '2026-02-30',
  'all times in PST',
]

/** A text of up to about forty pieces. */
export const anyText: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      { arbitrary: fc.constantFrom(...POSTMORTEM), weight: 5 },
      { arbitrary: fc.constantFrom(...TROUBLE), weight: 3 },
      { arbitrary: fc.string({ unit: 'grapheme', maxLength: 8 }), weight: 1 },
      { arbitrary: fc.string({ maxLength: 6 }), weight: 1 },
    ),
    { maxLength: 40 },
  )
  .map((pieces) => pieces.join(''))

/** One change to a text: pieces cut out, doubled, moved or put in, anywhere. */
export interface Mutation {
  readonly kind: 'cut' | 'double' | 'move' | 'put'
  readonly at: number
  readonly to: number
  readonly length: number
  readonly piece: string
}

const mutation: fc.Arbitrary<Mutation> = fc.record({
  kind: fc.constantFrom('cut', 'double', 'move', 'put'),
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  to: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.integer({ min: 1, max: 200 }),
  piece: fc.oneof(fc.constantFrom(...TROUBLE), fc.constantFrom(...POSTMORTEM)),
})

/** Up to eight changes, to be made to a text by `withChanges`. */
export const changes: fc.Arbitrary<readonly Mutation[]> = fc.array(mutation, { minLength: 1, maxLength: 8 })

/** The text with these changes. */
export function withChanges(text: string, mutations: readonly Mutation[]): string {
  return mutations.reduce(applied, text)
}

function applied(text: string, { kind, at, to, length, piece }: Mutation): string {
  const from = Math.floor(at * text.length)
  const stretch = text.slice(from, from + length)
  if (kind === 'put') return text.slice(0, from) + piece + text.slice(from)
  if (kind === 'double') return text.slice(0, from) + stretch + text.slice(from)
  const without = text.slice(0, from) + text.slice(from + length)
  if (kind === 'cut') return without
  const target = Math.floor(to * without.length)
  return without.slice(0, target) + stretch + without.slice(target)
}
