/** Who or what saw that an action item works: a person, or a check that a machine ran. */

/** A person by name, or a machine's check by what was run. */
export interface Verifier {
  readonly kind: 'check' | 'person'
  readonly name: string
}

const CHECK = /^check:\s*/i

/** How the record writes it: a person's name as it is, a check as `check: <name>`. */
export function verifierToText(verifier: Verifier): string {
  return verifier.kind === 'check' ? `check: ${verifier.name.trim()}` : verifier.name.trim()
}

/** What the record's words mean; a person unless they begin with `check:`. */
export function parseVerifier(text: string): Verifier {
  const mark = CHECK.exec(text)
  return mark ? { kind: 'check', name: text.slice(mark[0].length).trim() } : { kind: 'person', name: text.trim() }
}
