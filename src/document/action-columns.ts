/** Which column of a table of action items means what, in English and Japanese. */

/** The columns that have meaning. */
export type ActionColumn =
  | 'id'
  | 'description'
  | 'owner'
  | 'ticket'
  | 'due'
  | 'status'
  | 'priority'
  | 'type'
  | 'addresses'
  | 'proof'
  | 'effect'

const EXACT: readonly (readonly [ActionColumn, RegExp])[] = [
  ['id', /^(?:id|#|no\.?|nr\.?|num(?:ber)?|(?:action |item |ai )?(?:id|#|no\.?|number)|ai|番号|項番|№)$/],
  ['type', /^(?:(?:action )?type|category|kind|area|種別|分類|カテゴリー?)$/],
  ['addresses', /^(?:addresses|addressed cause|cuts|causes?|root causes?|factors?|原因)$/],
  ['proof', /^(?:proof|evidence|verification|証跡|証拠)$/],
  ['effect', /^(?:effect|effectiveness|効果)$/],
  ['priority', /^(?:priority|prio|urgency|importance|priorité|priorität|prioridade?|優先度?)(?: level)?$/],
  [
    'status',
    /^(?:(?:current )?(?:status|state|progress)|done\??|completed?\??|状態|ステータス|statut|estado|stato|進捗|状況)$/,
  ],
  [
    'owner',
    /^(?:(?:action )?owners?(?:\(s\))?|who|assignees?|assigned(?: to)?|responsible(?: party| person| team)?|accountable|dri|lead|driver|poc|point of contact|contact|owning team|responsable|responsável|verantwortlich(?:er?|e person)?|zuständig|eigenaar|responsabile|person|teams?|owned by|owner ?\/ ?team|担当者?|責任者|オーナー|担当チーム)$/,
  ],
  [
    'due',
    /^(?:(?:due|target|completion|delivery|end|planned|expected|estimated)(?: ?(?:by|date|on|completion|delivery|resolution))?(?: date)?|deadline|eta|by when|when|date|timeline|time ?frame|échéance|date limite|fällig(?: am)?|frist|termin|fecha(?: límite)?|plazo|prazo|data(?: limite)?|scadenza|期限|期日|目標日|予定日?|完了予定日?|目標)$/,
  ],
  [
    'ticket',
    /^(?:(?:jira|github|gitlab|tracking|related)? ?(?:tickets?|issues?|prs?|links?|bugs?|tracker|tracking|url|references?)|jira|github|prs?(?: ?\/ ?issues?)?|チケット|リンク|課題|関連(?:pr|issue)?)$/,
  ],
  [
    'description',
    /^(?:(?:action|follow[- ]?up|todo|task|work|improvement|corrective)?[ -]?(?:actions?|items?|descriptions?|tasks?|todos?|measures?|improvements?|deliverables?|titles?|summary|what|details?|name)(?: items?| description| required| taken)?|what|recommendations?|controls?|remediations?|mitigations?|aufgabe|maßnahme|tâche|acción|ação|tarea|tarefa|azione|actie|アクション(?:アイテム)?|内容|対策(?:内容)?|タスク|施策|対応(?:内容)?|改善策|項目)$/,
  ],
]
const LOOSE: readonly (readonly [ActionColumn, RegExp])[] = [
  ['description', /action|task|description|measure|improvement|recommendation|アクション|対策|タスク|内容/],
  ['owner', /owner|assign|responsib|担当/],
  ['due', /due|deadline|completion date|target date|期限/],
  ['ticket', /ticket|issue|jira|チケット/],
  ['status', /status|state|状態/],
]

const LONGEST = 160

/** The column of each name; a meaning is given once, to the name that fits best. */
export function actionColumns(names: readonly string[]): Map<ActionColumn, number> {
  if (names.length === 0) return new Map()
  const words = names.map((name) =>
    name
      .slice(0, LONGEST)
      .toLowerCase()
      .replace(/[([（][^)\]）]*[)\]）]/g, ' ')
      .replace(/\s+/g, ' ')
      .trim(),
  )
  const columns = new Map<ActionColumn, number>()
  const taken = new Set<number>()
  for (const patterns of [EXACT, LOOSE]) {
    for (let column = 0; column < words.length; column++) {
      if (taken.has(column)) continue
      const found = patterns.find(([key, pattern]) => !columns.has(key) && pattern.test(words[column]!))
      if (!found) continue
      columns.set(found[0], column)
      taken.add(column)
    }
  }
  // In `ID | Item | Title` the longer words are the description.
  return columns
}
