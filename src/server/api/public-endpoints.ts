/** The endpoints that answer anybody, each with the reason; a test compares them with what is declared. */

/** Reasons by method and path, sorted by path. */
export const PUBLIC_ENDPOINTS: Readonly<Record<string, string>> = {
  'GET /api/docs': 'Says how the API is used, and holds nothing of this house.',
  'GET /api/docs.css': 'The looks of that page.',
  'GET /api/v1/openapi.json': 'The same for programs.',
  'POST /api/v1/owner': 'Nobody is known before there is an owner; the one-time link stands for who has the machine.',
  'PUT /api/v1/password': 'Who sets a first password has none to sign in by; the one-time link stands for it.',
  'POST /api/v1/session': 'Who signs in is not signed in yet; tries are limited, and answers alike.',
  'GET /api/v1/sign-in': 'The sign-in page asks which ways there are before anybody is known.',
  'GET /api/v1/sign-in/provider': 'Sends a browser to the provider; it keeps nothing on the server.',
  'GET /api/v1/sign-in/provider/callback':
    'Reached from the provider; the sealed state of the browser, the nonce and PKCE prove that it was begun here.',
  'GET /healthz': 'Asked by what starts and watches the process, which has no account.',
  'GET /metrics':
    'Asked by Prometheus on this machine, which has no account; from elsewhere it asks for a token itself.',
  'GET /readyz': 'Asked by proxies in front of it, which have no account.',
}
