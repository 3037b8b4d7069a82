/** How things are: broken, changing, restored, over. How entries are written says `../event-words.ts`. */
export const STATES = {
  BAD: `
    fail; failure; failing!; error; down!; unavailable!; unavailability!; unreachable!; inaccessible!; unresponsive!;
    timeout; time out; timing out!; timed out!; times out!; latency!; slow; slower!; slowly!; slowness!; slowdown;
    crash; crashing!; crash loop; crashloop; crashlooping!; crashloopbackoff!; oom!; ooms!; oomkilled!; oom kill;
    out of memory!; out of disk!; out of space!; exceed; stuck!; hang!; hangs!; hung!; hanging!; freeze; frozen!;
    broken!; breaks!; broke!; degrade; degradation; disrupt; disruption; loss!; lost!; lose; loses!; losing!;
    corrupt; corruption!; exhaust; exhaustion!; unhealthy!; notready!; not ready!; stopped!; stops!; stop!; stall;
    expire; unable!; cannot!; can't!; couldn't!; not able!; reject; refuse; deny; denied!; saturate; saturation!;
    overload; overwhelm; overwhelming!; pile up; piling up!; fall behind; falls behind!; throttle; evict; misbehave;
    anomaly; anomalies!; abnormal!; elevated!; high cpu; high memory; high load; high error; not working!;
    does not work!; doesn't work!; stopped working!; not responding!; no longer!; blank!; outage; 5xx!; 500s!;
    unexpected!; suspicious!; malicious!; compromise; attack; phishing!; leak; stale!; out of sync!; lagging!;
    delayed!; disconnect; panic; segfault; exception; offline!; impaired!; intermittent; flapping!; zombie; killed!;
    destroyed!; wiped!; split brain; servfail!; nxdomain!; unscheduled!; unschedulable!; low disk; disk space!;
    empty!; not synced!; dead!; dies!; died!; refused!; unexpectedly!; unstable!; instability!; forbidden!; drop;
    dropped!; dropping!; inconsistent!; not reachable!; not arriving!; not delivered!; not accessible!;
    not operational!; missing!; goes down!; went down!; suspended!; unauthorized!; crash looping!; incorrectly!;
    unsuccessful!; disabled!; terminated!; weren't working!; don't work!; didn't work!; could not!; interruption;
    404!; aren't!; isn't working!; wrong!; badly!; unexplained!; spike; surge; back up; backed up!; unusable!;
    nothing works!; concerns!; shortage; short on!; pending!; outdated!; out of date!; downtime!; issue!; issues!;
    problem!; problems!; trouble!; troubles!; delay!; delays!; queue up; queues up!; runs out!; run out!; ran out!;
    stop processing!; violated!; no longer delivered!; keeps growing!; no healthy!; zero healthy!; fill up;
    fills up!; fills!; can not!; not available!; is full!; are full!; was full!; disk full!; full disk!; got full!;
    becomes full!; became full!; at capacity!`,
  STRESS: `
    rise; rises!; rose!; rising!; climb; grow; grows!; grew!; growing!; increase; increases!; increasing!;
    increased!; decrease; decline; fall!; falls!; fell!; peak; jump; surge; plummet; soar; deteriorate; worsen;
    spike; drop; drops!; elevated!; exceed; cross; crossed!; exceeded!; rises above!`,
  AFFECT: `
    affect; impact; experience; see!; seeing!; encounter; lose!; loses!; lost!; start seeing; unable!; suffer; get!;
    getting!; cannot!; fail; fails!; notice errors!`,
  GOOD: `
    restore; restored!; recover; healthy!; normal!; normally!; resolve; resolved!; resolution!; operational!;
    back up!; back online!; back in service!; up and running!; up again!; is back!; are back!; now back!; available!;
    accessible!; working!; works!; work again!; intended!; stable!; stabilize; stabilise; steadied!; steady!;
    succeed; succeeds!; success!; successful!; subside; cleared!; fixed!; return to normal; baseline!; resume;
    resumed!; green!; passing!; ok!; okay!; fine!; improve; caught up!; drained!; reachable!; functioning!;
    functional!; no longer seeing!; nominal!; repaired!; up to date!; gone!; goes away!; went away!; disappear;
    usable!; unblocked!; running state!; solved!; expected!; alleviated!; readable!; processed!; not recurred!;
    moving!; flow again; served!; work well!; works well!; back up and!; returned to!; returns to!; return to!;
    works fine!; works again!; running again!; up now!; correctly!; properly!; look good!; looks good!; serving!;
    served normally!; all stable!; online!`,
  RESTORED: `
    restored!; fully restored!; recovered!; fully recovered!; recovers!; recovering!; to normal!; back to normal!;
    back online!; back up!; online again!; available again!; up and running!; operational!; working again!;
    works again!; again accessible!; as intended!; resumed!; resumes!; stabilized!; stabilised!; stabilises!;
    stabilizes!; subsided!; subsides!; is back!; are back!; now back!; healthy!; reachable again!; running again!;
    in service!; up again!; restoring service!; restoring!; goes away!; went away!; no longer seeing!; flow again;
    are up!; is up!; back to zero!; steadied!; repaired!; login again!; served normally!; green again!;
    succeed again!; is over!; return to!; able to login!; brought online!; is complete!; no more errors!;
    service restored!; resolves!; solved!; problem fixed!; issue resolved!; moving forward!; returned to!;
    returns to!; works well!; works fine!; to baseline!; now stable!; now fine!; login fine!; drops to normal!;
    back to 100%!; drops to zero!; drop to zero!; recover!; working normally!; working as expected!;
    confirmed working!; works as expected!; again able!; can login!; restored for!; brought back online!;
    full recovery!; recovery confirmed!; recovery complete!; recovery completed!; recovery observed!;
    shows recovery!; show recovery!; signs of recovery!; seeing recovery!; sees recovery!; recovery seen!;
    is online!; are online!; now online!; confirmed recovery!; gradual recovery!; connections again!; traffic again!;
    requests again!; fixing the issue!; fixes the issue!; fixed the issue!; resolving the issue!;
    resolves the issue!; resolved the issue!; fixed the problem!; resolved the problem!; solved the issue!;
    solved the problem!; which fixed!; which resolved!; responding again!; started responding!; starts responding!;
    receiving traffic!; accessible again!;
    work again!; works normally!; work normally!; logins work!; login works!; errors cleared!; errors gone!`,
  FULLY: `
    fully!; all!; completely!; complete!; everything!; 100%!; every!; entire!; entirely!; normal!; healthy!`,
  START: `
    start; begin; began!; begun!; begins!; onset!; first!; commence; initial!; initially!; starting!; initiate;
    kick off; kicked off!; kicks off!; trigger; launch; now!; enter; entered!; enters!`,
  END: `
    end; ended!; ends!; complete; completed!; completes!; finish; finished!; over!; conclude; done!; completion!`,
  CLOSED: `
    close; closed!; closing!; closure!; resolve; resolved!; over!; ended!; ends!; concluded!; all clear!; complete;
    downgraded!; mitigated!; finished!; repaired!; remediated!; archived!`,
  ALLCLEAR: `
    all clear!; stand down; stood down!; stands down!; incident closed!; incident resolved!; incident over!;
    marked resolved!; marked as resolved!; mark the incident!; incident as resolved!; incident is resolved!;
    closed the incident!; close the incident!; closing the incident!; end of incident!; incident ended!;
    incident is closed!; monitoring period; resolved the incident!; incident was resolved!; incident was closed!;
    incident declared over!; incident over; outage closed!; outage is closed!; incident concluded!;
    incident considered!; incident repaired!; room closed!; bridge closed!; declared resolved!;
    declared as resolved!; declares the incident over!; status set to resolved!; incident marked!;
    incident downgraded!; alert resolved!; ticket closed!; ticket resolved!; had resolved the issue!;
    confirmed issue resolved!; issue is resolved!; issue closed!; confirmed resolved!; pagerduty incident resolved!;
    confirms the issue!; confirm the issue is resolved!; alert cleared!; alerts cleared!; alerts resolved!;
    watch ended!; monitoring window!; monitoring ended!; marked the incident!; considered resolved!;
    changed to resolved!; set to resolved!; moved to resolved!; status to resolved!; all systems operational!;
    all systems nominal!; all systems go!`,
  FAULTY: `
    malformed!; faulty!; broken!; buggy!; bad!; incorrect!; wrong!; erroneous!; misconfigured!; invalid!; defective!;
    problematic!; untested!; incompatible!`,
  AGAIN: `
    again!; persist; recur; reappear; come back; comes back!; came back!`,
  ALLSYSTEMS: `
    all systems!; all services!; everything!; all regions!; all components!; all checks!; all nodes!; all functions!;
    all functionality!; all traffic!; all metrics!; all applications!; all sites!; all clusters!`,
} as const
