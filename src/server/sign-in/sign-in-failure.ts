/** What went wrong at the provider, as an answer that says what to do. */
import { ApiFailure } from '../api/failure.ts'

const RECOVERY = 'Whoever runs the server comes in with `nevertwice owner-link`.'

/** An answer that is not taken is refused; a provider that does not answer is not available. */
export function signInFailure(error: unknown): ApiFailure {
  if (error instanceof ApiFailure) return error
  const { name = '', code = '' } = error as { name?: string; code?: string }
  const words = wordsOf(error)
  if (name === 'AuthorizationResponseError')
    return new ApiFailure(
      'forbidden',
      'provider-refused',
      `The provider did not sign you in (${words}). Sign in again.`,
    )
  const unreachable =
    name === 'TypeError' ||
    name === 'TimeoutError' ||
    name === 'AbortError' ||
    code === 'OAUTH_TIMEOUT' ||
    code === 'OAUTH_ABORT'
  if (unreachable || code === 'OAUTH_RESPONSE_IS_NOT_CONFORM' || code === 'OAUTH_RESPONSE_IS_NOT_JSON')
    return new ApiFailure(
      'unavailable',
      'provider-unreachable',
      `The provider does not answer as it should (${words}). Try again in a moment. ${RECOVERY}`,
      { headers: { 'retry-after': '10' } },
    )
  return new ApiFailure(
    'forbidden',
    'provider-answer-refused',
    `What the provider answered was not accepted (${words}). Sign in again; if it stays so, an administrator compares the settings here with those at the provider. ${RECOVERY}`,
  )
}

/** The reason in one line, without what was sent. */
function wordsOf(error: unknown): string {
  const { message, cause, error: code } = error as { message?: string; cause?: unknown; error?: string }
  if (code) return code.slice(0, 100)
  const inner = cause instanceof Error ? cause.message : ''
  return [message, inner]
    .filter(Boolean)
    .join(': ')
    .replaceAll(/[^\x20-\x7e]/g, ' ')
    .slice(0, 200)
}
