/** Finds who took which role, where somebody said so outright. */

const ANY = /commander|\bIC\b|lead|scribe|recorder|taker/i
const SELF =
  /\bI(?:['’]m| am|['’]ll be| will be| have)\b[^.\n]{0,30}?\b(incident commander|IC|incident lead|scribe|recorder|note ?taker)\b(?!\s*\?)/
const OTHER =
  /<@([A-Z0-9]{3,20})(?:\|[^>]{0,80})?>\s+(?:is|will be|takes over as|as)\s+(?:the\s+|our\s+|now\s+)*(incident commander|IC|incident lead|scribe|recorder|note ?taker)\b/gi
const LABEL = /\b(incident commander|IC|incident lead|scribe|recorder|note ?taker)\s*[:=]\s*<@([A-Z0-9]{3,20})/gi

/** A role and the user id that holds it. */
export interface Role {
  readonly role: 'commander' | 'recorder'
  readonly user: string
}

/** The roles that a message states, from its mrkdwn and its author's id. */
export function rolesIn(mrkdwn: string, author: string | undefined): Role[] {
  if (mrkdwn.length > 2000 || !ANY.test(mrkdwn) || /\?\s*$/.test(mrkdwn)) return []
  const roles: Role[] = []
  for (const match of mrkdwn.matchAll(OTHER)) roles.push({ role: roleOf(match[2]!), user: match[1]! })
  for (const match of mrkdwn.matchAll(LABEL)) roles.push({ role: roleOf(match[1]!), user: match[2]! })
  const self = SELF.exec(mrkdwn)
  if (self && author && !/\bnot\b/.test(self[0])) roles.push({ role: roleOf(self[1]!), user: author })
  return roles
}

function roleOf(words: string): Role['role'] {
  return /scribe|recorder|taker/i.test(words) ? 'recorder' : 'commander'
}
