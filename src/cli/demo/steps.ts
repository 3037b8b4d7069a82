/** The steps of the demonstration: what each one shows, and the commands that show it. */
import type { Instant } from '../../base/instant.ts'
import type { ExitCode } from '../failure.ts'

/** One thing that happens in a step. */
export type DemoAct =
  /** A command of ours, run for real; `ends` is the code that it is meant to end with, `most` the lines shown of it. */
  | { readonly nevertwice: readonly string[]; readonly ends?: ExitCode; readonly most?: number }
  /** A command of git. */
  | { readonly git: readonly string[]; readonly most?: number }
  /** One file takes the place of another. */
  | { readonly copy: string; readonly over: string }
  /** Words in a file are replaced; `says` tells it as a person would. */
  | { readonly edit: string; readonly from: string; readonly to: string; readonly says: string }

/** One step. */
export interface DemoStep {
  /** What it does, in one sentence. */
  readonly says: string
  /** What the clock says in it; the clock before it where it is left out. */
  readonly now?: Instant
  readonly acts: readonly DemoAct[]
}

/** The id that the example gets, and its document. */
const DEMO_ID = 'INC-2026-11-23-001'
const DOCUMENT = `docs/postmortems/${DEMO_ID}.md`
const SUMMARY_FIGURE = '12 % of the orders of two tenants'

/** All steps, in their order. The clock begins on the morning after the incident. */
export const DEMO_STEPS: readonly DemoStep[] = [
  {
    says: 'Set up a repository for postmortems; every setting is in the file, with its default in a comment.',
    now: Date.UTC(2026, 10, 24, 10),
    acts: [{ nevertwice: ['init', '--yes'] }],
  },
  {
    says: 'Make a draft from what five systems recorded: the same fact told twice is one entry, chatter falls away, a secret is masked.',
    acts: [
      {
        nevertwice: [
          'new',
          'evidence/pagerduty.json',
          'evidence/slack.json',
          'evidence/alertmanager.json',
          'evidence/github.json',
          'evidence/notes.txt',
          '--title',
          'Orders fail at checkout after a deploy',
        ],
      },
      { nevertwice: ['timeline', DOCUMENT] },
    ],
  },
  {
    says: 'Ask what the draft lacks before it can be signed: each finding names its place, what was found, and what to do.',
    acts: [{ nevertwice: ['check', DOCUMENT, '--gate', 'sign'], ends: 1, most: 12 }],
  },
  {
    says: 'Now a person writes what only people know: the causes, the impact, the action items. Here the finished text is put in place.',
    acts: [
      { copy: 'finished.md', over: DOCUMENT },
      { nevertwice: ['check', DOCUMENT, '--gate', 'review'], most: 12 },
    ],
  },
  {
    says: 'More evidence comes in: it goes where it belongs in time, what the person wrote stays, and what was deleted stays away.',
    acts: [
      { nevertwice: ['add', DOCUMENT, 'evidence/statuspage.json', 'evidence/grafana.json'] },
      { nevertwice: ['add', DOCUMENT, 'evidence/statuspage.json', 'evidence/grafana.json'] },
    ],
  },
  {
    says: 'Is it fit to be signed?',
    acts: [{ nevertwice: ['check', DOCUMENT, '--gate', 'sign'], most: 9 }],
  },
  {
    says: 'Two roles sign; a signature covers the text, not the parts that live on, such as the status of an action item.',
    acts: [
      { nevertwice: ['sign', DOCUMENT, '--by', 'Ada Example'] },
      { nevertwice: ['sign', DOCUMENT, '--role', 'Platform Lead', '--by', 'Di Specimen'] },
    ],
  },
  {
    says: 'Anybody can verify that with the files alone, and a change after signing shows, with the section it is in.',
    acts: [
      { nevertwice: ['verify', DOCUMENT] },
      {
        edit: DOCUMENT,
        from: SUMMARY_FIGURE,
        to: SUMMARY_FIGURE.replace('12', '11'),
        says: 'Somebody makes "12 %" in the summary "11 %".',
      },
      { nevertwice: ['verify', DOCUMENT], ends: 1 },
      {
        edit: DOCUMENT,
        from: SUMMARY_FIGURE.replace('12', '11'),
        to: SUMMARY_FIGURE,
        says: 'The edit is taken back, and the signatures hold again.',
      },
    ],
  },
  {
    says: 'Publish it in two commits, the content and then the receipt that names the first; a second time changes nothing.',
    acts: [
      { nevertwice: ['publish', DOCUMENT, '--by', 'Ada Example'] },
      { nevertwice: ['publish', DOCUMENT, '--by', 'Ada Example'] },
      { git: ['log', '--oneline', '--stat'], most: 14 },
    ],
  },
  {
    says: 'Where does it stand, and what does the next stage wait for? And a page for those who read no Markdown.',
    acts: [
      { nevertwice: ['stage', DOCUMENT] },
      { nevertwice: ['render', DOCUMENT, '--format', 'html', '--out', 'postmortem.html'] },
    ],
  },
  {
    says: 'Put it on the agenda of the all-hands; its box is ticked when somebody attests that it was discussed.',
    acts: [{ nevertwice: ['publish', DOCUMENT, '--all-hands', '2026-12-03', '--by', 'Ada Example'] }],
  },
  {
    says: 'Ten days later: an action item is done when something shows it, and a closed ticket is not it.',
    now: Date.UTC(2026, 11, 4, 9),
    acts: [
      { nevertwice: ['item', DOCUMENT, 'A1', '--to', 'done', '--proof', 'CHK-101', '--by', 'Bo Sample'], ends: 4 },
      {
        nevertwice: [
          'item',
          DOCUMENT,
          'A1',
          '--to',
          'done',
          '--proof',
          'https://github.com/shop-example/alerts/pull/77',
          '--proof-type',
          'alert-rule',
          '--by',
          'Bo Sample',
        ],
      },
    ],
  },
  {
    says: 'It counts as verified when somebody else looked.',
    acts: [{ nevertwice: ['item', DOCUMENT, 'A1', '--to', 'verified', '--by', 'Cy Placeholder'] }],
  },
  {
    says: 'Some days on: what is open, what is late, and how much of the quarter is closed.',
    now: Date.UTC(2026, 11, 8, 9),
    acts: [{ nevertwice: ['actions'] }],
  },
  {
    says: 'The review of the quarter, as Markdown; no figure in it is that of a person.',
    acts: [{ nevertwice: ['report', '--quarter', '2026-Q4'], most: 24 }],
  },
  {
    says: 'What was done since goes into git as well: the index counts the open items anew.',
    acts: [{ nevertwice: ['publish', DOCUMENT, '--by', 'Ada Example'] }, { git: ['log', '--oneline'] }],
  },
  {
    says: 'Older postmortems of any shape come into the format, each as a new file, no word of them lost.',
    acts: [
      { nevertwice: ['import', 'older'] },
      { nevertwice: ['show', 'docs/postmortems/INC-2026-06-03-001.md'], most: 16 },
    ],
  },
]
