/** Holds that no blank of the form is left. */
import type { Rule, RuleFinding } from '../../rule.ts'
import { isGuidance, placeholdersIn } from '../../words/placeholder.ts'
import { proseOf } from '../../words/prose.ts'

/** The rule. */
export const noPlaceholders: Rule = {
  id: 'no-placeholders',
  group: 'structure',
  holds: 'No placeholder of the template and no TODO is left.',
  severity: { draft: 'info', review: 'warning', sign: 'error' },
  *check({ postmortem }) {
    for (const run of proseOf(postmortem)) {
      // The sign-off table is filled in by signing, and its optional rows may stay blank.
      const { kind } = postmortem.sections[run.section]!
      const blankIsFine = kind === 'sign-off'
      if (isGuidance(run.text)) {
        yield {
          span: { from: run.from, to: run.to },
          message: 'This is the guidance of the template. Write what happened in its place.',
        }
        continue
      }
      for (const { words, at } of placeholdersIn(run.text)) {
        // A heading "TODO" names the list of actions.
        if (run.where === 'heading' && /^[A-Z]{3,5}$/.test(words)) continue
        // As a status it means open.
        if (kind === 'action-items' && run.where === 'cell' && /^\W*TODO\W*$/.test(run.text)) continue
        // `sign` writes the day.
        if (blankIsFine && words === 'YYYY-MM-DD') continue
        yield { ...leftOver(words, run.from + at), ...(blankIsFine ? { severity: 'info' as const } : {}) }
      }
    }
  },
}

function leftOver(words: string, from: number): RuleFinding {
  const shown = words.replaceAll('\\', '')
  return {
    span: { from, to: from + words.length },
    message: `"${shown}" is still to be written. Put the answer in its place, or say that it is not known.`,
  }
}
