import { describe, expect, it } from 'vitest'
import { parsePostmortem } from '../document/parse.ts'
import { DEFAULT_POLICY } from './policy.ts'
import { checkPostmortem } from './run-rules.ts'

const FILLED = `# Postmortem — Checkout rejected one order in eight

> Blameless. Action-item-driven. Published widely. **The goal is that the same mistake does not happen twice.**

## Metadata

- **Incident ID:** INC-2026-11-23-001
- **Date / Time (UTC):** 2026-11-23 14:01
- **Duration:** 14:01 start - 14:24 end
- **Severity:** P1
- **Affected tenants:** north-example, south-example
- **Affected regions:** eu-west-1
- **On-call primary:** Ada Example
- **On-call secondary:** Bo Sample
- **Incident commander:** Cy Other
- **Recorder:** Dee Writer

## Summary (1 paragraph)

Between 14:01 and 14:24 checkout rejected 1,234 orders of two tenants. A deployment doubled the retries and the connection pool of checkout-example ran out. We rolled back to 4.1 and orders went through again.

## Impact

- **Customer impact:** 1,234 orders were rejected; about $45K of revenue was delayed.
- **Tenant impact:** north-example and south-example; both told by mail on 2026-11-23.
- **Internal impact:** two teams paged; 6 engineer-hours.
- **Data integrity:** OK, no order was lost.
- **SLO impact:** 12 % of the monthly error budget.
- **Status page:** <https://status.example.com/incidents/1>

## Timeline (UTC)

| Time | Event |
|---|---|
| 14:00 | Deployed checkout-example 4.2 |
| 14:01 | Impact started: checkout rejects orders |
| 14:03 | Alert CheckoutErrorRate fired |
| 14:04 | PagerDuty paged Ada Example, on-call primary |
| 14:06 | Ada Example acknowledged the page |
| 14:09 | Opened runbook \`runbooks/checkout-errors.md\` |
| 14:12 | Restarted the pods of checkout-example, no effect |
| 14:18 | Root cause identified: retries exhaust the connection pool |
| 14:20 | Rolled back to 4.1, error rate fell to zero |
| 14:24 | Customer-visible impact ended |
| 14:45 | All-clear declared by Cy Other |

## Root cause

Release 4.2 retries each failed query on a new connection, and the connection pool holds 20.

- **Trigger:** The deployment of checkout-example 4.2 at 14:00.
- **Latent condition:** The connection pool is limited to 20 and nothing compares it with the load.
- **Contributing factor 1:** The runbook has no step for an exhausted connection pool.
- **Why didn't we catch this earlier?** The load test runs without failing queries, so retries never occur in it.

## What went right

- The error rate alert fired within two minutes.

## What went wrong

- The runbook sent us to restart pods first.

## Action items

| ID | Description | Owner | Ticket | Due | Status | Addresses |
|---|---|---|---|---|---|---|
| A1 | Add an alert on requests that wait for a connection | Ada Example | EX-1 | 2026-12-07 | open | L |
| A2 | Update the runbook \`checkout-errors.md\` with a step for an exhausted pool | Bo Sample | EX-2 | 2026-12-01 | open | CF1 |
| A3 | Add failing queries to the load test | Bo Sample | EX-3 | 2026-12-14 | open | MC |

**Target:** > 80 % action-item closure rate by the next quarterly review.

## Lessons

- We learned that a retry takes a connection of its own, so the pool has to be sized for retries too.
- The rollback took four minutes, which is faster than a restart of all pods.

## Related artefacts

- **Runbooks used:** [checkout-errors](https://runbooks.example.com/checkout-errors)
- **Dashboards consulted:** [Checkout](https://dashboards.example.com/checkout)
- **Alerts that fired:** CheckoutErrorRate
- **Slack thread:** <https://chat.example.com/p1>
- **PagerDuty incident:** <https://pages.example.com/1>
- **Chaos experiments related:** none yet

## Publication

- [ ] Posted in \`#status-example\`.
- [ ] Linked in the platform's wiki / \`docs/postmortems/\`.
- [ ] Discussed in the next platform all-hands.
- [ ] Action items added to the GitHub project board.

## Sign-off

| Role | Name | Date |
|---|---|---|
| Incident Commander | Cy Other | |
| Platform Lead | Eve Lead | |

---

**A note on blamelessness.** This document names systems, not people. Every action a human took was the rational choice given the information they had at the time. If a human action contributed to the incident, the question is "what system let that choice be the most rational one?", not "who do we blame?". The action items are about the system; never about a person.
`

describe('a postmortem that is filled in as the format asks', () => {
  it('breaks no rule at the gate sign', () => {
    const context = {
      postmortem: parsePostmortem(FILLED),
      record: [],
      evidence: null,
      policy: DEFAULT_POLICY,
      now: Date.UTC(2026, 10, 25),
    }
    expect(checkPostmortem(context, { gate: 'sign' }).map(({ rule, message }) => `${rule}: ${message}`)).toEqual([])
  })
})
