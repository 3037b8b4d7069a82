/** Reads evidence from files: JSON of any source we know, Slack export archives, notes; `-` is standard input. */
import { basename, extname, resolve } from 'node:path'
import type { Result } from '../base/result.ts'
import type { ReadContext } from '../integrations/kit/source.ts'
import { type ReadEvidence, readEvidenceText } from '../integrations/read-evidence-text.ts'
import { SlackExportReader } from '../integrations/slack/read-export.ts'
import type { CommandContext } from './context.ts'
import { counted } from './counted.ts'
import { CliFailure } from './failure.ts'
import { JsonElementProblem, jsonElements } from './files/json-elements.ts'
import { readText } from './files/read-document.ts'
import { readZip } from './files/read-zip.ts'
import { readInput } from './read-input.ts'

/** What a person may say about the inputs. */
export interface EvidenceOptions {
  /** Slack channel of an export. */
  readonly channel?: string | undefined
  /** Day of notes that name none. */
  readonly day?: string | undefined
  /** Zone of notes that name none. */
  readonly zone?: string | undefined
}

/** Reads every input; fails as `unreadable` on the first that cannot be used, before anything is written. */
export async function readEvidence(
  context: CommandContext,
  files: readonly string[],
  options: EvidenceOptions,
): Promise<ReadEvidence[]> {
  const read: ReadEvidence[] = []
  for (const file of files) {
    const how: ReadContext = {
      file,
      ...(options.day === undefined ? {} : { day: options.day }),
      ...(options.zone === undefined ? {} : { zone: options.zone }),
      ...(options.channel === undefined ? {} : { channel: options.channel }),
    }
    if (extname(file).toLowerCase() === '.zip') read.push(await readExport(context, file, how))
    else read.push(await readOne(context, file, how))
  }
  return read
}

async function readOne(context: CommandContext, file: string, how: ReadContext): Promise<ReadEvidence> {
  const text =
    file === '-'
      ? await readInput(context, 'evidence (JSON or notes)')
      : unwrap(await readText(resolve(context.cwd, file)), file)
  const words = typeof text === 'string' ? text : text.text
  return unwrap(readEvidenceText(file, words, how), file)
}

const PROGRESS_STEP = 50_000

/** A Slack export, one day file at a time, one message at a time: memory holds what is kept. */
async function readExport(context: CommandContext, file: string, how: ReadContext): Promise<ReadEvidence> {
  const reader = new SlackExportReader(how.channel === undefined ? {} : { channel: how.channel })
  let told = 0
  const result = await readZip(
    resolve(context.cwd, file),
    (name) => reader.wants(name),
    async ({ name, stream }) => {
      const small: unknown[] = []
      const isDay = /\/\d{4}-\d{2}-\d{2}\.json$/.test(name)
      try {
        for await (const element of jsonElements(await stream())) {
          small.push(element)
          // Messages are handed on in pieces, so that a channel of any size fits.
          if (isDay && small.length >= 2000) reader.take({ path: name, value: small.splice(0) })
        }
      } catch (error) {
        if (!(error instanceof JsonElementProblem)) throw error
        throw new CliFailure('unreadable', `${name} in the archive: ${error.message}`, { file })
      }
      reader.take({ path: name, value: small })
      if (context.isTTY && reader.progress.read - told >= PROGRESS_STEP) {
        told = reader.progress.read
        context.stderr.write(`Read ${told} messages, ${reader.progress.kept} of them tell what happened.\n`)
      }
    },
  )
  unwrap(result, file)
  return { file, source: 'Slack export', batch: unwrap(reader.finish(), file) }
}

function unwrap<T>(result: Result<T>, file: string): T {
  if (result.ok) return result.value
  const { code, message, where } = result.refusal
  const how = code === 'notes-without-day' ? `${message} The day is given with --date YYYY-MM-DD.` : message
  throw new CliFailure('unreadable', how, { ...where, file })
}

/** Sentences about what was read, left out and could not be used, for a person. */
export function tellEvidence(read: readonly ReadEvidence[]): string[] {
  return read.flatMap(({ file, source, batch }) => [
    `${basename(file)}: ${source}, ${counted(batch.facts.length, 'fact')}`,
    ...(batch.problems ?? []).slice(0, 10).map(({ path, message }) => `  ${path}: ${message}`),
    ...((batch.problems?.length ?? 0) > 10 ? [`  and ${batch.problems!.length - 10} more problems`] : []),
  ])
}
