/** What people and pipelines do: mend, try, change. How entries are written says `../event-words.ts`. */
export const DOING = {
  ROLLBACK: `
    rollback; roll back; rolled back!; rolls back!; rolling back!; revert; back out; backed out!; undo; undone!;
    undoing!; downgrade; restore from; restored from!; previous version; prior version; previous release;
    previous image; old version; older version; known good!; last known!; reinstate; put back; swapped back!;
    swap back; switch back; switched back!; changed back!; back to the old!; back to previous!; turn off;
    turned off!; turns off!; disable; kill switch; reverted!; from backup!; from a backup!; from snapshot!;
    last snapshot!; from the backup!; from the last!; to previous!; to the previous!`,
  REPAIR: `
    restart; reboot; redeploy; rerun; rerun!; reran!; reruns!; failover; drain; cordon; kill; delete; remove; hotfix;
    fix!; fixes!; fixing!; fixed!; workaround; work around; mitigate; block; blocked!; scale; scaled!; scaling!;
    resize; reset; recreate; recreated!; recreation; replace; replacement; purge; flush; rotate; renew; suspend;
    rate limit; rebuild; rebuilt!; reinstall; shed; bypass; reroute; divert; reroutes!; evict; free up; freed!;
    freeing!; clear; clear the; cleaned!; truncate; vacuum; recycle; bounce; cycle; reissue; unlock; lock!; locked!;
    locks!; force; forcefully!; manual!; manually!; tear down; tears down!; tore down!; emergency!; patch;
    quarantine; revoke; evacuate; repair; remediate; pause; paused!; reconfigure; bump!; bumped!; resync; reindex;
    rebalance; promote; unblock; counter; corrective!; reprovision; reimage; reapply; relaunch; whitelist;
    allow list; blacklist; ban; banned!; override; offload; disconnect; detach; reassign; reenable; stabilize;
    shutdown; take down; took down!; take offline; took offline!; uncordon; isolate; unsuspend; reduce; reallocate;
    erase; erased!; wipe; intervention; intervene; temporary!; invalidate; bring back; brought back!; restore;
    rename; terminate; exclude; exclusion; unpause; stop!; stopped the!; retry!; add capacity; swap; switch;
    switched!; route; routed!; issue a new!; modified!; spawned!; forced!; rolling restart; cleanup!; clean up;
    recovery process; recovery procedure; quarantined!; recover; restore procedure; rejoin; shifted!; shifting!;
    shifts!; shift traffic!; reattach; retrigger`,
  MANUAL: `
    manual!; manually!; forcefully!; by hand!; forced!; emergency!`,
  INCREASE: `
    increase; raise; raised!; add; adds!; added!; adding!; extend; expand; adjust; tweak; modify; modified!; update;
    set!; sets!; setting!; create; lower; lowered!; decrease; allocate; request; grant; upsize; implement; apply;
    install; enable; configure; provision; come up; comes up!; issue; issued!; change; edit; double!; doubled!; tune;
    tunes!; correct!; allow; move; mark`,
  TRY: `
    attempt; try; tries!; tried!; trying!; effort; decide; decided!; decision; propose; proposed!; plan; planned to!;
    agree; agreed!; opt; option; course of action; approach; proceed; approve; recommend; suggest; elect; work on;
    working on!; worked on!; wait; waits!; waited!; waiting!; encourage; action plan; action!`,
  FIX: `
    fix; fixes!; hotfix; workaround; patch; mitigation; remediation!; solution; rollback; rollback!; revert pr;
    revert!; the revert!; stopgap; quick fix; emergency; correction; corrected!; attempted fix; bug fix; to fix!;
    to resolve!; to mitigate!; to restore!; to recover!; to stop!; to free!; to bring!; to protect!; to reduce!;
    to allow!; to prevent!; to unblock!; to avoid!; to work around!; problematic!; modified!; potential fix;
    corrective!; rollback decision!;
    valid!; amended!; correct config!; correct configuration!; correct value!; correct values!; correct version!;
    working version!; working configuration!`,
  DEPLOY: `
    deploy; deployment; release; ship; shipped!; roll out; rolled out!; rolls out!; rolling out!; rollout; merge;
    push; upgrade; migrate; migration; go live; goes live!; went live!; launch; cutover; cut over; promote; publish;
    install; rollover; land; lands!; pipeline; bump; implement`,
  CHANGE: `
    deploy; deployment; release; ship; shipped!; roll out; rolled out!; rolling out!; rollout; merge; push; upgrade;
    update; migrate; migration; apply; applied!; enable; change; changes!; modify; switch; cutover; maintenance!;
    promote; publish; launch; install; introduce; introduction; commit; committed!; feature flag; toggle; bump; edit;
    edited!; turn on; turned on!; go live; goes live!; went live!; rename; decommission; refactor; pr!; pull request;
    terraform!; ansible!; pipeline; helm!; rotate; rollover; schema; cron!; script; execute; executed!; ran!; expire;
    expires!; expired!; expiration!; set!; configure; configuration!; config!; recreated!; rewritten!; accidentally!;
    take effect; takes effect!; took effect!; deactivate; removes!; reduces!; replaced!; propagated!; submit; adopt;
    campaign; flag enabled!; firmware!; backup job; switched!; cronjob!; cron job!; backup job!; batch job!;
    nightly job!; run!; runs!;
    execution!; accidental!`,
  PLANNED: `
    planned!; scheduled!; routine!; regular!; maintenance!; nightly!; weekly!; daily!; as part of!; in preparation!;
    in order to!; to enable!; new feature; new release; feature flag; unrelated!; unintended!; unintentional!;
    unaware!; accidentally!; accidental!; inadvertently!; mistakenly!; by mistake!; erroneously!; intended to!;
    beta!; cron!; proactively!; first time!; to production!; to prod!; expires!; expire!; expired!; expiration!;
    release candidate; unintentionally!; campaign; contained!; containing!`,
  TRIGGERS: `
    resulting in!; causing!; which caused!; which triggered!; triggering!; that caused!; contained!; introduced a!;
    introducing!; removing!; removes!; unaware!; breaking!; broke!`,
  DECIDE: `
    decide; decided!; decision; agree; agreed!`,
  ACCIDENT: `
    accidental!; accidentally!; mistakenly!; inadvertently!; unintentionally!; unintended!; by mistake!; by accident!;
    erroneously!; scheduled!; routine!`,
} as const
