/** Reads a Slack export (the files of its archive, parsed) one at a time. */
import type { Instant } from '../../base/instant.ts'
import { ok, type Result, refuse } from '../../base/result.ts'
import type { EvidenceBatch } from '../../evidence/fact.ts'
import { isObject } from '../kit/is-object.ts'
import { SlackChannelReader } from './channel-reader.ts'
import { slackUserNames } from './user-names.ts'

/** One file of the export: its path inside the archive and its parsed JSON. */
export interface ExportFile {
  readonly path: string
  readonly value: unknown
}

/** What to read of an export. */
export interface ExportOptions {
  /** Name or id of the one channel to read; all channels where absent. */
  readonly channel?: string
  readonly from?: Instant
  readonly to?: Instant
  readonly channelUrl?: string
  readonly users?: ReadonlyMap<string, string>
  readonly most?: number
}

const DAY_FILE = /^(?:.*\/)?([^/]+)\/(\d{4}-\d{2}-\d{2})\.json$/
const LISTS = /(?:^|\/)(?:channels|groups|dms|mpims)\.json$/

/** The channel and day of a path such as `incidents/2026-11-23.json`; null for other files. */
export function dayFileOf(path: string): { channel: string; day: string } | null {
  const match = DAY_FILE.exec(path)
  return match ? { channel: match[1]!, day: match[2]! } : null
}

/**
 * Takes the files of an export one by one, so that a shell can stream an archive, show progress and stop. `users.json` and
 * `channels.json` may come at any time, but a channel asked for by its id is found only after `channels.json`.
 */
export class SlackExportReader {
  private readonly reader: SlackChannelReader
  private readonly names: Map<string, string>
  private readonly channels = new Map<string, string>()
  private readonly seen = new Set<string>()
  private readonly options: ExportOptions
  private matched = false

  constructor(options: ExportOptions = {}) {
    this.options = options
    this.reader = new SlackChannelReader(options)
    this.names = new Map(options.users ?? [])
  }

  /** How many messages were read and how many are kept. */
  get progress(): { readonly read: number; readonly kept: number } {
    return this.reader.progress
  }

  /** Whether a file is needed at all; a shell may skip unpacking the others. */
  wants(path: string): boolean {
    if (/(?:^|\/)users\.json$/.test(path) || LISTS.test(path)) return true
    const file = dayFileOf(path)
    return file !== null && this.isWanted(file.channel) && this.isInWindow(file.day)
  }

  /** Takes one file. */
  take({ path, value }: ExportFile): void {
    if (/(?:^|\/)users\.json$/.test(path)) for (const [id, name] of slackUserNames(value)) this.names.set(id, name)
    if (LISTS.test(path)) this.takeChannels(value)
    const file = dayFileOf(path)
    if (!file) return
    this.seen.add(file.channel)
    if (!this.isWanted(file.channel)) return
    this.matched = true
    if (!this.isInWindow(file.day)) return
    if (Array.isArray(value)) this.reader.take(value, `${path} $`, file.channel)
    else this.reader.problem(`${path} $`, 'Expected a list of messages; this file was left out.')
  }

  /** The evidence of all files taken. Refused where the channel asked for was not among them. */
  finish(): Result<EvidenceBatch> {
    const { channel } = this.options
    if (this.seen.size === 0)
      return refuse(
        'not-slack-export',
        'The export holds no day files such as incidents/2026-11-23.json; expected a Slack export.',
      )
    if (channel && !this.matched) {
      const names = [...this.seen].sort().slice(0, 20).join(', ')
      return refuse(
        'no-such-channel',
        `The export does not hold the channel ${JSON.stringify(channel)}; it holds ${names}.`,
      )
    }
    if (!channel && this.seen.size > 1)
      this.reader.problem('$', `All ${this.seen.size} channels of the export were read. Name one to read only that.`)
    return ok(this.reader.finish((id) => this.names.get(id)))
  }

  private isWanted(folder: string): boolean {
    const wanted = this.options.channel?.replace(/^#/, '')
    return wanted === undefined || wanted === folder || this.channels.get(wanted) === folder
  }

  /** Day files are cut at midnight of the workspace's zone: a day on either side may hold the window. */
  private isInWindow(day: string): boolean {
    const { from, to } = this.options
    const start = Date.parse(`${day}T00:00:00Z`)
    if (Number.isNaN(start)) return true
    return start + 2 * DAY_LENGTH > (from ?? -Infinity) && start - DAY_LENGTH < (to ?? Infinity)
  }

  private takeChannels(value: unknown): void {
    for (const entry of Array.isArray(value) ? value : []) {
      if (!isObject(entry) || typeof entry.id !== 'string' || typeof entry.name !== 'string') continue
      this.channels.set(entry.id, entry.name)
      for (const before of Array.isArray(entry.previous_names) ? entry.previous_names : [])
        if (typeof before === 'string') this.channels.set(before, entry.name)
    }
  }
}

const DAY_LENGTH = 86_400_000

/** Reads all files of an export; those that hold users and channels first, whatever their order. */
export function readSlackExport(files: Iterable<ExportFile>, options: ExportOptions = {}): Result<EvidenceBatch> {
  const reader = new SlackExportReader(options)
  const days: ExportFile[] = []
  for (const file of files) {
    if (dayFileOf(file.path) && options.channel?.match(/^[CGD][A-Z0-9]{6,}$/)) days.push(file)
    else reader.take(file)
  }
  for (const file of days) reader.take(file)
  return reader.finish()
}
