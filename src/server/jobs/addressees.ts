/** Finds the people whom a deadline concerns, and leaves out who may not see what it is about. */
import type { Addressee } from '../store/jobs-people.ts'

/** Everybody that a cell or a field names: by address, name, handle or id. A name that two people have is nobody's. */
export function peopleNamed(words: string | null, people: readonly Addressee[]): Addressee[] {
  const found = new Set<Addressee>()
  for (const name of (words ?? '').split(/[,;&/+\n]|\band\b/i).map(plain)) {
    if (name === '') continue
    const matches = people.filter((person) => namesOf(person).includes(name))
    if (matches.length === 1) found.add(matches[0]!)
  }
  return [...found]
}

/** Lower case, without `@` in front and without what stands in brackets after it. */
function plain(name: string): string {
  return name
    .normalize('NFKC')
    .replace(/[(<][^()<>]*[)>]\s*$/, '')
    .trim()
    .replace(/^@/, '')
    .replace(/\s+/g, ' ')
    .toLowerCase()
}

function namesOf({ id, name, email, handles }: Addressee): string[] {
  return [id, name, email, ...handles].map(plain)
}

/** Who may see something that is restricted. */
export interface Audience {
  readonly restricted: boolean
  /** Who made the incident or its document, and its readers. */
  readonly may: ReadonlySet<string>
}

/** Whether a person may see it. */
export function maySee(person: Addressee, { restricted, may }: Audience): boolean {
  return !restricted || person.role === 'admin' || may.has(person.id)
}

/**
 * Those of the concerned who may see it, each once. Where none is left the leads of the server stand in, then its administrators:
 * a deadline that nobody hears of is missed.
 */
export function addresseesOf(
  concerned: readonly Addressee[],
  people: readonly Addressee[],
  audience: Audience,
): readonly Addressee[] {
  const seeing = (some: readonly Addressee[]) => [...new Set(some)].filter((person) => maySee(person, audience))
  for (const some of [concerned, people.filter(({ role }) => role === 'lead')]) {
    const found = seeing(some)
    if (found.length > 0) return found
  }
  return seeing(people.filter(({ role }) => role === 'admin'))
}
