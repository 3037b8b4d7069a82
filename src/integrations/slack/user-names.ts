/** Names of people by their Slack id, from `users.json` of an export or the answer of `users.list`. */
import { isObject } from '../kit/is-object.ts'
import { oneLine } from '../kit/plain-text.ts'
import { User } from './shape.ts'

/** Whether a value is a list of Slack users. */
export function isSlackUsers(value: unknown): boolean {
  const list = isObject(value) ? value.members : value
  return Array.isArray(list) && list.length > 0 && list.slice(0, 5).every(isUser)
}

/** Real names, else display names, else handles; entries without any are left out. */
export function slackUserNames(value: unknown): Map<string, string> {
  const names = new Map<string, string>()
  const list = isObject(value) ? value.members : value
  for (const entry of Array.isArray(list) ? list : []) {
    const user = User.safeParse(entry)
    if (!user.success) continue
    const { id, name, real_name, profile } = user.data
    const found = [profile?.real_name, real_name, profile?.display_name, name].map((word) => oneLine(word ?? ''))
    const first = found.find((word) => word !== '')
    if (first) names.set(id, first)
  }
  return names
}

function isUser(value: unknown): boolean {
  return (
    isObject(value) && typeof value.id === 'string' && 'name' in value && ('profile' in value || 'real_name' in value)
  )
}
