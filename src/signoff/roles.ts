/** Names of roles, compared as people write them. */

/** `platform lead` for `Platform Lead`, `(Optional) Platform lead` and `**Platform lead**`. */
export function roleKey(role: string): string {
  return role
    .replace(/\([^()]*\)/g, ' ')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** Whether two writings name the same role. */
export function sameRole(a: string, b: string): boolean {
  return roleKey(a) !== '' && roleKey(a) === roleKey(b)
}

/** Whether a role is the incident commander's, who is named in the metadata. */
export function isCommander(role: string): boolean {
  return roleKey(role) === 'incident commander' || roleKey(role) === 'ic'
}
