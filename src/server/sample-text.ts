/** A postmortem of an incident that never happened, as it would come in by the API. */

/** In the template's shape: metadata, a timeline, causes, two action items, publication and sign-off, none of it signed. */
export const SAMPLE_TEXT = `# Postmortem — Checkout answered with errors for 42 minutes

> Blameless. We look at the system.

## Metadata

- **Incident ID:** INC-2026-11-20-001
- **Date / Time (UTC):** 2026-11-20 14:03
- **Duration:** 14:03 start - 14:45 end
- **Severity:** P1
- **Affected tenants:** all
- **Affected services:** checkout-example, cart-example
- **Affected regions:** eu-north
- **Detection method:** alert
- **On-call primary:** Bo Sample
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
| 14:03 | error rate of \`checkout-example\` passes 5 %, impact started |
| 14:05 | alert CheckoutErrors fired |
| 14:06 | page sent to the checkout on-call |
| 14:08 | Bo Sample acknowledged the page |
| 14:40 | pool limit raised, errors fall |
| 14:45 | impact ended; all-clear declared |

## Root cause

The pool was sized for the load of spring.

- **Trigger:** the autumn sale.
- **Latent condition:** a fixed pool size.
- **Contributing factor 1:** no alert on pool use.

## What went right

- The runbook named the limit.

## What went wrong

- The alert came two minutes late.

## Action items

| ID | Description | Owner | Ticket | Due | Status | Addresses | Proof | Effect |
|----|-------------|-------|--------|-----|--------|-----------|-------|--------|
| A1 | Alert on pool use above 80 % | Bo Sample | SHOP-12 | 2026-12-15 | open | CF1 | | |
| A2 | Describe the pool limit in the runbook | Cy Sample | SHOP-13 | 2027-01-20 | open | L | | |

## Lessons

- The pool limit follows the marketing calendar.

## Related artefacts

- **Alerts:** CheckoutErrors
- **Runbook:** [pool limits](https://runbooks.example.com/pool)

## Publication

- [ ] Linked in the \`docs/postmortems/\`.
- [ ] Discussed in the next platform all-hands.

## Sign-off

| Role | Name | Date |
|---|---|---|
| Incident Commander | Ada Example | YYYY-MM-DD |
| Platform Lead | \\<name\\> | YYYY-MM-DD |

---

**A note on blamelessness.** This document names systems, not people.
`
