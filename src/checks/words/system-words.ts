/** Tells whether a text names something of the system: a component, a setting, a process, a tool. */

/** Singular, lower case; a plural `s` is cut before the look-up. */
const SYSTEM = new Set(
  `acl agent alarm alert alerting algorithm allocation ami api app application approval architecture artifact artefact assertion authentication authorization
  automation autoscaler autoscaling backend backlog backoff backup balancer bandwidth batch billing binary blockchain bot broker browser bucket budget buffer bug build bundle bus
  cache capacity cdn certificate cert change check checklist chart ci client clock cluster code cold column command commit compiler component compose concurrency
  condition config configuration connection constraint container context contract controller coverage cpu credential cron crash cutoff daemon dashboard data
  database dataset db deadline deadlock dependency deploy deployment design detection dimension disk dns dockerfile documentation domain driver drift endpoint engine environment env error event
  exception expiry exporter extension failover failure fallback feature federation field file filesystem filter firewall firmware flag format frontend function gap gate gateway gpu guard guardrail guide handler
  handshake hardware header healthcheck heap heartbeat helm hook host hub image index infrastructure ingress inode input instance integration interface interval inventory invariant ip isolation job json key
  kernel kubelet kubernetes lambda latency layer leak library limit lint linter listener load lock log logging loop maintenance manifest mechanism memory
  message metadata metric middleware migration mirror misconfiguration model module monitor monitoring mount namespace network nfs nginx node notification oom operator ordering orchestrator
  outdated override overflow package parser partition password patch path pattern payload permission persistence pipeline plan platform plugin pod policy polling pool port practice prefix privilege probe
  procedure process processor production program project protocol provider provisioning proxy qa query queue quota race rate reboot record redirect redis redundancy regex region registry regression release
  reload replica replication repo repository request requirement resolver resource response restart retry review rollback rollout rotation route router routing rule runbook runner runtime saga sandbox
  scale scaling schedule scheduler schema scope script sdk secret security selector semaphore sensor sequence serialization server service session setting shard sidecar signal snapshot socket software
  spec specification ssl staging standard starvation state storage stream subnet subscription sql switch sync synchronization system table tag target template tenant terraform test testing thread threshold throttle throttling
  timeout timer tls token tool tooling topic traffic transaction trigger type ui upgrade upload url validation validator value variable vendor version versioning visibility vm volume vpn
  vulnerability warning watchdog webhook websocket worker workflow workload yaml zone alarm escalation handover onboarding training ownership procedure sop playbook rehearsal drill channel board announcement noise knowledge class priority room upgrade tooling`.split(
    /\s+/,
  ),
)
/** Code, identifiers with inner punctuation or capitals, and letters with digits. */
const IDENTIFIER =
  /`|\b[\p{L}\d]+(?:[_./:-][\p{L}\d]+)*[_/:.][\p{L}\d]+\b|\b[a-z]+[A-Z]\w*|\b[A-Z]{2,}\b|\b[a-z]+\d+\b/u
const WORD = /[a-z]+/g
const JAPANESE =
  /設定|構成|仕様|設計|実装|監視|検知|テスト|手順|運用|プロセス|キュー|ジョブ|バッチ|モデル|プロンプト|処理|機能|構造|経路|クエリ|仕組|コンテナ|サービス|サーバ|データ|キャッシュ|クラスタ|バージョン|デプロイ|ビルド|依存|権限|証明書|接続|タイムアウト|上限|制限|容量|メモリ|ディスク|ネットワーク|コード|スクリプト|ログ|アラート|パイプライン|レビュー|検証|ガード|バグ|不具合|欠落|不在|漏れ/

/** Whether the text names a part of the system or of how it is run. */
export function namesSystem(text: string): boolean {
  if (IDENTIFIER.test(text) || JAPANESE.test(text)) return true
  for (const [word] of text.toLowerCase().matchAll(WORD)) {
    if (
      SYSTEM.has(word) ||
      (word.endsWith('s') &&
        (SYSTEM.has(word.slice(0, -1)) || SYSTEM.has(`${word.slice(0, -3)}y`) || SYSTEM.has(word.slice(0, -2))))
    )
      return true
  }
  return false
}
