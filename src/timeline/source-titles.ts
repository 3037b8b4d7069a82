/** What people call the systems that facts come from. */

const TITLES: Readonly<Record<string, string>> = {
  alertmanager: 'Alertmanager',
  'chaos-mesh': 'Chaos Mesh',
  github: 'GitHub',
  grafana: 'Grafana',
  notes: 'notes',
  pagerduty: 'PagerDuty',
  prometheus: 'Prometheus',
  slack: 'Slack',
  statuspage: 'Statuspage',
}

/** The title of a source, its own name where we know no better. */
export function sourceTitle(source: string): string {
  return TITLES[source] ?? source
}
