/** Where a request came from, as far as trusted proxies tell. */
import type { House } from '../house.ts'

/** The peer of the connection, or the address that the outermost trusted proxy saw. */
export function clientAddress(forwarded: string | undefined, peer: string | undefined, house: House): string {
  const { trustProxy } = house.settings
  const told = trustProxy > 0 && forwarded ? forwarded.split(',').map((part) => part.trim()) : []
  return (told.at(-trustProxy) || told[0] || peer || 'unknown').slice(0, 100)
}
