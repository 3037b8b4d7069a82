/** `actions`: the action items of all postmortems, what is late, and the closure rate of a quarter. */
import { closureRate } from '../../actions/closure-rate.ts'
import { overdueItems } from '../../actions/overdue.ts'
import { parseQuarter, quarterOf, reviewDay } from '../../actions/quarter.ts'
import { utcDay } from '../../base/instant.ts'
import { readCaseFiles } from '../case-files.ts'
import { command } from '../command.ts'
import { counted } from '../counted.ts'
import { CliFailure, EXIT } from '../failure.ts'
import { sayLines } from '../say-lines.ts'
import { itemJson } from './item.ts'

/** Declares the command. */
export const actions = command({
  name: 'actions',
  summary: 'List action items: open, overdue, by quarter, with the closure rate',
  details:
    'An item counts as what its record proves; a status that only the text claims is shown as a claim and counted as open. The closure rate is that of the items first due in the quarter, by its review day.',
  arguments: [{ name: 'path', summary: 'documents or folders; by default docs.path', many: true, optional: true }],
  options: {
    open: { summary: 'only what is open or in progress' },
    overdue: { summary: 'only what is late' },
    quarter: { value: '2026-Q4', summary: 'only what was first due in this quarter' },
  },
  formats: ['text', 'json'],
  examples: [
    { run: 'actions --overdue', says: 'what is late, the latest first' },
    { run: 'actions --quarter 2026-Q4', says: 'items first due in the quarter, closure and verified rate' },
  ],
  async run(context, paths, options) {
    const settings = await context.settings()
    const today = utcDay(context.now())
    const named = options.quarter === undefined ? quarterOf(today) : parseQuarter(options.quarter)
    if (!named) throw new CliFailure('usage', `"${options.quarter}" is no quarter. Expected one such as 2026-Q4.`)
    const { cases, unread } = await readCaseFiles(context, settings, paths)
    const states = cases.flatMap(({ items, file, restricted }) =>
      restricted ? [] : items.map((state) => ({ ...state, file })),
    )
    const late = overdueItems(states, today)
    const lateBy = new Map(late.map(({ ref, days }) => [ref, days]))
    const { policy } = settings
    const closure = closureRate(states, named, {
      review: reviewDay(named, policy.reviewBusinessDay, policy.holidays),
      today,
    })
    const inQuarter = (due: string | null) => due !== null && due >= named.from && due < named.to
    const shown = states.filter(
      (state) =>
        (!options.open || state.status === 'open' || state.status === 'in progress') &&
        (!options.overdue || lateBy.has(state.ref)) &&
        (options.quarter === undefined || inQuarter(state.firstDue)),
    )
    shown.sort(
      (a, b) =>
        (lateBy.get(b.ref) ?? -1) - (lateBy.get(a.ref) ?? -1) ||
        ((a.due ?? '9999') < (b.due ?? '9999')
          ? -1
          : (a.due ?? '9999') > (b.due ?? '9999')
            ? 1
            : a.ref < b.ref
              ? -1
              : 1),
    )
    if (options.format === 'json') {
      const items = shown.map((state) => ({
        file: state.file,
        ...itemJson(state),
        overdueDays: lateBy.get(state.ref) ?? null,
      }))
      context.stdout.write(
        `${JSON.stringify({ asOf: today, items, closure: { ...closure, target: policy.closureTarget } })}\n`,
      )
      return unread > 0 ? EXIT.unreadable : EXIT.clean
    }
    const lines = shown.map((state) => {
      const days = lateBy.get(state.ref)
      const status = state.claim === null ? state.status : `${state.status} (claims ${state.claim})`
      const due =
        state.due === null
          ? 'no due date'
          : days === undefined
            ? `due ${state.due}`
            : `due ${state.due}, ${counted(days, 'day')} late`
      return `${state.ref}  ${status}  ${due}\n    ${state.item.description.text}${state.item.owner?.text ? ` (${state.item.owner.text})` : ''}`
    })
    // What could not be read was told already, and says nothing about items.
    if (cases.length === 0 && unread > 0) return EXIT.unreadable
    if (shown.length === 0)
      lines.push(states.length === 0 ? 'There are no action items yet.' : nothing(options, named.name))
    const rate =
      closure.rate === null
        ? 'no item was first due in it'
        : `${percent(closure.rate)} closed (${closure.closed} of ${closure.total}), ${percent(closure.verifiedRate ?? 0)} verified; target more than ${percent(policy.closureTarget)}`
    lines.push('', `${closure.quarter} as of ${closure.asOf}: ${rate}.`)
    sayLines(context.stdout, lines)
    return unread > 0 ? EXIT.unreadable : EXIT.clean
  },
})

/** What it means that no item is left. */
function nothing(
  { open, overdue, quarter }: { open: boolean; overdue: boolean; quarter?: string | undefined },
  name: string,
) {
  const of = quarter === undefined ? '' : ` of those first due in ${name}`
  if (overdue) return `Nothing${of} is late.`
  if (open) return `Nothing${of} is open.`
  return `No action item was first due in ${name}.`
}

function percent(share: number): string {
  return `${Math.round(share * 1000) / 10} %`
}
