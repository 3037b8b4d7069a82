/** Looking for causes, finding them, and noticing that something is wrong. How entries are written says `../event-words.ts`. */
export const LOOKING_AND_SEEING = {
  INVESTIGATE: `
    investigate; investigation; look into; looking into!; looks into!; looked into!; debug; diagnose; diagnosis!;
    diagnostic; triage; troubleshoot; analyze; analyse; analysis!; analyses!; examine; inspect; dig!; digging!; dug!;
    digs!; tracing!; query!; queried!; search; compare; reproduce; recreate the!; replicate; probing!; assess;
    assessment; evaluate; research; look at; looks at!; looking at!; looked at!; look through; looking through!;
    study; question; questioning!; review; reviewed!; profiling!; gather; collect; collected!; ssh!; scan; scanned!;
    understand why!; to understand!; regroup; brainstorm; discuss; discussion; correlate; check; checks!; checking!;
    checked!; double check; verify whether; determine whether; determine if; to identify!; deep dive; explore;
    reassess; ask for clarification; additional information!; more information!; some information!; more details!;
    capture; captured!; dump; dumps!; test in!; experiment!; cannot access!; monitor!; hypothesis; hypotheses!;
    second opinion; validate; go through; goes through!; going through!; scoping!; verification!; verify that!;
    validate that!; monitor for!`,
  RECREATE: `
    recreate; reproduce; replicate!; replicated!; replicates!`,
  LOGS: `
    log!; logs!; log files!; traces!; audit log; audit logs!; metrics!; graphs!; kubectl!; heap dump; stack trace;
    core dump; stackoverflow!; stack overflow!; documentation!; traffic patterns!; history!; recent changes!;
    recent deploys!; recent deployments!`,
  SUSPECT: `
    suspect; suspicion; hypothesis; hypothesize; hypothesise; hypotheses!; theory; theories!; theorize; believe;
    think; thinks!; thought!; assume; assumption; possible cause; potential cause; possibly!; might!; perhaps!;
    maybe!; appears to be!; seems to be!; unclear!; unsure!; not sure!; guess; speculate; inconclusive!; conclusive!;
    likely!; wonder; consider`,
  RULEOUT: `
    rule out; ruled out!; no abnormal; nothing abnormal!; no evidence; no sign; no signs!; nothing obvious!;
    nothing unusual!; nothing found!; turns up nothing!; no issue; no issues!; cannot find; could not find;
    not found!; inconclusive!; non conclusive!; no obvious; did not find; not the cause!; no correlation;
    eliminated!; no luck!; no other!; no problem; no problems!; no major!; no further!; no critical!; no new!; nothing conclusive!; no vulnerabilities!; shows no!;
    show no!; does not reproduce!; not reproduce!; cannot access!`,
  FIND: `
    find; found!; finds!; identify; identified!; discover; discovery!; determine; realize; realise; pinpoint;
    traced!; traced to!; traces!; conclude; locate; uncover; narrow; figure out; reveal; turns out!; turned out!;
    turn out; diagnosed!; attribute; deduce; understood!; learn; becomes clear!; became clear!; clear that!;
    work out; worked out!; establish; recognize; recognise; correlate; see that; point to; points to!; pointed to!;
    shows that!; showed that!; show that!; noticed that this!; traced the!; trace the!; traces the!; isolated to!`,
  DISCOVER: `
    discover`,
  CAUSENOUN: `
    rootcause; cause!; causes!; culprit; reason; source of; origin; underlying issue; underlying problem;
    underlying cause; smoking gun; offending; faulty; bad commit; bad change; rca!; responsible!; misconfiguration;
    bug; regression; typo; memory leak; race condition; deadlock; defect; trigger of; potential culprit;
    missing commit; mismatch; wrong!; incorrect!; missing!; misconfigured!; exhaustion!`,
  ROOT: `
    rootcause; cause of!; culprit; the cause!; the reason!; underlying issue; underlying problem; underlying cause;
    smoking gun; root cause; cause found!; cause identified!; reason for!; cause is!; suspected cause;
    source of the!; bad commit; offending; faulty deploy; responsible for!; cause determined!; potential culprit;
    faulty commit; origin of!`,
  DUE: `
    due to!; because!; because of!; caused by!; owing to!; result of!; as a result!; stems from!; stemming from!;
    root caused!; was caused!; is caused!; resulted from!; attributed to!; related to!; led to!; traced to!;
    linked to!; this is why!; which explains!; that the!; not being!; had been!; had expired!; was never!;
    were never!; is full!; has expired!; has been!; was not!; were using!; is using!; not completing!; is too!;
    was too!`,
  OBSERVE: `
    observe; observation; notice; notices!; see!; sees!; saw!; seen!; seeing!; detect; detected!; witness; spot;
    aware!; become aware; became aware!; perceive; hears!; heard!; hear; received!; receive; symptom; signs of!`,
  REPORT: `
    report; reports!; complain; complaint; tweets!; mention; let us know; lets us know!; write in; wrote in!;
    inform us; informed us!; notify us; reach out; reaches out!; reached out!; reaching out!; ask about; asks about!;
    enquire; inquire; tell us; told us!; alert us; alerted us!; contacted us!; bring to our attention;
    brought to our attention!; comes in!; came in!; posts!; submit; submitted!; open a ticket; explains!; mentions!;
    hears!; says!; said!; notes!; opens a ticket!; opened a ticket!; raises!; raised by!; flagged!; flags!`,
  ALERTUS: `
    alerted us!; alert us!; informed us!; notified us!; told us!; contacted us!; made aware!; became aware!;
    becomes aware!; become aware!; reported by!; reported to us!; is reported!; discovered by!; discovered during!;
    noticed by!; alerted by!; came to our attention!; letting us know!; first noticed!; outage reported!;
    issue reported!; problem reported!; issue detected!; problem detected!; issue discovered!; reports received!;
    report received!; complaints!; issue detected and!; notified by!; informed by!`,
  MADEAWARE: `
    informed of!; notified of!; informed that!; notified that!; are informed!; is informed!; was informed!;
    was notified!; were informed!; made aware!; alerted to!; told that!`,
  SHOW: `
    show; showed!; shown!; indicate; display; confirm; reveal`,
  TOFIND: `
    to identify!; to find!; to determine!; to understand!; to locate!; to narrow!; to figure!; to isolate!;
    to establish!; to confirm!; trying to find!`,
  NOLONGER: `
    no longer!; stops!; stopped!; stop!; ceases!; ceased!`,
  IDENTIFY: `
    identify; identified!; pinpoint; isolate; diagnose; localise; localize; narrowed down!`,
} as const
