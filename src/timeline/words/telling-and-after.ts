/** Telling others, what is done afterwards, and small words that turn a meaning. How entries are written says `../event-words.ts`. */
export const TELLING_AND_AFTER = {
  STATUSPAGE: `
    statuspage; status update; status site; status website; banner; status post; status message; status incident;
    public update; first public!;
    followup mail!; followup email!; followup message!; followup post!; followup update!; followup announcement!`,
  TELL: `
    inform; informed!; informs!; notify; notified!; notifies!; update; updates!; updated!; email; emailed!; mailed!;
    message; brief; share; shares!; shared!; communicate; communicated!; advise; tell; told!; send; sent!; respond;
    reply; replies!; offer; provided!; distribute; distributed!; comms!; contact; communication; mail!`,
  PUBLISH: `
    announce; announcement; communicate; communication; communications!; comms!; posted!; posts!; publish; broadcast;
    tweet; tweeted!; press release; notice!; public statement; blog post; newsletter; advisory; apology; disclose;
    notification; mail sent!; email sent!; update sent!; update send!; follow up mail; followup mail; ticket raised!;
    update posted!; made a post!; statement; post an!; post a!; posting!`,
  CHANNEL: `
    slack!; twitter!; email; incident channel; discord!; mailing list; forum; channel; statuspage; blog;
    social media; in app!; teams channel; newsletter; telegram!; freshdesk!; facebook!; matrix!; announcements!;
    all staff!; general!; slack channel`,
  AUDIENCE: `
    user; customer; client; community; tenant; everyone; public!; stakeholder; partner; subscriber; management!;
    leadership!; all staff!; key accounts!; users!; company; support!; merchants!; employees!; teams!; organisation;
    organization; business; end user; members!; service teams!; people!; customer!`,
  FOLLOW: `
    followup; postmortem; retrospective; retro!; post incident; incident review; review meeting; backfill; reprocess;
    reprocessing!; replay; clean up; cleanup!; permanent; permanently!; long term; longer term; upstream!;
    to prevent!; prevent; recurrence; documentation!; document; refund; credit; credits!; action item; lessons!;
    add monitoring; added monitoring!; regression test; add test; added tests!; rootcause analysis; next steps!;
    finalize; requeue; requeued!; reconcile; reconciliation!; audit; hardening!; remediation tasks; harden;
    issue raised!; incident report; afterwards!; prevention!; improvement; safeguard; reenabled!; ticket created!;
    data restored!; added an alert!; guard; removed the workaround!; cleaned up!; monitoring added!;
    back into the queue!`,
  LATERWORK: `
    followup; postmortem; retrospective; post incident; incident review; backfill; reprocess; reprocessing!;
    long term; longer term; recurrence; action item; permanent fix; permanently!; upstream fix; rootcause analysis;
    refund; incident report; review meeting; add monitoring; added monitoring!; remediation tasks;
    issue raised to!; regression test; lessons learned; prevention!; finalize; data recovery; added an alert!;
    ticket created to!; requeued!; documentation updated!; credits!; upstream fix!; fixed upstream!;
    applied upstream!; removed the workaround!; back into the queue!`,
  NOTABLE: `
    confirm; verify; validate; verified!; confirmed!; confirms!; confirmation!; declare; report; reports!; ensure;
    announce`,
  NOT: `
    not!; never!; didn't!; doesn't!; don't!; isn't!; wasn't!; aren't!; weren't!; hasn't!; haven't!; unsuccessful!;
    unsuccessfully!; still!; persist; fails!; failed!; fail; failing!; however!; awaiting!; without success!; stuck!;
    hangs!; cannot!; unable!; but not!; no effect!`,
  STILL: `
    still!; persist; persists!; continue to!; continues to!; no change; no effect; no improvement; did not help!;
    didnt help!; does not help!; remains!; remain!; ongoing!; recur; recurs!; reappear; comes back!; came back!;
    another!; more customer!; more users!; more!; again!; also!; further!`,
  MARKSTART: `
    start of outage!; start of impact!; start of incident!; impact start!; impact starts!; impact begins!;
    impact started!; impact began!; outage start!; outage starts!; outage begins!; outage began!; outage started!;
    incident starts!; incident begins!; incident began!; incident started!; start of the outage!;
    start of the incident!; start of user impact!; start of customer impact!; problem started!;
    service degradation starts!; beginning of!; first failed!`,
  MARKEND: `
    end of outage!; end of impact!; impact end!; impact ends!; impact ended!; impact over!; outage end!;
    outage ends!; outage over!; outage ended!; end of the outage!; end of customer impact!; end of user impact!;
    end of the impact!; impact mitigated!;
    last failed!; last failing!; last error!; last affected!`,
  CEASED: `
    no more!; no further!; no new!; zero!; without any!; without errors!; free of!`,
  EXPIRE: `
    expire; expiry!; expiration!`,
} as const
