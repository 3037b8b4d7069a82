/** Finds the messages in whatever Slack's Web API or an export file holds. */
import { isObject } from '../kit/is-object.ts'
import { jsonPath } from '../kit/json-path.ts'
import { isSlackUsers } from './user-names.ts'

/** One list of messages and where it stands. */
export interface Page {
  readonly messages: readonly unknown[]
  readonly path: string
  /** Slack says that more pages follow. */
  readonly more: boolean
}

/** Whether a value is one message: it has a `ts` and something that only messages have. */
export function isMessage(value: unknown): boolean {
  if (!isObject(value)) return false
  const { ts } = value
  const isTs = typeof ts === 'number' || (typeof ts === 'string' && /^\d{9,11}\.\d{1,6}$/.test(ts))
  return isTs && ('text' in value || 'subtype' in value || value.type === 'message' || 'blocks' in value)
}

/** Whether a value is an answer with messages (an empty list counts where `ok` stands beside it). */
export function isAnswer(value: unknown): boolean {
  if (!isObject(value) || !Array.isArray(value.messages)) return false
  return value.messages.length === 0 ? typeof value.ok === 'boolean' : value.messages.slice(0, 20).some(isMessage)
}

/** All lists of messages in a value: an answer, a list of answers, a list of messages, recorded events. */
export function pagesOf(value: unknown, path = '$'): Page[] {
  if (isAnswer(value)) {
    const { messages, has_more: more } = value as { messages: unknown[]; has_more?: unknown }
    return [{ messages, path: jsonPath(path, 'messages'), more: more === true }]
  }
  if (!Array.isArray(value)) return isMessage(value) ? [{ messages: [value], path, more: false }] : []
  if (value.some(isAnswer)) return value.flatMap((page, at) => pagesOf(page, jsonPath(path, at)))
  const messages = value.map((item) => (isEvent(item) ? item.event : item))
  return [{ messages, path, more: false }]
}

/** Users that stand beside the messages in one file. */
export function usersBeside(value: unknown): unknown {
  if (!isObject(value)) return undefined
  const { users, members } = value
  return isSlackUsers(users) ? users : isSlackUsers({ members }) ? members : undefined
}

/** One event of the Events API that carries a message. */
export function isEvent(value: unknown): value is { event: unknown } {
  return isObject(value) && value.type === 'event_callback' && isMessage(value.event)
}
