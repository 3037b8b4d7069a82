import { describe, expect, it } from 'vitest'
import type { EventKind } from '../evidence/event-kind.ts'
import { EVENT_PATTERNS } from './event-patterns.ts'
import { kindOfEvent } from './kind-of.ts'
import { kindScores, type Reason } from './kind-scores.ts'
import { readPattern } from './pattern-match.ts'

const ENGLISH: readonly (readonly [EventKind, string])[] = [
  ['change', 'Release 4.2 deployed to production'],
  ['change', 'Scheduled migration of the orders database begins'],
  ['change', 'TLS certificate of checkout-example expires'],
  ['impact-started', 'Outage begins'],
  ['impact-started', 'Users start seeing errors at checkout'],
  ['impact-started', 'Error rate climbs to 12%'],
  ['observed', 'Customers report failing payments'],
  ['observed', 'Ada Example notices elevated latency on the dashboard'],
  ['observed', 'Still seeing timeouts in the second region'],
  ['alert', 'HighErrorRate alert fired for checkout-example'],
  ['alert', 'Synthetic check sends an alarm'],
  ['paged', 'PagerDuty paged the primary'],
  ['acknowledged', 'Page acknowledged by Ada Example'],
  ['acknowledged', 'Bo Sample joins the call'],
  ['declared', 'Incident declared'],
  ['declared', 'War room opened'],
  ['escalated', 'Escalated to the database team'],
  ['escalated', 'Bo Sample opens a support case with the vendor'],
  ['runbook', 'Runbook "queue backlog" followed'],
  ['investigation', 'Team investigates the logs'],
  ['investigation', 'We suspect the new driver'],
  ['cause-identified', 'Root cause identified'],
  ['cause-identified', 'Engineers found that the pool was exhausted'],
  ['mitigation', 'Rolled back the release'],
  ['mitigation', 'Ada Example restarts the workers'],
  ['mitigation', 'Attempt to restart the database fails'],
  ['mitigation', 'Deployed a fix for the connection leak'],
  ['communicated', 'Status page updated'],
  ['communicated', 'Informed all tenants by email'],
  ['impact-ended', 'Service fully restored'],
  ['impact-ended', 'Error rate back to normal'],
  ['impact-ended', 'Pods redeployed, checkout-example is back online'],
  ['all-clear', 'Incident closed'],
  ['all-clear', 'Customers confirm that the issue is resolved'],
  ['follow-up', 'Postmortem scheduled'],
  ['follow-up', 'Backfill of lost events started'],
  ['change', 'Faulty configuration pushed to the edge'],
  ['change', 'Accidental deletion of the production bucket'],
  ['impact-started', 'All writes begin to fail'],
  ['observed', 'Nodes become stuck again'],
  ['observed', 'Errors persist after the restart'],
  ['paged', 'Page goes out to the database on-call'],
  ['paged', 'Support reaches out to the on-call engineer'],
  ['declared', 'Severity set to SEV2 and incident channel created'],
  ['escalated', 'Severity raised to SEV1'],
  ['escalated', 'Storage vendor contacted to look into the errors'],
  ['escalated', 'Support chat with the provider started to investigate'],
  ['investigation', 'Team switches hypothesis to a kernel regression'],
  ['investigation', 'Apart from the reset sessions in the log, no abnormal activity was found'],
  ['cause-identified', 'Issue identified'],
  ['cause-identified', 'Investigation shows that the new limit is the cause of the errors'],
  ['mitigation', 'After more reports, the decision was taken to disable the feature'],
  ['mitigation', 'Deployed the correct configuration'],
  ['communicated', 'Follow-up email sent to customers'],
  ['impact-ended', 'Rollback complete, errors drop to zero'],
  ['impact-ended', 'The release was rolled back, which fixed the errors for all users'],
  ['impact-ended', 'Last failed request'],
  ['all-clear', 'Confirmed all services are healthy, incident over'],
  ['all-clear', 'All systems operational'],
  ['all-clear', 'Status changed to resolved'],
  ['follow-up', 'Affected customers refunded'],
  ['other', 'Lunch'],
  ['other', ''],
]

const JAPANESE: readonly (readonly [EventKind, string])[] = [
  ['change', '新バージョンをリリース'],
  ['impact-started', '障害発生: 決済エラーが増加'],
  ['observed', '**検知**: 利用者からの報告'],
  ['alert', 'エラー率のアラート発火'],
  ['investigation', '調査開始。ログを確認'],
  ['cause-identified', '原因特定: 接続プールの枯渇'],
  ['mitigation', 'ロールバックを実施'],
  ['communicated', 'ステータスページに掲載'],
  ['impact-ended', '復旧確認'],
  ['all-clear', '収束宣言'],
  ['follow-up', '恒久対応をマージ'],
]

describe('kindOfEvent', () => {
  it.each(ENGLISH)('%s: %s', (kind, line) => {
    expect(kindOfEvent(line)).toBe(kind)
  })

  it.each(JAPANESE)('%s: %s', (kind, line) => {
    expect(kindOfEvent(line)).toBe(kind)
  })

  it('reads who acts: a user who tries is not a mitigation, an engineer who does is', () => {
    expect(kindOfEvent('Engineer tries to restart the node')).toBe('mitigation')
    expect(kindOfEvent('User tries to log in and sees errors')).not.toBe('mitigation')
  })

  it('lets the lines before tip the scales, not overrule plain words', () => {
    const after: EventKind[] = ['change', 'impact-started', 'alert']
    expect(kindOfEvent('Pipeline run completed')).toBe('change')
    expect(kindOfEvent('Pipeline run completed', { previous: after })).toBe('mitigation')
    expect(kindOfEvent('Incident closed', { previous: [], position: 0 })).toBe('all-clear')
  })

  it('says which patterns spoke', () => {
    const why: Reason[] = []
    kindScores('Rolled back the release', why)
    expect(why).toContainEqual({ kind: 'mitigation', points: 4, pattern: 'V:ROLLBACK' })
  })

  it('has patterns that can all be read', () => {
    for (const patterns of Object.values(EVENT_PATTERNS))
      for (const [, text] of patterns) expect(readPattern(text).length).toBeGreaterThan(0)
  })
})
