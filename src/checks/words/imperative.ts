/** Tells whether a task begins with a verb that says what to do; English, code and Japanese spared. */

/** Verbs with which action items begin, base form. */
const VERBS = new Set(
  `accept acquire adapt add address adjust adopt advertise agree alert align allow amend analyse analyze annotate announce apply appoint approve archive arrange
  ask assert assess assign attach audit author automate avoid backfill backport back ban base batch benchmark block book boost break bring broadcast build bump bundle cache
  calculate call cancel cap capture carry catch celebrate centralise centralize change chase check choose circulate clarify classify clean cleanup clear close collapse collect combine
  commission communicate compare compile complete compress conduct configure confirm connect consolidate consider consult contact contain continue contribute convert cooperate coordinate
  copy correct cover create curate cut deal debug decide declare decommission decouple decrease deduplicate define delay delegate delete deliver demand demonstrate deploy deprecate derive
  describe design destroy detach detect determine develop devise diagnose disable disallow discard disconnect discontinue discover discuss display distribute divide do document
  double downgrade download draft drain drill drop dry duplicate edit educate elaborate eliminate embed emit emphasise emphasize employ enable encode encourage encrypt end enforce engage enhance enlarge
  enrich ensure escalate establish estimate evaluate evict examine execute exercise expand explain explore export expose extend extract fail feed figure fill file filter finalise finalize find
  finish fix flag flip flush focus follow force forbid forward freeze gate gather generate get give grant group guarantee guard handle harden have help hide highlight hire hold hook host
  identify ignore implement import impose improve include incorporate increase index inform inject initiate inspect install institute instruct instrument integrate introduce inventory investigate invite invoke involve isolate
  issue iterate join keep label launch learn leave let leverage lift limit link lint list load localise localize lock log look lower maintain make manage map mark mask match
  measure meet mention merge migrate minimise minimize mirror mitigate mock model modify monitor mount move mute name negotiate normalise normalize notify observe obtain offer onboard
  open operate optimise optimize order organise organize outline override overhaul page parallelise parallelize parse partition pass patch pause perform persist pick pin place plan point
  poll populate port post postpone prefer prepare present preserve prevent print prioritise prioritize probe procure produce profile prohibit promote prompt propagate propose protect prototype
  prove provide provision prune publicise publicize publish pull purchase purge push put query quantify query queue quarantine raise rate re-architect re-create re-deploy re-design re-enable re-evaluate re-introduce re-run
  re-test re-think re-work reach read reallocate reassess rebuild recalculate recommend reconcile reconfigure reconsider record recover recreate recruit rectify redact redesign redirect redo redeploy reduce
  reenable refactor refine reflect refresh refuse register regularise rehearse reimplement reject release relax reload relocate remediate remember remind remove rename renew reopen reorder reorganise reorganize repair
  repeat rephrase replace replay replicate report reproduce request require rerun rerout reroute rescale research reserve reset reshard resize resolve respond restart restore restrict restructure resume retain retest
  rethink retire retrieve retrofit retry return reuse reverse revert review revise revisit revoke rewrite rework roll rollback rollout rotate round route run runbook safeguard sample sandbox sanitise sanitize save scale
  scan schedule scope script seal search secure seek segment select send separate serialise serialize serve set setup shadow shard share shift ship shorten show shrink shut sign silence simplify
  simulate size skip slow snapshot sort specify speed spike spin split spread stabilise stabilize stage standardise standardize start state stop store streamline strengthen stress strip structure study
  submit subscribe suggest summarise summarize supply support suppress suspend switch sync synchronise synchronize tag take talk target teach tell template terminate test throttle throw tidy tie tighten time toggle
  trace track trade train transfer transform translate treat trial triage trigger trim try tune turn unblock understand unify uninstall unlock unpin unsubscribe untangle update upgrade upload upskill use utilise utilize vacuum validate
  vendor verify version visualise visualize vote wait walk warm warn watch weigh whitelist allowlist widen wipe wire withdraw work wrap write zero`.split(
    /\s+/,
  ),
)
const LEAD_INS = new Set([
  "don't",
  'do',
  'also',
  'please',
  'to',
  'always',
  'never',
  'not',
  'properly',
  'actively',
  'either',
  'first',
  'then',
  'we',
  'team',
])
const WORD = /^[^\p{L}\p{N}`]*(?:\[[ xX]\]\s*)?([A-Za-z][A-Za-z'’-]*)/u
/** `A1:`, `P-2 —`, `[Platform]`, `(SRE)`, an address or a name before a colon. */
const PREFIX =
  /^[^\p{L}\p{N}`[(]*(?:(?:[A-Z]{1,4}[-–]?\d{1,4})\s*[:.)–—-]\s*|[[(][^\])]{1,30}[\])]\s*[:–—-]?\s*|[\p{L}][\p{L}\p{N} ./&'’-]{0,40}:\s+)/u

/** What a task begins with: a verb, other words, or nothing that can be judged (code, an address, another script). */
export function taskBeginning(text: string): { readonly kind: 'verb' | 'other' | 'unknown'; readonly word: string } {
  const first = WORD.exec(text)?.[1] ?? ''
  if (isVerb(first)) return { kind: 'verb', word: first.toLowerCase() }
  let rest = text
  for (let step = 0; step < 2; step++) {
    const prefix = PREFIX.exec(rest)
    if (!prefix || prefix[0] === '') break
    rest = rest.slice(prefix[0].length)
  }
  let word = WORD.exec(rest)?.[1] ?? ''
  const shown = plain(word)
  for (let step = 0; step < 2 && LEAD_INS.has(plain(word)); step++) {
    if (plain(word) === "don't" || plain(word) === 'not' || plain(word) === 'never')
      return { kind: 'verb', word: plain(word) }
    rest = rest.slice(rest.indexOf(word) + word.length)
    word = WORD.exec(rest)?.[1] ?? ''
  }
  // Adverbs stand before the verb: "automatically delete", "manually verify".
  if (/ly$/i.test(word) && !isVerb(word)) {
    const next = WORD.exec(rest.slice(rest.indexOf(word) + word.length))?.[1] ?? ''
    if (isVerb(next)) return { kind: 'verb', word: plain(next) }
  }
  if (isVerb(word)) return { kind: 'verb', word: plain(word) }
  return { kind: canBeJudged(rest, word) ? 'other' : 'unknown', word: shown }
}

function isVerb(word: string): boolean {
  const lower = plain(word)
  if (VERBS.has(lower)) return true
  const again = /^(?:re|un|de|auto|pre|dis|co)-?(?=\w{3})/.exec(lower)
  return again !== null && VERBS.has(lower.slice(again[0].length))
}

function plain(word: string): string {
  return word.toLowerCase().replace('’', "'")
}

/** Code, addresses, identifiers and other scripts are spared. */
function canBeJudged(rest: string, word: string): boolean {
  if (word === '' || /^[^\p{L}]*(?:`|https?:|www\.|#\d)/u.test(rest)) return false
  const run = /^[^\p{L}\p{N}]*([^\s]+)/u.exec(rest)?.[1] ?? ''
  if (/[\u3040-\u30ff\u3400-\u9fff]/.test(rest.slice(0, 60))) return false
  return !/[\w][_./][\w]|[a-z][A-Z]|\d/.test(run)
}
