/** Why a connection is closed, as the other side learns it. */

/** Codes of RFC 6455, and from 4400 on our own, close to the HTTP status that says the same. */
export const CLOSE = {
  goingAway: [1001, 'The server stops; connect again.'],
  tryLater: [1013, 'The server cannot store edits right now; connect again in a moment.'],
  garbage: [4400, 'A frame that is none of the protocol.'],
  signedOut: [4401, 'No longer signed in.'],
  forged: [4403, "Wrote under another's client id."],
  gone: [4404, 'There is no such postmortem, or it is not yours to see.'],
  slow: [4408, 'Too slow to take in what others write; connect again.'],
  tooLarge: [4413, 'A frame above the limit.'],
  flood: [4429, 'More frames than are served to one client; connect again later.'],
} as const

/** One of them. */
export type CloseReason = keyof typeof CLOSE
