/** The four questions that a summary answers, and words by which an answer is known, in English and Japanese. */

/** One of the four questions. */
export type Question = 'happened' | 'affected' | 'cause' | 'done'

/** What to say of a missing answer, and the words that tell of one. */
export const ANSWERS: readonly { readonly question: Question; readonly asks: string; readonly cues: RegExp }[] = [
  {
    question: 'happened',
    asks: 'what happened',
    cues: /\b(?:fail\w*|errors?|error rates?|outages?|down(?:time)?|unavailab\w*|unreachable|inaccessible|unable|could(?: not|n['’]t)|cannot|degrad\w*|slow\w*|latency|delay\w*|time[d-]?[ -]?outs?|reject\w*|dropp\w*|lost|loss|crash\w*|hung|stuck|stopp\w*|stale|incorrect\w*|wrong|corrupt\w*|missing|duplicat\w*|leak\w*|expos\w*|evict\w*|exhaust\w*|interrupt\w*|disrupt\w*|broken?|went away|returned|5\d\d|[45]xx)\b|障害|停止|停電|遅延|遅く|エラー|失敗|不具合|利用でき|アクセスでき|表示され|落ち|ダウン|消失|破損/i,
  },
  {
    question: 'affected',
    asks: 'who was affected',
    cues: /\b(?:customers?|users?|tenants?|clients?|merchants?|subscribers?|partners?|visitors?|developers?|teams?|students?|readers?|callers?|everyone|anyone|no ?(?:body|one)|orders?|requests?|traffic|payments?|transactions?|jobs?|builds?|sessions?|accounts?|\d[\d.,]* ?%)\b|% of\b|顧客|ユーザー?|利用者|テナント|お客様|全員|注文|リクエスト|会員|件/i,
  },
  {
    question: 'cause',
    asks: 'the root cause',
    cues: /\b(?:because|caus\w+|due to|owing to|root|trigger\w*|result(?:ed|ing)? (?:of|from|in)|led to|leading to|stemm\w+|originat\w+|introduc\w+|misconfigur\w*|bug|defect|regression|exhaust\w*|expir\w+|overload\w*|since|after (?:a|an|the|we)|when (?:a|an|the|we)|a (?:change|deploy\w*|release|migration|config\w*)|too (?:small|large|many|few|low|high|slow))\b|原因|起因|ため|により|によって|せい/i,
  },
  {
    question: 'done',
    asks: 'what we did',
    cues: /\b(?:we (?!were|had been|are|saw|experienced|noticed)\w+|roll\w* ?back|revert\w*|restart\w*|mitigat\w*|fix\w*|restor\w*|resolv\w*|recover\w*|scal\w+|increas\w+|enlarg\w+|disabl\w*|enabl\w+|deploy\w* (?:a|the)|patch\w*|fail(?:ed)? ?over|block\w+|replac\w*|remov\w*|add\w*|re-?creat\w*|rebuil\w*|switch\w*|redirect\w*|rerout\w*|renew\w*|repair\w*|rotat\w*|purg\w*|drain\w*|clean\w*)\b|復旧|対応|修正|切り戻|ロールバック|再起動|拡張|停止し|戻し|解消|実施|変更し/i,
  },
]
