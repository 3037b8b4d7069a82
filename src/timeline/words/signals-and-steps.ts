/** Alerts, pages, and the formal steps of an incident. How entries are written says `../event-words.ts`. */
export const SIGNALS_AND_STEPS = {
  ALERT: `
    alert; alerts!; alarm; uptime check; pingdom!; stackdriver!; alertmanager!; nagios!; burn rate; error budget;
    warning!; warnings!; slo!; sentry!; opsgenie!; pagerduty!; synthetic check; alerting!`,
  MONITOR: `
    monitoring!; monitor; monitors!; monitoring system; dashboard; graph; grafana!; datadog!; metrics!; probe;
    synthetic; telemetry!; canary; healthcheck; health check; cloudwatch!; zabbix!; uptime robot!; new relic!;
    prometheus!; nagios!; pingdom!; stackdriver!; kibana!; uptime check; check!`,
  FIRE: `
    fire; trigger; trip; sound; goes off!; go off!; went off!; raise; send; sent!; breach; violation; warn; notify;
    exceed; activate; come in; comes in!; came in!; receive; begin!; get; got!; failing!; fails!; alert!; alerts!;
    alerted!; page!; report; detect`,
  PAGE: `
    paged!; paging!; pager!; pagers!; woke!; woken!; wakes!; page out; called out!; pages!; page to!; page sent!;
    page for!; page is!; page fired!; page triggered!; receives page!; received page!; gets paged!; got paged!;
    engaged!;
    page goes!; page went!; page goes out!; phone rings!; phone rang!; phones ring!; page delivered!; page reaches!`,
  ACK: `
    acknowledge; ack; acks!; acked!; acknowledgement!; acknowledgment!; picks up the page!; picked up the page!`,
  JOIN: `
    join; come online; comes online!; came online!; log on; logs on!; logged on!; respond; take over; takes over!;
    took over!; take ownership; takes ownership!; took ownership!; pick up; picks up!; picked up!; hop on; assemble;
    gets online!; got online!; assume; starts looking!; started looking!; start looking!; starts work!; on scene!;
    takes the incident!; takes incident!; is online!; arrive`,
  INCIDENT: `
    incident; sev!; sev0!; sev1!; sev2!; sev3!; p0!; p1!; p2!; priority 1!; major incident; severity; ticket; case;
    event!; war room; bridge; emergency; call!; task force; incidents!`,
  OUTAGE: `
    outage; downtime!; disruption; impact; incident; degradation; blackout; brownout; interruption; problem!;
    problems!; issue!; issues!`,
  DECLARE: `
    declare; classify; classified!; formally!; given a p1!; upgraded to sev!; raised to!; is made a!;
    severity set!; severity assigned!; set to sev1!; set to sev2!; set as sev1!; set as sev2!`,
  OPEN: `
    open; create; raise; start; begin; began!; initiate; file; establish; spin up; spun up!; set up; assign; log!;
    logged!; opened!; convene; form; kick off; appoint; submit; make; made!; activate; activated!; gather; stand up;
    stood up!; page the team!; claimed!`,
  WARROOM: `
    war room; warroom; incident channel; bridge; incident bridge; conference bridge; incident call; incident room;
    conference call; video call; huddle; response team; incident response; meet call; teams meeting; crisis team;
    google meet; incident process; swarm; slack channel created!; task force; emergency call; emergency meeting;
    oncall team`,
  ESCALATE: `
    escalate; escalation; page in; paged in!; call in; calls in!; called in!; bring in; brought in!; brought into!;
    brings in!; pull in; pulled in!; pulled into!; pulls in!; loop in; looped in!; engage; engaged!; hand off;
    hands off!; handed off!; hand over; handed over!; hands over!; ask for help; asks for help!; asked for help!;
    for help!; seek help; request help; request assistance; assistance!; summon; rope in; tag in; involve; enlist;
    handoff; join to help; handover; upgraded the incident!; upgraded to!; severity raised!; raised severity!;
    raise the severity; management alerted!`,
  CONTACT: `
    contact; reach out; reaches out!; reached out!; call; calls!; called!; ask; ping; phone; notify; dm!; consult;
    approach; inform; tag; text; liaise; get in touch; got in touch!; message; tell; told!; coordinate; request;
    raise; appeal; email; send; sent!; speak; spoke!; informed!; alerted!; alert!; alerts!`,
  CASE: `
    support ticket; support case; support request; vendor ticket; case opened!; abuse case; support chat;
    technical support; support engineer; ticket with!; case with!; severity a!; vendor support; enterprise support;
    premium support; urgent ticket; support ticket created!; p1 ticket with!`,
  TICKET: `
    ticket; freshdesk!; zendesk!; jira!; case; bug report; github issue; service desk; complaint; support request;
    http!; call!; email; thread; tweet; message`,
  RUNBOOK: `
    runbook; run book; playbook; play book; standard operating procedure; sop!; emergency procedure;
    disaster recovery plan; dr plan!; failover procedure; documented procedure; checklist`,
  SEVERITYUP: `
    severity raised!; severity upgraded!; severity increased!; raised severity!; raise severity!; raises severity!;
    raise the severity!; raises the severity!; raised the severity!; upgraded the severity!; upgrades the severity!;
    upgraded to sev!; upgraded to sev1!; raised to sev1!; upgraded to p1!; upgraded to p0!`,
} as const
