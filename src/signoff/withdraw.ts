/** Takes a signature back: the row loses its date and signature, the record keeps both and gains an entry. */
import { applyEdits, type Edit } from '../base/edit.ts'
import type { Instant } from '../base/instant.ts'
import { ok, type Result, refuse } from '../base/result.ts'
import type { Postmortem } from '../document/model.ts'
import { appendEntry } from '../record/append-entry.ts'
import type { Entry } from '../record/entry.ts'
import { readRecord } from '../record/read-record.ts'
import { cellEdit } from './cell-edit.ts'
import { sameRole } from './roles.ts'
import { samePerson } from './same-person.ts'
import { findRoleRow } from './sign-off-edits.ts'

/** Whose signature, and why. */
export interface WithdrawRequest {
  readonly postmortem: Postmortem
  readonly recordText: string
  readonly role: string
  readonly name: string
  readonly reason: string
  readonly at: Instant
  readonly actor: string
}

/** The document and the record after it. */
export interface Withdrawn {
  readonly edits: readonly Edit[]
  readonly text: string
  readonly recordText: string
  readonly entry: Entry<'withdrawn'>
}

/** Refused without a reason (`reason-missing`) or where this person's signature does not stand in the record (`not-signed`). */
export function withdrawSignature(request: WithdrawRequest): Result<Withdrawn> {
  const { postmortem, recordText, role, name, reason, at, actor } = request
  if (reason.trim() === '') return refuse('reason-missing', 'A signature is withdrawn only with a reason. Say why.')
  const signed = lastSignature(readRecord(recordText).entries, role, name)
  if (signed === null)
    return refuse(
      'not-signed',
      `The record holds no signature of ${name.trim()} as ${role.trim()} that could be withdrawn. Look at the signatures with \`verify\`.`,
    )
  const row = findRoleRow(postmortem, role, name)
  const edits: Edit[] = []
  if (row && samePerson(row.name, name)) {
    for (const column of [row.at.date, row.at.signature]) {
      const cell = column === null ? undefined : row.cells[column]
      if (cell && cell.to > cell.from) edits.push(cellEdit(postmortem.source, cell, ''))
    }
  }
  const text = applyEdits(postmortem.source, edits)
  if (!text.ok) return text
  const appended = appendEntry(recordText, {
    verb: 'withdrawn',
    data: { role: signed.data.role, name: signed.data.name, reason: reason.trim() },
    actor,
    at,
    documentText: text.value,
  })
  if (!appended.ok) return appended
  return ok({ edits, text: text.value, recordText: appended.value.text, entry: appended.value.entry })
}

function lastSignature(entries: readonly Entry[], role: string, name: string): Entry<'signed'> | null {
  let found: Entry<'signed'> | null = null
  for (const entry of entries) {
    if (entry.verb !== 'signed' && entry.verb !== 'withdrawn') continue
    if (!sameRole(entry.data.role, role) || !samePerson(entry.data.name, name)) continue
    found = entry.verb === 'signed' ? entry : null
  }
  return found
}
