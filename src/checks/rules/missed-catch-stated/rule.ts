/** Holds that Root cause says why it was not caught earlier, and which gap let it through: monitoring, testing or rehearsal. */
import { CAUSE_SECTIONS, causeProse, hasCause, writtenCauses } from '../../causes.ts'
import { headingOf } from '../../places.ts'
import type { Rule } from '../../rule.ts'

/** Where it could have been caught: monitoring, testing, review, or a game day. */
const GAP =
  /\bmonitor|\balert|\balarm|\bdashboard|\bmetric|\blog(?:s|ged|ging)?\b|\bnotif|\bdetect|\bvisib|\bobservab|\bprobe|\bhealth ?-?check|\btest|\bci\b|\bstaging\b|\bsandbox\b|\bcanary\b|\blint|\bvalidat|\breview|\bcheck(?:s|ed|list)?\b|\bsuite\b|\bcoverage\b|\bgame ?-?days?\b|\bchaos\b|\bdrill|\brehears|\bexercise|\bload ?-?test|\baudit|監視|検知|アラート|通知|メトリクス|ログ|テスト|検証|レビュー|訓練|演習|カオス|ヘルスチェック|可視化|観測/i
/** Words that say it was not caught, in running text. */
const CUE =
  /\b(?:not|n['’]t|never|no|without|lack\w*|missing|fail\w* to|too late|unnoticed|undetected|silent\w*)\b[^.]{0,80}\b(?:monitor|alert|alarm|dashboard|metric|test|detect|notic|caught|catch|review|valid|check|game ?day|chaos|visib|log)|\b(?:unnoticed|undetected)\b|検知(?:でき|が|漏れ|され)|気付か|気づか|見逃|テスト(?:が|は)?(?:なか|不足|不在|漏れ)|監視(?:が|は)?(?:なか|不足|不在)/i

/** The rule. */
export const missedCatchStated: Rule = {
  id: 'missed-catch-stated',
  group: 'cause',
  holds: 'Root cause says why it was not caught earlier: the monitoring, testing or game-day gap.',
  severity: { draft: 'info', review: 'warning', sign: 'error' },
  *check({ postmortem }) {
    if (!hasCause(postmortem)) return
    const labelled = postmortem.causes.filter((cause) => cause.kind === 'missed-catch')
    if (labelled.length === 0) {
      const told = [causeProse(postmortem), ...writtenCauses(postmortem).map(({ text }) => text)]
      const elsewhere = postmortem.wentWrong.map(({ text }) => text)
      if ([...told, ...elsewhere].some((text) => CUE.test(text))) return
      yield {
        span: headingOf(postmortem, ...CAUSE_SECTIONS),
        message:
          'Nothing says why this was not caught earlier. Add "- **Why didn\'t we catch this earlier?**" with the gap in monitoring, testing or game days.',
      }
      return
    }
    const written = writtenCauses(postmortem).filter((cause) => cause.kind === 'missed-catch')
    if (written.length < labelled.length || written.some(({ label, text }) => GAP.test(text) || GAP.test(label))) return
    yield {
      span: written[0]!.span,
      message:
        'This does not name the gap that let it through. Say whether monitoring, a test, a review or a game day would have caught it, and which.',
      severity: 'info',
    }
  },
}
