/** The questions of `init`, for a person at a terminal. */
import { cancel, intro, isCancel, outro, text } from '@clack/prompts'
import { DEFAULT_SETTINGS } from './config/settings.ts'

/** What a person or the options say; undefined takes the default. */
export interface InitAnswers {
  readonly docs: string | undefined
  readonly channel: string | undefined
}

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
