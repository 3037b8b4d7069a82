/** The page to sign in by password. */
import { html } from 'hono/html'
import { layout, type Markup, problem } from './layout.ts'

/** The form, empty or with the address that was sent. */
export function signInPage(email: string, wrong: string | null): Markup {
  return layout(
    'Sign in',
    html`<h1>Sign in</h1>
${problem(wrong)}
<form method="post" action="/sign-in">
<label for="email">Mail address</label>
<input id="email" name="email" type="email" value="${email}" required maxlength="254" autocomplete="username">
<label for="password">Password</label>
<input id="password" name="password" type="password" required maxlength="1000" autocomplete="current-password">
<button>Sign in</button>
</form>
<p>Locked out? Whoever runs the server makes a one-time link with <code>nevertwice owner-link</code>.</p>`,
  )
}
