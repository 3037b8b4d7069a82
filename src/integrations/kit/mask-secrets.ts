/** Replaces tokens, keys and passwords in a text before anything is stored, and counts them. Masking twice equals once. */
import { maskPrivateKeys } from './mask-private-keys.ts'

/** What stands in place of a secret in prose. */
const MASKED = '[masked]'
/** What stands in place of a secret inside an address. */
const MASKED_IN_URL = 'masked'

/** Tokens that are known by their own shape: vendors' documented prefixes. */
const TOKENS: readonly RegExp[] = [
  /\bxox[a-z](?:\.xox[a-z])?-[A-Za-z0-9-]{6,}/g,
  /\bxapp-\d-[A-Za-z0-9-]{8,}/g,
  /\bgh[pousr]_[A-Za-z0-9]{16,}/g,
  /\bgithub_pat_[A-Za-z0-9_]{16,}/g,
  /\bglpat-[\w-]{16,}/g,
  /\b(?:AKIA|ASIA)[A-Z0-9]{16}\b/g,
  /\beyJ[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]{8,}(?:\.[A-Za-z0-9_-]*)?/g,
  /\bAIza[0-9A-Za-z_-]{30,}/g,
  /\b[rs]k_(?:live|test)_[0-9A-Za-z]{16,}/g,
  /\bsk-[A-Za-z0-9_-]{20,}/g,
  /\bnpm_[A-Za-z0-9]{30,}/g,
  /\bgl(?:sa|c)_[A-Za-z0-9_+=/-]{20,}/g,
  /\bSG\.[\w-]{16,}\.[\w-]{16,}/g,
  /\bATATT[A-Za-z0-9_=-]{20,}/g,
  /\bhvs\.[\w-]{20,}/g,
  /\blin_api_[A-Za-z0-9]{20,}/g,
  /\bdop_v1_[a-f0-9]{30,}/g,
  /\bR0[0-9A-Z]{30}\b/g,
  /(?<![\w+])u\+[A-Za-z0-9_-]{18}\b/g,
]

/** Addresses whose last part is itself the key. */
const KEYED_URLS: readonly RegExp[] = [
  /(\bhooks\.slack\.com\/(?:services|workflows|triggers)\/)(?!masked)[\w/-]+/g,
  /(\bevents\.(?:eu\.)?pagerduty\.com\/(?:integration|x-ere|v2\/enqueue)\/)(?!masked)[\w-]+/g,
  /(\bdiscord(?:app)?\.com\/api\/webhooks\/\d{5,25}\/)(?!masked)[\w-]+/g,
  /(\.webhook\.office\.com\/webhookb2\/)(?!masked)[\w@/-]+/g,
  /(\bwebcal\.pagerduty\.com\/private\/)(?!masked)\w+/g,
]

const USER_INFO = /(\b[a-z][a-z0-9+.-]{1,12}:\/\/[^\s/?#@:"'<>]{0,200}:)(?!masked@)[^\s/?#@"'<>]{1,400}(?=@)/gi
const USER_KEY = /(\bhttps?:\/\/)(?!masked@)[0-9a-f]{16,64}(?=@)/gi
const QUERY =
  /([?&;](?:amp;)?(?:token|access_token|refresh_token|id_token|auth|auth_token|sig|signature|x-amz-signature|x-amz-security-token|x-goog-signature|api[_-]?key|apikey|secret|client_secret|password|passwd|pwd|sas|pub_secret)=)(?!\[?masked(?:[&#\s"'<>)\]|]|$))[^&#\s"'<>)\]|]+/gi
const QUERY_LONG = /([?&;](?:amp;)?(?:key|code|jwt|session|sessionid)=)[^&#\s"'<>)\]|]{20,}/gi
const BEARER =
  /\b((?:authorization\s{0,3}[:=]\s{0,3})?(?:bearer|basic|token token=)\s{0,3})["']?([A-Za-z0-9._~+/=-]{8,})/gi
const ASSIGNED =
  /((?:password|passwd|pwd|passphrase|secret|token|api[_-]?key|access[_-]?key(?:[_-]?id)?|account[_-]?key|private[_-]?key|credentials?|routing[_-]?key|integration[_-]?key|service[_-]?key|signing[_-]?key|encryption[_-]?key)(?:_(?:value|hash|key))?["'`\]]{0,2}\s{0,3}(?:[:=]|=>|:=)\s{0,3})("[^"\n]{1,200}"|'[^'\n]{1,200}'|`[^`\n]{1,200}`|[^\s"'`,;&<>|)\]}]+)/gi
const SAID = /\b((?:password|passphrase|passwd|pwd) (?:is|was|now) )([^\s"'`,;<>]{4,})/gi

/**
 * The text with its secrets masked, and how many there were. Linear in the text's length. `onSecret` is told each one,
 * so that a caller can count one secret that stands in several places once; it must not keep them.
 */
export function maskSecrets(text: string, onSecret?: (secret: string) => void): { text: string; masked: number } {
  let masked = 0
  const hide = (secret: string, replacement: string) => {
    masked++
    onSecret?.(secret)
    return replacement
  }
  const inUrl = (whole: string, before: string) => hide(whole.slice(before.length), before + MASKED_IN_URL)
  const whereSecret = (whole: string, before: string, value: string) =>
    looksSecret(value) ? hide(value, before + MASKED) : whole
  let result = maskPrivateKeys(text, (key) => hide(key, MASKED))
  if (result.includes('://'))
    for (const url of [USER_INFO, USER_KEY, ...KEYED_URLS]) result = result.replace(url, inUrl)
  if (result.includes('=')) for (const query of [QUERY, QUERY_LONG]) result = result.replace(query, inUrl)
  for (const token of TOKENS) result = result.replace(token, (whole) => hide(whole, MASKED))
  result = result.replace(BEARER, whereSecret)
  result = result.replace(ASSIGNED, (whole, before: string, value: string) =>
    isAssignedSecret(before, value) ? hide(value, before + MASKED) : whole,
  )
  result = result.replace(SAID, whereSecret)
  return { text: result, masked }
}

/** `password=…` always holds one; after a colon, which prose uses too, only what does not read as a word. */
function isAssignedSecret(before: string, value: string): boolean {
  if (/^["'`]?(?:\[masked|masked|\*{3}|<|\$\{|\{\{|null\b|true\b|false\b|undefined\b|none\b)/i.test(value)) return false
  if (/[=]/.test(before.slice(-6))) return value.length >= 3
  return /^["'`]/.test(value) || looksSecret(value)
}

function looksSecret(value: string): boolean {
  if (/^["'`]?(?:\[?masked|https?:)/i.test(value)) return false
  const plain = value.replace(/[.!?…]+$/, '')
  return (
    plain.length >= 6 &&
    (/\d/.test(plain) || /[!@#$%^&*_+/=~]/.test(plain) || /[a-z][A-Z]/.test(plain) || plain.length >= 32)
  )
}
