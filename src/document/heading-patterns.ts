/** Words by which headings name the sections of a postmortem, in English and Japanese: core words, and qualifiers around them. */
import type { SectionKind } from './section-kind.ts'

/** Words that may stand around a core word without changing what it means. Singular, lower case. */
export const QUALIFIERS: ReadonlySet<string> = new Set(
  (
    'a an the our this that its incident incidents outage event events issue problem failure postmortem post-mortem detailed detail ' +
    'full complete short brief high level high-level initial final overall general main key proposed planned suggested ' +
    'immediate short-term long-term medium-term term medium long and or of for in on with from to by at is was were be are we ' +
    'utc gmt bst pst pdt est edt jst cet cest pt et ct all times time approximate approximately approximations approx notes note ' +
    'section report review any other more overview new possible identified technical'
  ).split(' '),
)

/** Core words of each kind, `;` between. A heading names the kind when, without qualifiers, it is one of these. */
export const CORE_WORDS: readonly (readonly [SectionKind, string])[] = [
  [
    'timeline',
    'timeline; time line; timelines; chronology; chronological; sequence; sequence of events; ' +
      'key events; event log; incident log; log of events; chat log; chat logs; incident timeline; ' +
      'timeline of events; events timeline; order of events; course of events; incident history; ' +
      'timeline slack thread; incident updates; updates; event history; incident progression; ' +
      'minute by minute; activity log; incident activity log; event timeline; timeline events; key timestamps; key times; ' +
      'important timestamps; key moments; what happened when; what happened step by step; step by step; how unfolded; how it unfolded; ' +
      'blow by blow; status history; milestones; incident chronology; response timeline; response log; タイムライン; 時系列; 経緯; 対応履歴; 対応経過; 対応の経過; 障害経過; 経過; 対応記録; 復旧までの流れ; 时间线; 事件经过; 处理过程; 处理经过; 타임라인; 경과; 타임 라인',
  ],
  [
    'action-items',
    'action items; action item; actions; action; action plan; actions to take; corrective actions; ' +
      'corrective action; preventive actions; preventative actions; preventive action; ' +
      'preventative action; corrective measures; preventive measures; preventative measures; ' +
      'prevention measures; preventive measure; preventative measure; corrective measure; ' +
      'corrective preventative measures; corrective preventive measures; corrective preventative measure; ' +
      'corrective preventive actions; corrective preventative actions; prevention; preventing recurrence; ' +
      'recurrence prevention; preventing future; next steps; next step; follow-up; follow-ups; follow up; ' +
      'follow ups; followup; followups; follow-up actions; follow up actions; follow-up items; ' +
      'follow-up tasks; follow-up work; follow-up improvements; remediation items; remediation plan; ' +
      'remediation actions; remediations; review actions; actions review; future actions; future work; ' +
      'future improvements; future measures; future prevention; recommendations; recommendation; ' +
      'recommended actions; recommended action; recommended changes; todo; todos; to do; to-do; todo list; ' +
      'tasks; improvements; improvement actions; improvement plan; process improvements; ' +
      'planned improvements; technical improvements; repair items; mitigations follow-up; work items; ' +
      'call to action; preventing reoccurrence; what we doing; what we will do; ' +
      'what are we doing about it; what we are doing to prevent; countermeasures; commitments; actionables; actionable items; action points; action list; actions list; open actions; outstanding actions; ' +
      'open items; open action items; post mortem actions; postmortem action items; post-incident actions; post-incident tasks; ' +
      'post incident tasks; post incident actions; post-mortem actions; hardening plan; prevention plan; prevention hardening; ' +
      'capa; corrective preventive actions capa; remediation tasks; remediation steps planned; follow-up issues; ' +
      'follow up issues; followup actions; followup items; follow-up steps; follow up steps; remediation follow-up steps; ' +
      'remediation follow up steps; remediation follow-up; what to do better; what to improve; how making incidents like less likely; ' +
      'how making incidents like less likely less impactful; what will we do differently; what we will do differently; ' +
      "what we'll do differently; what are we doing differently; what we're doing differently; repairs; improvement items; action tracker; " +
      "proposed changes; what next; whats next; what's next; what happens next; preventative actions taken; preventive steps; アクションアイテム; " +
      '再発防止策; 再発防止; 今後の対応; 対策; 改善策; アクション; 今後の対策; ネクストアクション; 次のアクション; 対応事項; 今後の対応事項; フォローアップ; 恒久対応; 恒久対策; 行动项; 改进措施; 后续行动; 后续措施; 改进项; 재발 방지; 재발 방지 대책; 재발방지; 후속 조치; 조치 사항; 액션 아이템',
  ],
  [
    'summary',
    'summary; executive summary; issue summary; incident summary; problem summary; tldr; tl dr; tl;dr; ' +
      'abstract; synopsis; overview; issue overview; incident overview; description; incident description; ' +
      'problem description; problem statement; problem; issue; introduction; in short; summary of; サマリー; ' +
      '概要; 要約; 要旨; 障害概要; 摘要; 问题',
  ],
  [
    'impact',
    'impact; impacts; user impact; customer impact; business impact; impact analysis; impact assessment; ' +
      'service impact; data impact; data integrity; scope; scope of impact; blast radius; affected users; ' +
      'affected customers; affected services; affected systems; who affected; severity impact; ' +
      'impact on users; impact on customers; customers affected; users affected; effects; consequences; ' +
      'damage; symptoms; user-visible impact; 影響; 影響範囲; 影響と範囲; データ損失; 機能への影響; 影響の内訳; 潜在影響; 影响',
  ],
  [
    'five-whys',
    'five whys; 5 whys; whys; five why; 5 why; the five whys; five whys analysis; 5 whys analysis; ' +
      'なぜなぜ分析; 5回のなぜ',
  ],
  [
    'trigger',
    'trigger; triggers; triggering; proximate cause; direct cause; immediate cause; fault; 直接原因; トリガー; ' +
      'きっかけ',
  ],
  [
    'contributing-factors',
    'contributing factors; contributing factor; contributory factors; contributing causes; contributors; ' +
      'factors; aggravating factors; 寄与要因; 要因; 誘因',
  ],
  [
    'missed-catch',
    "detection; why not caught; why did we not catch earlier; why didn't we catch earlier; " +
      'why not detected; how detected; how did we detect; monitoring gap; testing gap; detection gap; ' +
      'time to detection; time to detect; discovery; how found; how discovered; 検知; 検知の評価; 検知方法; 発見の経緯',
  ],
  [
    'root-cause',
    'root cause; root causes; root cause analysis; root causes analysis; rca; cause; causes; ' +
      'cause analysis; causal analysis; analysis; what happened; what went on; what exactly happened; ' +
      'background; context; technical analysis; technical details; technical background; details; ' +
      'explanation; investigation; findings; diagnosis; why happened; why did happen; how happened; ' +
      'how did happen; leadup; lead-up; lead up; underlying cause; primary cause; ' +
      'root cause identification; latent condition; latent conditions; deep dive; postmortem analysis; ' +
      'reason; reasons; 根本原因; 根本原因分析; 原因; 原因分析; 背景; 発生原因; 根本原因の分析; 根因',
  ],
  [
    'resolution',
    'resolution; resolutions; resolution recovery; recovery; fix; fixes; fix applied; fixes applied; ' +
      'solution; solutions; resolved; response; mitigation; mitigations; mitigation resolution; ' +
      'immediate actions; immediate action; immediate fix; immediate response; actions taken; ' +
      'action taken; steps taken; remediation; repair; workaround; how fixed; how we fixed; how resolved; ' +
      'how did we fix; incident response; response recovery; solving; restoration; 対応; 復旧; 対応の評価; 解決; ' +
      '対応内容; 復旧対応; 暫定対応; 解决方案',
  ],
  [
    'lucky',
    'where we got lucky; where did we get lucky; got lucky; lucky; where lucky; what we got lucky; ' +
      'near misses; luck; 運が良かったこと; 幸運だったこと',
  ],
  [
    'went-right',
    'what went well; went well; what went right; what worked; what worked well; what helped; ' +
      'things that went well; things went well; successes; positives; what did go well; ' +
      'what did we do well; what we did well; good; うまくいったこと; 良かったこと; 良かった点; うまくいった点',
  ],
  [
    'went-wrong',
    'what went wrong; went wrong; what went poorly; went poorly; things that went poorly; ' +
      "things went poorly; what did not go well; what didn't go well; what didn't go so well; " +
      'what did not go so well; what could be improved; what could be better; what could have gone better; ' +
      "what could we do better; what can we improve; what didn't work; what did not work; " +
      "what did not help; what didn't help; areas for improvement; area for improvement; opportunities; " +
      'opportunities for improvement; room for improvement; gaps; weaknesses; challenges; ' +
      'what needs improvement; うまくいかなかったこと; 改善が必要なこと; 悪かったこと; 問題点; 課題',
  ],
  [
    'lessons',
    'lessons learned; lessons learnt; lessons; lesson learned; lesson; learnings; learning; takeaways; ' +
      'key takeaways; take aways; what we learned; what we learnt; what did we learn; conclusion; ' +
      'conclusions; closing; closing thoughts; insights; reflections; retrospective; additional thoughts; ' +
      'lessons learned improvements; 教訓; 学び; 学んだこと; 技術的教訓; 組織的教訓; 経験教訓; 结论',
  ],
  [
    'artefacts',
    'related artefacts; related artifacts; artefacts; artifacts; references; reference; links; ' +
      'useful links; related links; supporting information; supporting documents; resources; ' +
      'additional resources; related; related documents; related documentation; related docs; ' +
      'related issues; related incidents; related tickets; related files; related prs; related pr; ' +
      'further reading; see also; slack thread; slack threads; evidence; attachments; dashboards; ' +
      'runbooks; files modified; files changed; logs; sources; 参考資料; 参考; 関連ドキュメント; 関連リソース; 関連情報; 関連リンク; ' +
      '参考文献',
  ],
  [
    'communication',
    'customer communication; communication; communications; external communication; ' +
      'customer communications; public communication; status page updates; status page; public statement; ' +
      'messaging; 顧客連絡; 顧客への連絡',
  ],
  ['publication', 'publication; publishing; published; distribution; announcements; 公開; 公開状況'],
  [
    'sign-off',
    'sign-off; signoff; sign off; sign-offs; approval; approvals; approved by; reviewers; signatures; ' + '承認',
  ],
  [
    'blamelessness',
    'a note on blamelessness; note on blamelessness; blamelessness; blameless note; blameless statement',
  ],
  ['appendix', 'appendix; appendices; appendix from original; supplement; addendum; 付録'],
  [
    'metadata',
    'metadata; time to repair; time to recovery; time to resolve; time to resolution; time to mitigate; time to acknowledge; incident details; incident information; incident info; information; incident data; stats; ' +
      'statistics; at a glance; facts; key facts; quick facts; details table; participants; attendees; ' +
      'people; responders; authors; author; incident commander; date; status; severity; duration; メタデータ; ' +
      '基本情報; インシデント情報; 障害情報',
  ],
]
