/** Slack: a channel or thread as `conversations.history` or `replies` give it, a day file, or a whole export. */
import { ok, refuse } from '../../base/result.ts'
import { describeValue } from '../kit/describe-value.ts'
import { finishBatch } from '../kit/finish-batch.ts'
import { isObject } from '../kit/is-object.ts'
import type { EvidenceSource, ReadContext } from '../kit/source.ts'
import { SlackChannelReader } from './channel-reader.ts'
import { isAnswer, isEvent, isMessage, pagesOf, usersBeside } from './pages.ts'
import { dayFileOf, type ExportOptions, readSlackExport } from './read-export.ts'
import { slackUserNames } from './user-names.ts'

/** The declaration. */
export const slack: EvidenceSource = {
  name: 'slack',
  title: 'Slack (channel, thread or export)',
  recognises(value) {
    if (isAnswer(value) || isMessage(value) || isExport(value) || isError(value)) return true
    return Array.isArray(value) && value.slice(0, 20).some((item) => isMessage(item) || isAnswer(item) || isEvent(item))
  },
  read(value, context = {}) {
    const where = { path: '$', ...(context.file ? { file: context.file } : {}) }
    if (isError(value))
      return refuse(
        'slack-error',
        `Slack answered with the error ${JSON.stringify(value.error)}; there are no messages. Export the channel again.`,
        where,
      )
    if (!slack.recognises(value))
      return refuse(
        'not-slack',
        `Found ${describeValue(value)}, expected messages with ts. Save the answer of conversations.history or conversations.replies as JSON, or give the export archive.`,
        where,
      )
    if (isExport(value)) {
      const files = Object.entries(value).map(([path, file]) => ({ path, value: file }))
      const read = readSlackExport(files, exportOptions(context))
      return read.ok ? ok(finishBatch(read.value, context)) : read
    }
    const reader = new SlackChannelReader(channelOptions(context))
    const pages = pagesOf(value)
    for (const page of pages) reader.take(page.messages, page.path, context.channel?.replace(/^#/, ''))
    const last = pages.at(-1)
    if (last?.more)
      reader.problem(last.path, 'Slack says that more pages follow (has_more); they are not in this file.')
    const names = new Map([...slackUserNames(usersBeside(value)), ...(context.users ?? [])])
    return ok(
      finishBatch(
        reader.finish((id) => names.get(id)),
        context,
      ),
    )
  },
}

/** The part of a context that reading a channel needs. */
function channelOptions({ from, to, channelUrl }: ReadContext) {
  return {
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    ...(channelUrl === undefined ? {} : { channelUrl }),
  }
}

function exportOptions(context: ReadContext): ExportOptions {
  const { channel, users } = context
  return {
    ...channelOptions(context),
    ...(channel === undefined ? {} : { channel }),
    ...(users === undefined ? {} : { users }),
  }
}

function isExport(value: unknown): value is Record<string, unknown> {
  return (
    isObject(value) && Object.entries(value).some(([path, file]) => dayFileOf(path) !== null && Array.isArray(file))
  )
}

function isError(value: unknown): value is { error: string } {
  return isObject(value) && value.ok === false && typeof value.error === 'string'
}
