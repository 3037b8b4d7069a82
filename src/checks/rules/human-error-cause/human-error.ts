/** Words that give a person's slip as a cause, and the question to ask in their place. */

const ERROR = '(?:errors?|mistakes?|failures?|slips?|oversights?)'
// `user error messages` are not errors of users.
const NOT_A_METRIC = '(?! (?:rates?|messages?|pages?|budgets?|logs?|counts?|reports?|responses?|codes?|handling)\\b)'

/** A cheap first look: without one of these no pattern below can fit. */
export const MAY_HOLD =
  /(?:uman|perator|anual|ngineer|ilot|ersonnel|eople|ser)[- ][EeMmFfSsOo]|inger|ebkac|areless|egligen|nattent|loppi|ack of |HUMAN|ERROR|ミス|ヒューマン|不注意|うっかり/

/** Patterns over prose; `ask` names what the system allowed. */
export const HUMAN_ERROR: readonly { readonly words: RegExp; readonly ask: string }[] = [
  {
    words: new RegExp(
      `\\b(?:human|operator|manual|engineer|pilot|personnel|people|user)[- ]${ERROR}\\b${NOT_A_METRIC}`,
      'gi',
    ),
    ask: 'Ask what made the step easy to get wrong and hard to notice, and write that.',
  },
  {
    words: /\bfat[- ]?finger\w*|\bfinger trouble\b|\bbutter[- ]?finger\w*|\bpebkac\b/gi,
    ask: 'Ask why one wrong key could do this, and write that.',
  },
  {
    words:
      /\b(?:careless(?:ness|ly)?|negligen(?:ce|t|tly)|inattent(?:ion|ive)|sloppi(?:ness|ly)|lack of (?:care|attention|diligence|discipline))\b/gi,
    ask: 'Ask what the person could see at that moment, and what would have told them, and write that.',
  },
  {
    words: /(?:ヒューマン・?エラー|人為(?:的)?(?:な)?ミス|人的(?:な)?ミス|操作ミス|作業ミス|オペミス|不注意|うっかり)/g,
    ask: 'なぜ仕組みがそれを許したのかを書いてください。',
  },
]
