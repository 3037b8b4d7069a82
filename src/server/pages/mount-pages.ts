/** The server's own pages. Forms are handed on to the endpoints, so that these alone decide. */
import type { Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { AppEnv } from '../api/app-env.ts'
import { ApiFailure } from '../api/failure.ts'
import type { Authenticated } from '../auth/authenticate.ts'
import type { House } from '../house.ts'
import { countPeople } from '../store/people.ts'
import { frontPage } from './front-page.ts'
import type { Markup } from './layout.ts'
import { ownerPage } from './owner-page.ts'
import { OWNER_SCRIPT } from './owner-script.ts'
import { signInPage } from './sign-in-page.ts'
import { STYLESHEET } from './stylesheet.ts'

/** What the pages need of the application that they are part of. */
export interface PagesOf {
  readonly app: Hono<AppEnv>
  readonly house: House
  /** Who asks; refuses a client that asks too much. */
  readonly enter: (context: Context<AppEnv>) => Promise<Authenticated>
}

/** Fields of a form, and no more than a form needs. */
const FORM = bodyLimit({
  maxSize: 16 * 1024,
  onError() {
    throw new ApiFailure(
      'too-large',
      'body-too-large',
      'The form has more than 16384 bytes, the most that is read here.',
    )
  },
})

/** Adds every page. */
export function mountPages({ app, house, enter }: PagesOf): void {
  const page = async (markup: Markup, status = 200) =>
    new Response(String(await markup), { status, headers: { 'content-type': 'text/html; charset=utf-8' } })

  app.get('/', async (context) => {
    const { actor, setCookie } = await enter(context)
    const shown = await page(frontPage(actor, (await countPeople(house.store.read)) > 0))
    if (setCookie) shown.headers.append('set-cookie', setCookie)
    return shown
  })
  app.get('/owner', async (context) => {
    await enter(context)
    return page(ownerPage({ link: '', name: '', email: '' }, null))
  })
  app.get('/sign-in', async (context) => {
    await enter(context)
    return page(signInPage('', null))
  })
  app.get('/pages.css', (context) => context.body(STYLESHEET, 200, { 'content-type': 'text/css; charset=utf-8' }))
  app.get('/owner.js', (context) =>
    context.body(OWNER_SCRIPT, 200, { 'content-type': 'text/javascript; charset=utf-8' }),
  )

  app.post('/owner', FORM, async (context) => {
    const { link, name, email, password } = await fieldsOf(context, ['link', 'name', 'email', 'password'])
    const secret = link.slice(link.lastIndexOf('#') + 1).trim()
    const answer = await handOn(app, context, 'POST', '/api/v1/owner', { link: secret, name, email, password })
    return answer.ok ? home(answer) : page(ownerPage({ link, name, email }, await told(answer)), answer.status)
  })
  app.post('/sign-in', FORM, async (context) => {
    const { email, password } = await fieldsOf(context, ['email', 'password'])
    const answer = await handOn(app, context, 'POST', '/api/v1/session', { email, password })
    return answer.ok ? home(answer) : page(signInPage(email, await told(answer)), answer.status)
  })
  app.post('/sign-out', FORM, async (context) => {
    const answer = await handOn(app, context, 'DELETE', '/api/v1/session')
    // Who is signed out already wanted just that.
    return answer.ok || answer.status === 401 ? home(answer) : page(signInPage('', await told(answer)), answer.status)
  })
}

async function fieldsOf<const N extends string>(
  context: Context<AppEnv>,
  names: readonly N[],
): Promise<Record<N, string>> {
  const type = context.req.header('content-type')?.split(';')[0]?.trim()
  const form = type === 'application/x-www-form-urlencoded' ? new URLSearchParams(await context.req.text()) : null
  return Object.fromEntries(names.map((name) => [name, form?.get(name) ?? ''])) as Record<N, string>
}

/** Headers that say who asks and from where; the endpoint judges them as if it had been asked itself. */
const SENT_ON = ['cookie', 'origin', 'sec-fetch-site', 'user-agent', 'x-forwarded-for']

async function handOn(
  app: Hono<AppEnv>,
  context: Context<AppEnv>,
  method: string,
  path: string,
  body?: object,
): Promise<Response> {
  const headers = new Headers(body && { 'content-type': 'application/json' })
  for (const name of SENT_ON) {
    const value = context.req.header(name)
    if (value !== undefined) headers.set(name, value)
  }
  const request = new Request(new URL(path, context.req.url), {
    method,
    headers,
    ...(body ? { body: JSON.stringify(body) } : {}),
  })
  return app.fetch(request, context.env)
}

function home(answer: Response): Response {
  const headers = new Headers({ location: '/' })
  for (const cookie of answer.headers.getSetCookie()) headers.append('set-cookie', cookie)
  return new Response(null, { status: 303, headers })
}

async function told(answer: Response): Promise<string> {
  const { detail } = (await answer.json()) as { detail?: string }
  return detail ?? 'Something went wrong.'
}
