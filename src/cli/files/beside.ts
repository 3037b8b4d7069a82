/** The files that lie beside a document. */

/** Paths of a document's record and evidence: `X.md` has `X.record.jsonl` and `X.evidence.jsonl`. */
export function besidePaths(document: string): { readonly record: string; readonly evidence: string } {
  const stem = document.replace(/\.md$/i, '')
  return { record: `${stem}.record.jsonl`, evidence: `${stem}.evidence.jsonl` }
}
