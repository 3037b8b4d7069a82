/**
 * The words by which an English timeline tells what happened, grouped by what they mean.
 *
 * One entry between semicolons; an entry may be several words. Verbs and nouns are given in their base form and read in
 * every regular form of the first word (`restart` also reads `restarts`, `restarted`, `restarting`); irregular forms are
 * listed; a `!` at the end keeps an entry as it stands.
 */

/** What a word can mean to the patterns in `event-patterns.ts`. */
export const EVENT_WORDS = {
  // Who
  TEAM: `engineer; team; oncall; oncall!; responder; sre; ops!; operations!; operator; staff; developer; dev!; admin; administrator;
    ic!; commander; incident commander; incident manager; lead; tech lead; manager; specialist; expert; dba; owner; maintainer; colleague;
    we!; i!; our!; security!; platform!; infrastructure team; network team; management!; executive; cto; director; secondary!; primary!`,
  WE: 'we!; i!',
  USER: `user; customer; client; community; tenant; student; reader; visitor; merchant; partner; consumer; people!; subscriber; end user;
    player; member of the public; stakeholder; service team; reporter; instructor; company!; public!; everyone!; organization; organisation;
    employee; business!; seller; passenger; shopper; patient; citizen; researcher; audience; department; leadership!; support team; support!`,
  VENDOR: `aws!; amazon!; google!; gcp!; azure!; microsoft!; vendor; provider; upstream provider; cloudflare!; fastly!; akamai!; github support!;
    supplier; third party!; isp!; registrar; data center team; datacenter team; hosting!; oracle!; vmware!; heroku!; telecom!; carrier`,
  ONCALL:
    'oncall; oncall!; oncall engineer; oncall engineer; duty engineer; on duty!; pager duty!; primary oncall; secondary oncall; out of hours engineer',

  // Signals
  ALERT: `alert; alarm; uptime check; health check alert; pingdom!; stackdriver!; prometheus alert; datadog alert; cloudwatch alarm;
    sentry alert; monitoring alert; synthetic check; blackbox probe; slo burn; burn rate; nagios!; opsgenie alert; warning email; alertmanager!`,
  MONITOR:
    'monitoring!; monitor!; monitors!; monitoring system; automated warning; automated monitoring; dashboard; graph; grafana!; datadog!; metric; probe; synthetic; telemetry!; canary; healthcheck; health check; cloudwatch!; zabbix!; uptimerobot!; uptime robot!; new relic!',
  FIRE: 'fire; trigger; trip; sound; go off; goes off!; went off!; raise; send!; sends!; sent!; email!; emails!; breach; page!; violation; warn; warning!; is failing!; notify; exceed threshold; threshold; flag; activate; indicate; come in; comes in!; came in!; appear; receive',
  PAGE: 'paged!; paging!; pages!; pager!; pagerduty!; pager duty!; opsgenie!; victorops!; got paged!; called out!; woke!; woken!; wakes!; page out; call out',
  PAGENOUN: 'page!',
  ACK: 'acknowledge; ack!; acks!; acked!; acknowledgement!; acknowledgment!; acking!',
  JOIN: 'join; come online; comes online!; came online!; log on; logs on!; logged on!; start responding; begin responding; begins responding!; began responding!; respond; respond to; take over; takes over!; took over!; take ownership; took ownership!; pick up; start looking; starts looking!; began looking!; began working!; begins looking!; begin looking!; on scene!; hop on; assemble; is online!; starts working!; gets online!; got online!; start work; assign',

  // Formal steps
  INCIDENT:
    'incident; outage; sev!; sev0!; sev1!; sev2!; sev3!; sev 0!; sev 1!; sev 2!; sev 3!; p0!; p1!; p2!; major incident; incident ticket; postmortem!; event!; severity 1!; severity 2!',
  OUTAGE:
    'outage; downtime!; disruption; service disruption; impact; incident; degradation; problem; issue; blackout; brownout; event!',
  DECLARE: 'declare; declared!; raised as!; upgrade to sev; classified as!',
  OPEN: 'open; create; raise; start; spin up; spun up!; set up; begin; began!; initiate; file; establish; log!; logged!; launch',
  WARROOM:
    'war room; warroom; incident channel; bridge; incident bridge; conference bridge; incident call; incident room; conference call; slack channel; video call; zoom call; huddle; bridge call; response team; incident response; incident response team',
  ESCALATE:
    'escalate; escalation; page in; call in; bring in; brought in!; brings in!; pull in; loop in; engage; raise with; hand off; hand over; handed off!; hands off!; seek help; ask for help; asks for help!; asked for help!; request help; request assistance; request support; summon; rope in; get hold of; tag in; involve; enlist; request escalation',
  CONTACT:
    'contact; reach out; reaches out!; call!; calls!; called!; ask; ping; message; phone; notify; dm!; alert!; alerts!; alerted!; consult; approach; inform; tag; tell!; told!; request; text!; texted!; liaise; email; initiate chat; get in touch; got in touch!',
  CASE: 'support ticket; support case; support request; ticket with; case with; vendor ticket; case opened; abuse case; severity ticket; support chat; support call; technical support; support engineer; zoom meeting; ticket to',
  TICKET:
    'ticket; freshdesk!; zendesk!; jira!; case!; cases!; support ticket; support request; bug report; github issue; servicedesk; service desk; helpdesk; help desk; complaint; servicenow!',
  RUNBOOK:
    'runbook; run book; playbook; play book; standard operating procedure; sop!; emergency procedure; recovery procedure; disaster recovery plan; dr plan!; failover procedure; documented procedure; checklist',

  // Looking and knowing
  INVESTIGATE: `investigate; investigation; look into; looking into!; looks into!; looked into!; debug; diagnose; diagnosis!; diagnostic; triage; troubleshoot; analyze; analyse; analysis!;
    examine; inspect; dig!; digging!; dug!; digs!; dig into; trace!; tracing!; query!; queried!; search; compare; reproduce; recreate the!; replicate the issue; try to reproduce; probe!; assess; assessment; evaluate;
    research; look at; looks at!; looking at!; looked at!; look through; go through; study; question; questioning!; review; profile!; profiling!; gather; collect logs; ssh!; read through; survey; interview; scan!; scanning!; scanned!; try to understand; trying to understand!; regroup; brainstorm; discuss; discussion; correlate; checking!; check!; checks!; checked!; double check; verify whether; verify if; determine if; determine whether; work to identify; working to identify!; attempt to identify; trying to identify!; cannot access; deep dive; walk through; explore; monitor the!; monitoring the!; keep monitoring; continue monitoring; continue to monitor; ask for clarification; asked for clarification!; asked for additional!; verify the issue; verification!; reassess; re assess`,
  CHECK: 'check; checking!; review; verify; test; inspect; look',
  LOGS: 'log!; logs!; log files!; traces!; audit log; audit logs!; metrics!; dashboards!; graphs!; kubectl!; dump; heap dump; stack trace; core dump; events!',
  SUSPECT:
    'suspect; suspicion; hypothesis; hypothesize; hypothesise; hypotheses!; theory; theorize; believe!; believed!; thought!; think!; assume; assumption; possible cause; potential cause; possibly!; might be!; may be!; likely!; appears to be!; seems to be!; unclear!; unsure!; unknown!; not sure!; guess; speculate; initial cause; consider!; considered!; considers!; inconclusive!; non conclusive!',
  RULEOUT:
    'rule out; no abnormal; no evidence; no sign; no signs!; nothing found!; nothing obvious!; nothing unusual!; turns up nothing!; no issue; no issues!; cannot find; could not find; not found!; no other!; non conclusive!; inconclusive!; no obvious; did not find; not the cause!; no correlation; eliminated!; no luck!',
  FIND: 'find; found!; finds!; identify; identification!; discover; discovery!; determine; realize; realise; pinpoint; isolate!; isolated!; isolates!; trace back; traced to!; traced back!; conclude; locate; uncover; narrow down; understand; understood!; figure out; learn that; learned!; reveal; turns out!; turned out!; confirm; establish that; recognize; recognise; recall!; work out; worked out!; diagnosed as!; attribute; attributed to!; deduce; spot; show that; showed that!; shows that!; point to; points to!; pointed to!; link to',
  CAUSE:
    'rootcause; cause; culprit; reason; source of; source of the!; origin; trigger of; underlying issue; underlying problem; underlying cause; responsible!; to blame!; contributing factor; faulty commit; bad commit; offending; offending commit; offending change; problematic; problematic change; smoking gun; misconfiguration; misconfigured!; regression; typo; memory leak; race condition; deadlock; bug; incorrect!; wrong!; mismatch; missing!; malformed!; invalid!; corrupt!; corrupted!; bad configuration',
  CAUSENOUN:
    'rootcause; cause!; causes!; culprit; reason!; source of; source of the!; origin; underlying issue; underlying problem; underlying cause; smoking gun; offending; offending commit; faulty commit; bad commit; offending change; problematic change; rca!',
  DUE: 'due to!; because!; because of!; caused by!; owing to!; result of!; as a result!; stems from!; stemming from!; root caused!; was caused!; is caused!; resulted from!; thanks to!; attributed to!; related to!; led to!; leading to!; traced to!; linked to!; this is why!; which explains!; causing!',

  // Seeing
  OBSERVE:
    'observe; observation; notice; see!; sees!; saw!; seen!; seeing!; detect; detection!; witness; spot; discover; discovery!; aware!; notices!; realise; realize; encounter; experience; hit!; find; found!; finds!; first noticed!; perceive; uptick!',
  REPORT:
    'report; reports of!; complain; complaint; tweet; flag; raise; mention; open a ticket; opened a ticket!; let us know; lets us know!; write in; wrote in!; inform us; informed us!; notify us; notified us!; tell us; told us!; alert us; alerted us!; contacted us!; reach out; reaches out!; reaching out!; message us; messages us!; ping; pinged!; ask about; asks about!; enquire; inquire; submitted a ticket!; bring to our attention; brought to our attention!; come in; comes in!; came in!; social media; twitter!; discord!; reddit!; hacker news!; forum',
  ALERTUS:
    'alerted us!; alert us!; alerted!; informed us!; notified us!; told us!; contacted us!; alerted by!; notified by!; informed of!; notified of!; made aware!; became aware!; becomes aware!; become aware!; informed by!; is informed!; was informed!; reported by!; reported to us!',

  // States
  BAD: `fail; failure; error; down!; unavailable!; unavailability!; unreachable!; inaccessible!; unresponsive!; timeout; time out; timing out!; timed out!; times out!; latency!; latencies!; slow!; slower!; slowly!; slowness!; slowdown; slow down;
    crash; crashing!; crash loop; crashloop; crashlooping!; crashloopbackoff!; oom!; ooms!; oomkilled!; oom kill; out of memory!; out of disk!; out of space!; full!; exceeded!; stuck!; hang!; hangs!; hung!; hanging!; freeze; frozen!; broken!; breaks!; broke!; degrade; degradation; disrupt; disruption; drop; spike;
    loss!; lost!; corrupt; corruption!; exhaust; exhaustion!; unhealthy!; notready!; not ready!; stopped!; stops!; stall; expire; expired!; expiry!; unable!; cannot!; can't!; could not!; couldn't!; not able!; cant!; reject; refuse; deny; denied!; denies!; saturate; saturation!; overload; overwhelm; backlog; backed up!; pile up; piling up!; throttle; throttled!; evict; eviction; terminate; terminated!; misbehave; anomaly; anomalies!; abnormal!; elevated!; high cpu; cpu usage; high memory; high load; high error; missing!; not working!; does not work!; doesn't work!; don't work!; not work!; stopped working!; not responding!; no longer!; blank!; outage; http error; problem; issue; trouble; incorrect!; wrong!; unexpected!; suspicious!; malicious!; compromise; attack; phish; phishing!; leak; duplicate; stale!; out of sync!; lag!; lagging!; delayed!; delay; disconnect; blocked!; blocking!; 5xx!; panic; segfault; exception; not accessible!; offline!; impaired!; intermittent!; flapping!; zombie; zombies!; killed!; destroyed!; deleted!; split brain; brain split; nxdomain!; servfail!; unscheduled!; unschedulable!; low disk!; disk space!; empty!; not synced!; bad!; dead!; dies!; died!; wiped!; critical!; connection refused; unexpectedly!; inconsistent!; instability!; unstable!; unauthorized!; forbidden!; lost connection; lose connection; loses!; losing!; nothing works!`,
  STRESS:
    'rise; rose!; climb; grow; grew!; growing!; increase; decrease; decline; fall!; falls!; fell!; peak; jump; surge; plummet; burst; soar; deteriorate; worsen; spike; drop; elevated!',
  RATE: 'error rate; errors!; latency!; traffic!; requests!; load!; cpu!; memory!; response time; response times!; queue; queue depth; connections!; error ratio; success rate; p99!; throughput!; availability!; qps!; rps!; 5xx!; http error; 500s!; disk usage; usage!; lag!; timeouts!; failures!; utilisation!; utilization!',
  AFFECT:
    'affect; impact; experience; see!; begin seeing; began seeing!; unable to!; cannot!; fail to; fails to!; impacted!; encounter; lose!; loses!; lost!; lose access; start getting; start seeing; unable!; down!; suffer; receive!; receiving!; received!',
  GOOD: `restore; recover; recovery!; healthy!; normal!; back to normal!; resolve; resolution!; resolved!; operational!; back up!; back online!; online again!; back in service!; up and running!; up again!; is back!; are back!; online!; available again!; accessible again!; accessible!; available!; working again!; working!; works!; works again!; working as expected!; as intended!;
    stable!; stabilize; stabilise; steadied!; steady!; succeed; succeeds!; success!; successful!; successfully!; subside; clear!; cleared!; clears!; clearing!; fixed!; return to normal; returns to normal!; returned to normal!; returning to normal!; normalize; normalise; baseline; resume; resumed!; green!; passing!; healed!; ok!; okay!; fine!; improve; back to baseline!; caught up!; catches up!; catch up!; drained!; reachable!; reachable again!; serving traffic!; serving again!; functioning!; functional!; all systems!; no longer seeing!; no longer see!; no more errors!; no further errors!; zero errors!; nominal!; expected levels!; repaired!; running again!; up to date!; are gone!; is gone!; goes away!; went away!; disappear; disappears!; usable!; loading again!; responding again!; unblocked!; live again!; serving!; synced!; restores!; stops failing!; stopped failing!; 100%!; verified!; remediated!; alleviated!`,
  RESTORED:
    'restored!; fully restored!; recovered!; fully recovered!; recovers!; back to normal!; back online!; online again!; available again!; up and running!; operational!; back up!; return to normal; returned to normal!; returns to normal!; returning to normal!; working again!; working as expected!; as intended!; resumed!; resumes!; normalized!; normalised!; stabilized!; stabilised!; stabilises!; stabilizes!; subsided!; subsides!; is back!; are back!; healthy!; accessible again!; online!; reachable again!; running again!; serving again!; back in service!; up again!; loading again!; responding again!; live again!; works again!; recovering!; recover!; functioning normally!; normal!; restoring service!; restores service!; repaired!; recovery!; returned!; goes away!; no longer seeing!; all systems!',
  PARTIAL:
    'partial!; partially!; some!; most!; starting to!; begins to!; begin to!; started to!; starts to!; slowly!; almost!; temporarily!; one of!; initial!; new!; recovering!',
  FULLY:
    'fully!; all!; completely!; complete!; everything!; 100%!; every!; entire!; entirely!; total!; service!; services!; normal!',
  SERVICE:
    'service; site; website; system; traffic!; cluster; hub; api; database; db!; app; application; platform!; customers!; users!; workload; requests!; node; pod; server; queue; region; servers!; access!; functionality!; performance!; operations!; production!; connectivity!; network!; backlog; deployment; availability!; login; logins!; dns!; pipeline; everything!; builds!; jobs!; infrastructure!; instance; instances!; product; checkout!; payments!; search!; email delivery; host; environment; latency!; error rate; errors!; rates!; success rate; error rates!; metrics!; alerts!; ingress!; load!',
  START: 'start; begin; began!; begun!; begins!; onset!; first!; commence; initial!; starting!; initially!',
  END: 'end; ended!; complete; completed!; finish; finished!; over!; conclude; concluded!; done!; close; closed!; completion!',
  CLOSED:
    'close; closed!; closing!; closure!; resolve; resolved!; resolution!; over!; ended!; end of!; concluded!; stand down; stood down!; stands down!; all clear!; downgrade; downgraded!; complete; completed!; mitigated!; finished!; repaired!; remediated!; archived!',
  ALLCLEAR:
    'all clear!; stand down; stood down!; stands down!; incident closed!; incident resolved!; incident over!; marked resolved!; marked as resolved!; incident is resolved!; closed the incident!; close the incident; closing the incident!; end of incident!; incident ended!; incident is closed!; incident complete!; monitoring period; resolved the incident!; incident was resolved!; incident was closed!; incident declared over!; incident marked!; outage closed!; major outage closed!; incident concluded!; incident considered resolved!; incident repaired!; war room closed!; bridge closed!; call ended!; incident declared resolved!',

  // Doing
  ROLLBACK: `rollback; roll back; rolled back!; rolls back!; rolling back!; revert; reverse; back out; backed out!; undo; undone!; downgrade; restore from; restore backup; restore the backup; restored from backup!; previous version; prior version; previous release; old version; older version; last known good!; reinstate; put back; swap back; swapped back!; switch back; switched back!; turn off; turned off!; turns off!; disable; kill switch`,
  REPAIR: `restart; reboot; redeploy; re deploy; rerun; re run!; re ran!; reran!; failover; failover!; failover!; fails over!; failover; drain; cordon; kill; delete; remove; hotfix; hot fix; fix!; fixes!; fixing!; fixed!; fixup!; workaround; work around; mitigate; mitigation; block!; blocks!; scale up; scaled up!; scaling up!; scale down; scaled down!; scaling down!; scale out; scaled out!; scale!; scaled!; scaling!; resize; add capacity; additional capacity; reset; recreate; re create; replace; replacement; restore!; purge; flush; rotate; renew; renewed!; suspend; throttle!; rate limit; rebuild; rebuilt!; reinstall; shed load; load shedding; take offline; took offline!; taken offline!; shutdown; shuts down!; shutdown; bypass; reroute; re route; redirect!; redirected!; divert; shift traffic; shifted traffic!; move traffic; moved traffic!; evict!; free up; freed!; free space; clear cache; clear the; clean up; cleaned!; truncate; vacuum; recycle; bounce; cycle; reissue; re issue; reissued!; unlock; lock!; locked!; locks!; power cycle; force; forced!; forcefully!; manual!; manually!; tear down; tears down!; tore down!; emergency!; patch; patched!; quarantine; revoke; evacuate; repair; remediate; remediation!; stop!; stopping!; pause; paused!; unpause; reconfigure; raise the limit; increase the limit; bump!; bumped!; resync; re sync; reindex; rebalance; promote; unblock; put up!; counter; countermeasure; corrective!; reprovision; re provision; reimage; re apply; reapply; reapplied!; rejoin; relaunch; allow list; whitelist; blacklist; ban; banned!; blocklist; rewrite; override; overrode!; tune; unload; offload; disconnect; detach; reattach; reassign; re enable; re enabled!; reenable; restore service; stabilize; extend; resubmit; recalculate; uncordon; apply a fix; isolate; take down; took down!; taken down!; unsuspend; reduce; lower; lowered!; limit!; limits!; limiting!; allocate; reallocate; provision; expand; double!; doubled!; erase; wipe; migrate away; intervention; intervene; temporary!; temporarily!; cleanup!; swap; update password; invalidate`,
  INCREASE:
    'increase; raise; add; extend; expand; bump; adjust; tweak; modify; edit; change; set!; sets!; setting!; create; move; switch; swap; update; reduce; lower; decrease; allocate; request; install; enable; configure; apply; grant; upsize; resize; implement',
  TRY: 'attempt; try; tried!; tries!; trying!; retry; retried!; retries!; effort; first attempt; second attempt; 2nd attempt; another attempt; decide; decided!; decision; propose; proposed!; proposal; plan to; planned to roll!; agree; agreed!; opt to; option; course of action; proceed; approve; recommend; suggest; elect to; work on; working on!; worked on!; work begins!; starts to roll!; begins to roll!',
  FIX: 'fix; hotfix; hot fix; workaround; patch; mitigation; remediation!; solution; temporary fix; permanent fix; rollback; rollback!; revert pr; revert!; corrective action; countermeasure; stopgap; band aid; quick fix; emergency patch; emergency change; correction; fixed version; corrected!; fixed!',
  CHANGE: `deploy; deployment; redeploy!; release; ship; shipped!; roll out; rolled out!; rolls out!; rolling out!; rollout; merge; push; upgrade; update; migrate; migration; apply; enable; configuration change; config change; change; modify; switch over; cutover; cut over; maintenance!; promote; publish; launch; install; introduce; commit; feature flag; flag; toggle; bump; edit; switch; turn on; turned on!; turns on!; go live; goes live!; went live!; rename; decommission; refactor; pr!; pull request; terraform!; terraform apply; ansible!; pipeline; helm!; rotate; rollover; rollover; cron!; schema change; version; build!; cut!; move; replace; remove; add; create; submit; execute; run!; ran!; runs!; scheduled!; swap; expire; certificate; set!; script; rotation; adopt; provision; replication; job; command; import; resize; rebase; tag!; tagged!; recreated!; rewritten!; accidentally!; accidental!; configured!; commission`,
  DEPLOY:
    'deploy; deployment; release; ship; shipped!; roll out; rolled out!; rolls out!; rolling out!; rollout; merge; push; upgrade; migrate; migration; go live; goes live!; went live!; launch; bump; cutover; cut over; promote; publish; install; rollover; rollover',
  PLANNED:
    'planned!; scheduled!; routine!; regular!; maintenance!; daily!; weekly!; nightly!; as part of!; in preparation!; in order to!; to enable!; new version; new feature; new release; feature flag; feature!; experiment; unrelated!; unintended!; unaware!; accidentally!; accidental!; inadvertently!; mistakenly!; by mistake!; erroneously!; unintentionally!; beta!; intending!; scheduled maintenance; automated!; automatic!; automatically!; cron!; cronjob; cron job; following!; latest!; initial!; proactively!; refactoring!; unnoticed!; containing!; introducing!; introduces!; introduced!; that included!; which included!; planned maintenance; change request; migration; cleanup!; test!; rollover; rollover; release candidate; to production!; to prod!; production!',
  TRIGGERS:
    'unexpectedly triggers!; resulting in!; causing!; causes!; leading to!; which caused!; which triggered!; triggering!; that caused!; would cause!; contained a bug!; with a bug!; introduced a bug!; that introduced!; introducing!',

  // Telling
  STATUSPAGE:
    'statuspage; statuspage; status update; status site; status io; status website; banner; status post; status incident; status message; statusgator!',
  ANNOUNCE:
    'announce; announcement; communicate; communication; communications!; press release; notice; notification; public statement; public update; blog post; publish a post; publish a summary; post a message; post an update; post update; posted an update!; posts an update!; posted update!; posted!; posts!; post!; broadcast; email sent!; mail sent!; mailed!; newsletter; mailing list; advisory; inform; tweet; made a post!; status update; update sent!; followup mail; keep informed; share!; shared!; shares!; message sent!; provide an update; provided an update!; sends update!; sent an update!; update!; updates!; updated!; draft; notify; email; emailed!; apology; disclose; disclosure; respond to customers; publish; reply; replied!; replies!; clarification; publicly!; advise; statement; external communication; internal communication; ticket raised!; sev 1 ticket raised!',
  CHANNEL:
    'slack!; slack channel; twitter!; email; mail!; incident channel; discord!; mailing list; forum; channel; statuspage; blog; social media; intercom!; in app!; teams channel; newsletter; telegram!; x!; tickets!; via!; facebook!; matrix!; general channel; announcements!',

  // After
  FOLLOW: `followup; followup; postmortem; postmortem; retrospective; retro!; post incident; incident review; review meeting; backfill; reprocess; replay; clean up; cleanup!; cleaned up!; permanent fix; long term; longer term; upstream!; to prevent!; prevent; recurrence; documentation!; document; documented!; documents!; docs!; refund; credit; action item; lessons!; future!; add monitoring; added monitoring!; add alert; improve monitoring; regression test; add test; add tests; write test; tests added!; rca!; rootcause analysis; next steps!; remaining!; finalize; finalise; re queue; requeue; back into the queue!; reconcile; reconciliation!; audit; remove workaround; removed workaround!; hardening!; remediation tasks; task; tasks!; backlog item; harden; compensate; pull request; pr!; issue raised!; feature request; monitor for; permanently!; changes applied upstream!; restrospective!; full report; incident report; report published!; afterwards!; aftermath!; data recovery; catch up; caught up!; guard; added a test!; prevention!; improvement; summary; issue created!; safeguard; unaffected!; rescan; postponed!`,
  LATERWORK:
    'followup; followup; postmortem; postmortem; retrospective; post incident; incident review; backfill; reprocess; long term; longer term; to prevent!; recurrence; action item; permanent fix; upstream!; back into the queue!; rootcause analysis; refund; incident report; full report; review meeting; add monitoring; added monitoring!; improve monitoring; remediation tasks; next steps!; issue raised!; in the future!; regression test; lessons learned; guard added!; prevention!; changes applied upstream!; finalize; data recovery; rca!',
  NOTABLE: 'confirm; verify; validate; verified!; confirmed!; confirmation!; ensure; declare',
  TESTED: 'test; tests!; tested!; confirm; verify; validate; verified!; confirmed!',
  NOT: "not!; no!; never!; without!; didn't!; doesn't!; don't!; isn't!; wasn't!; aren't!; weren't!; hasn't!; haven't!; unsuccessful!; unsuccessfully!; still!; persist; fails!; failed!; however!; but!; again!; until!; fail; awaiting!; await; wait; waiting!; not yet!",
  STILL:
    'still!; persist; continues to fail!; no change; no effect; no improvement; not resolved!; unsuccessful!; unsuccessfully!; without success!; did not help!; does not help!; not help!; again!; continue to!; remains!; remain!; ongoing!; reoccur; recur; recurs!; reappear; return!; returns!',
} as const

/** The name of a group of words. */
export type EventWord = keyof typeof EVENT_WORDS
