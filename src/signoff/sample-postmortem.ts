/** A postmortem of an incident that never happened, for the tests of these rooms. */

/** In the template's shape, with every living part somewhere: filled, blank, and with a placeholder. */
export const SAMPLE = `# Postmortem — Checkout answered with errors for 42 minutes (INC-2026-11-23-001)

> Blameless. We look at the system.

## Metadata

- **Incident ID:** INC-2026-11-23-001
- **Date / Time (UTC):** 2026-11-23 14:03
- **Duration:** 14:03 start - 14:45 end
- **Severity:** P1
- **Affected tenants:** all
- **Incident commander:** Ada Example
- **Recorder:** Cy Sample

## Summary (1 paragraph)

From 14:03 to 14:45 UTC \`checkout-example\` answered 31 % of orders with errors. A connection pool was set for half the load.
We raised the limit and replayed 212 orders.

## Impact

- **Customer impact:** 212 orders failed.
- **Data integrity:** OK.

## Timeline (UTC)

| Time | Event |
|---|---|
| 14:03 | error rate of \`checkout-example\` passes 5 % |
| 14:06 | page sent to the checkout on-call |
| 14:45 | all-clear declared |

## Root cause

The pool was sized for the load of spring.

- **Trigger:** the autumn sale.
- **Latent condition:** a fixed pool size.

## Action items

| ID | Description | Owner | Ticket | Due | Status | Proof | Effect |
|----|-------------|-------|--------|-----|--------|-------|--------|
| A1 | Alert on pool use above 80 % | Bo Sample | SHOP-12 | 2026-12-15 | open | | |
| A2 | Describe the pool limit in the runbook | Cy Sample | | 2027-01-20 | **in progress** | notes | pending |
| A3 | Run the pool experiment each month | Ada Example | \\<ticket-id\\> | 2026-12-20 |  |  |  |

**Target:** more than 80 % by the next review.

## Lessons

- We learned that the pool limit follows the marketing calendar.

## Publication

- [ ] Posted in \`#shop-status\`.
- [ ] Linked in the wiki / \`docs/postmortems/\`.
- [x] Discussed in the next platform all-hands.
  - https://meet.example.com/2026-12-01
- Action items added to the project board.

## Sign-off

| Role | Name | Date |
|---|---|---|
| Incident Commander | Ada Example | YYYY-MM-DD |
| Platform Lead | \\<name\\> | YYYY-MM-DD |
| (Optional) CTO | \\<name\\> | YYYY-MM-DD |

---

**A note on blamelessness.** This document names systems, not people.
`
