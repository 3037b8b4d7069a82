/** Works out what `fix` would make of one document. */

import { checkerOf } from '../../checks/check-texts.ts'
import { fixText } from '../../checks/fixes.ts'
import { parsePostmortem } from '../../document/parse.ts'
import { readRecord } from '../../record/read-record.ts'
import { signatureState } from '../../signoff/signature-state.ts'
import { encodeText } from '../files/decode-text.ts'
import type { CheckJob, CheckTask } from './check-job.ts'
import { readBytes, textsOf } from './read-texts.ts'

/** What became of a document: `bytes` are what it would be, in its own encoding. */
export type FixedDocument =
  | { readonly kind: 'unreadable'; readonly problem: string }
  | { readonly kind: 'signed'; readonly edits: number }
  | { readonly kind: 'unchanged' }
  | {
      readonly kind: 'changed'
      readonly edits: number
      readonly before: string
      readonly after: string
      readonly bytes: Buffer
    }

/** Makes the function that fixes documents for a job. A text with a valid signature is left as it is. */
export function fixerOf(job: CheckJob): (task: CheckTask) => Promise<FixedDocument> {
  const check = checkerOf(job)
  return async (task) => {
    const read = await readBytes(task)
    if ('problem' in read) return { kind: 'unreadable', problem: read.problem }
    const found = textsOf(task, read.bytes)
    if ('problem' in found) return { kind: 'unreadable', problem: found.problem }
    const { texts, encoding } = found
    const fixed = fixText(texts.source, (source) => check({ ...texts, source }))
    if (!fixed.ok) return { kind: 'unreadable', problem: fixed.refusal.message }
    const { text, edits } = fixed.value
    if (text === texts.source) return { kind: 'unchanged' }
    if (texts.record !== null && isSigned(texts.source, texts.record)) return { kind: 'signed', edits }
    return { kind: 'changed', edits, before: texts.source, after: text, bytes: encodeText(text, encoding) }
  }
}

function isSigned(source: string, record: string): boolean {
  const { roles } = signatureState(parsePostmortem(source), readRecord(record).entries, [])
  return roles.some(({ status }) => status === 'valid')
}
