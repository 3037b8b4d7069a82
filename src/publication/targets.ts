/** Where a postmortem is published, and which entry of its Publication section means which place. */

/** The places that entries of the format name; a team configures those it uses. */
export const TARGETS = ['all-hands', 'board', 'channel', 'git', 'mail', 'status-page', 'wiki'] as const

/** One place. */
export type Target = (typeof TARGETS)[number]

const WORDS: readonly (readonly [Target, RegExp])[] = [
  ['all-hands', /\ball[- ]?hands\b|\btown[- ]?hall\b|全体会議/i],
  ['board', /\b(?:project|kanban|planning|issue|team)?\s*boards?\b|\bbacklog\b|ボード/i],
  ['channel', /#\p{L}|\bslack\b|\bchannels?\b|\bchat\b|\bmattermost\b|\bdiscord\b|チャンネル/iu],
  ['git', /\bdocs?\b|\bdocumentation\b|\brepo(?:sitory)?\b|ドキュメント/i],
  ['mail', /\be-?mail(?:ed|s)?\b|\bmail(?:ing list|ed)?\b|メール/i],
  ['status-page', /\bstatus[- ]?page\b|ステータスページ/i],
  ['wiki', /\bwiki\b|\bconfluence\b|\bnotion\b/i],
]

/** The places that an entry's words name, sorted; none where the words name no place that we know. */
export function targetsIn(words: string): Target[] {
  return WORDS.filter(([, pattern]) => pattern.test(words)).map(([target]) => target)
}

/** The places of an entry that must have a receipt before it may be ticked: those that are configured, else all that it names. */
export function neededTargets(words: string, configured: readonly string[]): Target[] {
  const named = targetsIn(words)
  const wanted = named.filter((target) => configured.includes(target))
  return wanted.length > 0 ? wanted : named
}
