/** `GET /metrics`: figures for Prometheus. */
import { z } from '@hono/zod-openapi'
import { metricsOf } from '../../../metrics/metrics.ts'
import { endpoint } from '../../endpoint.ts'
import { ApiFailure } from '../../failure.ts'

/** Asked from this machine without a token; from elsewhere with one that may read. */
export const getMetrics = endpoint({
  method: 'get',
  path: '/metrics',
  group: 'Operation',
  summary: 'Figures for Prometheus',
  details: 'From this machine without a token, from elsewhere with one that may read. No series is about a person.',
  who: 'public',
  may: null,
  writes: null,
  answer: z.string(),
  media: 'text/plain; version=0.0.4; charset=utf-8',
  async run({ actor, local, house }) {
    const reads = actor.kind === 'person' && actor.permissions.has('read')
    if (!reads && !local)
      throw new ApiFailure(
        actor.kind === 'person' ? 'forbidden' : 'not-signed-in',
        'metrics-token-missing',
        'Metrics are for this machine, and for tokens with the scope "read". Send one as "Authorization: Bearer nt_..."; in Prometheus as `authorization: {credentials_file: ...}`.',
        { headers: actor.kind === 'person' ? {} : { 'www-authenticate': 'Bearer realm="nevertwice"' } },
      )
    return { body: await metricsOf(house).text(house) }
  },
})
