/** A password that somebody chose, as it is kept; refused with the field where it is too weak. */
import { refused } from '../api/failure.ts'
import { canBePassword, hashPassword } from './password.ts'

/** Throws `refused` with `password-weak`. `about` are the words that others know of the person. */
export async function hashedPassword(
  password: string,
  about: { readonly name: string; readonly email: string },
): Promise<string> {
  const fit = canBePassword(password, [about.name, about.email.split('@')[0]!, 'nevertwice'])
  if (fit.ok) return hashPassword(password)
  throw refused(fit.refusal, 'refused', { fields: [{ field: 'body.password', message: fit.refusal.message }] })
}
