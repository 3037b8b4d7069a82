/** Takes the secret out of the address into the form, and out of the browser's history. Without script the person pastes the address. */

/** JavaScript. */
export const OWNER_SCRIPT = `const field = document.getElementById('link')
if (location.hash.length > 1 && field) {
  field.value = location.hash.slice(1)
  history.replaceState(null, '', location.pathname)
}
`
