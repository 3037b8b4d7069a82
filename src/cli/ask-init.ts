/** The questions of `init`, for a person at a terminal. */
import { cancel, intro, isCancel, outro, text } from '@clack/prompts'
import type { InitAnswers } from './commands/init.ts'
import { DEFAULT_SETTINGS } from './config/settings.ts'

/** Asks what the options left open; null where the person called it off. */
export async function askInit(given: InitAnswers): Promise<InitAnswers | null> {
  intro('nevertwice')
  const docs =
    given.docs ??
    (await text({
      message: 'In which folder shall postmortems live?',
      initialValue: DEFAULT_SETTINGS.docs.path,
      validate: (value) => (value ? undefined : 'Name a folder of this repository.'),
    }))
  if (isCancel(docs)) return calledOff()
  const channel =
    given.channel ??
    (await text({ message: 'In which chat channel are they announced?', placeholder: 'none', defaultValue: '' }))
  if (isCancel(channel)) return calledOff()
  outro('Writing')
  return { docs, channel: channel === '' ? undefined : channel }
}

function calledOff(): null {
  cancel('Nothing was written.')
  return null
}
