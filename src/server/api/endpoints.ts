/** Every endpoint, sorted by its file. A new one is a file under `endpoints/` and a line here. */
import type { Endpoint } from './endpoint.ts'
import { acceptSuggestion } from './endpoints/comments/accept-suggestion.ts'
import { createComment } from './endpoints/comments/create-comment.ts'
import { listComments } from './endpoints/comments/list-comments.ts'
import { refuseSuggestion } from './endpoints/comments/refuse-suggestion.ts'
import { resolveComment } from './endpoints/comments/resolve-comment.ts'
import { addEvidence } from './endpoints/evidence/add-evidence.ts'
import { listEvidence } from './endpoints/evidence/list-evidence.ts'
import { exportEvidence } from './endpoints/export/export-evidence.ts'
import { exportHtml } from './endpoints/export/export-html.ts'
import { exportJson } from './endpoints/export/export-json.ts'
import { exportMarkdown } from './endpoints/export/export-markdown.ts'
import { exportRecord } from './endpoints/export/export-record.ts'
import { getFigures } from './endpoints/figures/get-figures.ts'
import { compareRevisions } from './endpoints/history/compare-revisions.ts'
import { getRevision } from './endpoints/history/get-revision.ts'
import { listRevisions } from './endpoints/history/list-revisions.ts'
import { restoreRevision } from './endpoints/history/restore-revision.ts'
import { listItems } from './endpoints/items/list-items.ts'
import { listPostmortemItems } from './endpoints/items/list-postmortem-items.ts'
import { moveItemDue } from './endpoints/items/move-item-due.ts'
import { recordItemEffect } from './endpoints/items/record-item-effect.ts'
import { setItemTicket } from './endpoints/items/set-item-ticket.ts'
import { transitionItem } from './endpoints/items/transition-item.ts'
import { createMeeting } from './endpoints/meetings/create-meeting.ts'
import { listMeetings } from './endpoints/meetings/list-meetings.ts'
import { putMeeting } from './endpoints/meetings/put-meeting.ts'
import { getHealth } from './endpoints/operation/get-health.ts'
import { getReadiness } from './endpoints/operation/get-readiness.ts'
import { createOwner } from './endpoints/owner/create-owner.ts'
import { addReceipt } from './endpoints/postmortems/add-receipt.ts'
import { attestAllHands } from './endpoints/postmortems/attest-all-hands.ts'
import { checkPostmortem } from './endpoints/postmortems/check-postmortem.ts'
import { createPostmortem } from './endpoints/postmortems/create-postmortem.ts'
import { getPostmortem } from './endpoints/postmortems/get-postmortem.ts'
import { importPostmortems } from './endpoints/postmortems/import-postmortems.ts'
import { listPostmortems } from './endpoints/postmortems/list-postmortems.ts'
import { listReceipts } from './endpoints/postmortems/list-receipts.ts'
import { listSignatures } from './endpoints/postmortems/list-signatures.ts'
import { openReview } from './endpoints/postmortems/open-review.ts'
import { patchPostmortemText } from './endpoints/postmortems/patch-postmortem-text.ts'
import { putPostmortemText } from './endpoints/postmortems/put-postmortem-text.ts'
import { putReaders } from './endpoints/postmortems/put-readers.ts'
import { reopenPostmortem } from './endpoints/postmortems/reopen-postmortem.ts'
import { returnPostmortem } from './endpoints/postmortems/return-postmortem.ts'
import { scheduleAllHands } from './endpoints/postmortems/schedule-all-hands.ts'
import { signPostmortem } from './endpoints/postmortems/sign-postmortem.ts'
import { withdrawSignature } from './endpoints/postmortems/withdraw-signature.ts'
import { searchPostmortems } from './endpoints/search/search-postmortems.ts'
import { createSession } from './endpoints/session/create-session.ts'
import { deleteSession } from './endpoints/session/delete-session.ts'
import { getSession } from './endpoints/session/get-session.ts'
import { addTimelineEntry } from './endpoints/timeline/add-timeline-entry.ts'
import { listTimeline } from './endpoints/timeline/list-timeline.ts'

/** All of them. */
export const ENDPOINTS: readonly Endpoint[] = [
  acceptSuggestion,
  createComment,
  listComments,
  refuseSuggestion,
  resolveComment,
  addEvidence,
  listEvidence,
  exportEvidence,
  exportHtml,
  exportJson,
  exportMarkdown,
  exportRecord,
  getFigures,
  compareRevisions,
  getRevision,
  listRevisions,
  restoreRevision,
  listItems,
  listPostmortemItems,
  moveItemDue,
  recordItemEffect,
  setItemTicket,
  transitionItem,
  createMeeting,
  listMeetings,
  putMeeting,
  getHealth,
  getReadiness,
  createOwner,
  addReceipt,
  attestAllHands,
  checkPostmortem,
  createPostmortem,
  getPostmortem,
  importPostmortems,
  listPostmortems,
  listReceipts,
  listSignatures,
  openReview,
  patchPostmortemText,
  putPostmortemText,
  putReaders,
  reopenPostmortem,
  returnPostmortem,
  scheduleAllHands,
  signPostmortem,
  withdrawSignature,
  searchPostmortems,
  createSession,
  deleteSession,
  getSession,
  addTimelineEntry,
  listTimeline,
]
