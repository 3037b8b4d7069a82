/** How an endpoint is called in lists and messages. */
import type { Endpoint } from './endpoint.ts'

/** `GET /api/v1/session` */
export function endpointName({ method, path }: Pick<Endpoint, 'method' | 'path'>): string {
  return `${method.toUpperCase()} ${path}`
}
