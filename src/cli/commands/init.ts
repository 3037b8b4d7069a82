/** `init`: sets up a repository for postmortems. */
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { InitAnswers } from '../ask-init.ts'
import { command } from '../command.ts'
import { commentedDefaults } from '../config/commented-defaults.ts'
import { FILE_NAME } from '../config/find-file.ts'
import { judgeSettings } from '../config/judge-settings.ts'
import { DEFAULT_SETTINGS } from '../config/settings.ts'
import { EXIT, failureOf } from '../failure.ts'
import { fileProblem } from '../files/file-problem.ts'
import { writeFile } from '../files/write-file.ts'

/** Declares the command. */
export const init = command({
  name: 'init',
  summary: 'Set up a repository for postmortems',
  details:
    'Writes nevertwice.yaml with every setting and its default in a comment, and makes the folder for postmortems. What is there already is left as it is. Asks a few questions where a person sits at the terminal.',
  arguments: [],
  options: {
    docs: { value: 'FOLDER', summary: `where postmortems live (default: ${DEFAULT_SETTINGS.docs.path})` },
    channel: { value: 'NAME', summary: 'the chat channel that postmortems are announced in' },
    yes: { short: 'y', summary: 'ask nothing' },
  },
  formats: ['text', 'json'],
  examples: [
    { run: 'init', says: 'with a few questions' },
    { run: 'init --yes --docs incidents', says: 'without any' },
  ],
  async run(context, _args, options) {
    const asks = !options.yes && options.format === 'text' && context.isTTY && context.stdin.isTTY === true
    let answers: InitAnswers = { docs: options.docs, channel: options.channel }
    if (asks) {
      const asked = await (await import('../ask-init.ts')).askInit(answers)
      if (asked === null) return EXIT.interrupted
      answers = asked
    }
    const text = commentedDefaults({
      'docs.path': quoted(answers.docs ?? DEFAULT_SETTINGS.docs.path),
      ...(answers.channel ? { 'publication.channel': quoted(answers.channel) } : {}),
    })
    const { docs } = judgeSettings(text, FILE_NAME, {}).values
    const made: string[] = []
    const kept: string[] = []
    const written = await writeFile(join(context.cwd, FILE_NAME), text, { fresh: true, shown: FILE_NAME })
    if (!written.ok && written.refusal.code !== 'exists') throw failureOf('file', written.refusal)
    ;(written.ok ? made : kept).push(FILE_NAME)
    // An older file says where postmortems live, and stands.
    const folder = written.ok || options.docs !== undefined ? docs.path : (await context.settings()).docs.path
    try {
      const first = await mkdir(join(context.cwd, folder), { recursive: true })
      ;(first === undefined ? kept : made).push(`${folder}/`)
    } catch (error) {
      throw failureOf('file', fileProblem(error, folder))
    }
    if (options.format === 'json') context.stdout.write(`${JSON.stringify({ made, kept })}\n`)
    else {
      for (const name of made) context.stdout.write(`made  ${name}\n`)
      for (const name of kept) context.stdout.write(`kept  ${name}, which was there already\n`)
      context.stdout.write('Next: `nevertwice new` writes a draft from the evidence of an incident.\n')
    }
    return EXIT.clean
  },
})

/** A text as YAML, with quotes only where it needs them. */
function quoted(text: string): string {
  return /^[a-z][\w./-]*$/i.test(text) ? text : JSON.stringify(text)
}
