/** Recognises the alert in what a monitoring bot posts to a channel. */

/** An alert as a bot told it. */
export interface BotAlert {
  readonly state: 'firing' | 'resolved'
  /** The rule's name, where the message gives it in a known form. */
  readonly name?: string
}

const MONITORS =
  /alert|prometheus|grafana|datadog|pager ?duty|opsgenie|nagios|icinga|zabbix|new ?relic|sentry|cloudwatch|pingdom|uptime|statuscake|rollbar|bugsnag|honeybadger|sensu|victorops|splunk|monitor|watch|dynatrace|checkmk|healthchecks|better ?stack|lightstep|honeycomb/i
const FIRING =
  /\[(?:firing|alerting|triggered|critical|problem|down)(?::\d{1,6})?\]|^\W{0,10}(?:firing|alert(?:ing)?|triggered|problem|critical|down)\b/i
const RESOLVED =
  /\[(?:resolved|ok|recovered|recovery|closed|up)(?::\d{1,6})?\]|^\W{0,10}(?:resolved|recovered|recovery|ok|cleared|closed)\b/i
const NAMED =
  /\[(?:firing|resolved)(?::\d{1,6})?(?:,[^\]]{1,40})?\]\s{0,3}([A-Za-z][\w-]{2,80})|\b(?:alert(?:name)?|monitor|rule)\s{0,2}[:=]\s{0,2}["'`]?([A-Za-z][\w-]{2,80})/i
const SAYS_ALERT = /\b(?:alerts?|alarm|monitor|incident|threshold|critical|warning|firing|triggered)\b/i

/** The alert that a bot's words tell of, or null. `from` is the bot's name. */
export function botAlert(words: string, from: string | undefined): BotAlert | null {
  const head = words.slice(0, 600)
  const resolved = RESOLVED.test(head)
  const firing = FIRING.test(head)
  const isMonitor = MONITORS.test(from ?? '')
  if (!resolved && !firing && !(isMonitor && SAYS_ALERT.test(head))) return null
  if (!isMonitor && !/\[[a-z]+(?::\d+)?\]/i.test(head) && !SAYS_ALERT.test(head)) return null
  const match = NAMED.exec(head)
  const name = match?.[1] ?? match?.[2]
  const over = resolved && !firing ? true : /\b(?:resolved|recovered)\b/i.test(head) && !firing
  return { state: over ? 'resolved' : 'firing', ...(name ? { name } : {}) }
}
