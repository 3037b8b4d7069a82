/** What stands around the printed parts of all files. */
import type { CheckOutcome } from './check-job.ts'

/** How the JSON of any files begins and ends; a test holds it to what prints them all at once. */
export const JSON_BEFORE = '{\n  "files": ['
export const JSON_AFTER = '\n  ]\n}'

/** Sums over files. */
export interface Counted {
  files: number
  errors: number
  warnings: number
  infos: number
  unreadable: number
}

/** Adds one file to the sums. */
export function countOutcome(counted: Counted, outcome: CheckOutcome): void {
  counted.files++
  counted.errors += outcome.errors
  counted.warnings += outcome.warnings
  counted.infos += outcome.infos
  if (outcome.unreadable) counted.unreadable++
}

/** The last line of the text: `3 files checked: 1 error.` */
export function totals({ files, errors, warnings, infos, unreadable }: Counted): string {
  const counts = [
    [errors, 'error'],
    [warnings, 'warning'],
    [infos, 'hint'],
    [unreadable, 'unreadable file'],
  ] as const
  const said = counts.flatMap(([number, word]) => (number === 0 ? [] : [plural(number, word)]))
  return `${plural(files, 'file')} checked: ${said.join(', ') || 'nothing found'}.\n`
}

function plural(number: number, word: string): string {
  return `${number} ${word}${number === 1 ? '' : 's'}`
}
