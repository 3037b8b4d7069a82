/** The page behind the one-time link: becoming the owner. */
import { html } from 'hono/html'
import { layout, type Markup, problem } from './layout.ts'

/** What was typed before, without the password. */
export interface OwnerForm {
  readonly link: string
  readonly name: string
  readonly email: string
}

/** The form, empty or as it was sent. */
export function ownerPage({ link, name, email }: OwnerForm, wrong: string | null): Markup {
  return layout(
    'Become the owner',
    html`<h1>Become the owner</h1>
<p>The owner is the first administrator of this server, and lets the others in.</p>
${problem(wrong)}
<form method="post" action="/owner">
<label for="link">One-time link, whole or from <code>#</code> on</label>
<input id="link" name="link" value="${link}" required maxlength="300" autocomplete="off" spellcheck="false">
<label for="name">Your name</label>
<input id="name" name="name" value="${name}" required maxlength="200" autocomplete="name">
<label for="email">Your mail address</label>
<input id="email" name="email" type="email" value="${email}" required maxlength="254" autocomplete="username">
<label for="password">A new password: several words that nobody guesses</label>
<input id="password" name="password" type="password" required maxlength="1000" autocomplete="new-password">
<button>Become the owner</button>
</form>`,
    { script: '/owner.js' },
  )
}
