/** Whether a request comes from this machine itself. */

const LOOPBACK = /^(?:::ffff:)?127(?:\.\d{1,3}){3}$|^::1$/
const OWN_NAME = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::\d{1,5})?$/i

/**
 * True for a connection from loopback that was sent to a name of loopback and that no proxy passed on: a proxy on this machine, or a
 * page whose name was bent to 127.0.0.1, brings strangers.
 */
export function isLocal(headers: Headers, peer: string | undefined): boolean {
  if (peer === undefined || !LOOPBACK.test(peer)) return false
  if (['forwarded', 'via', 'x-forwarded-for', 'x-real-ip'].some((name) => headers.has(name))) return false
  return OWN_NAME.test(headers.get('host') ?? '')
}
