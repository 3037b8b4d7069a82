/** Lays the values of a valid configuration over the defaults of the house. */
import type { Policy } from '../../checks/policy.ts'
import { defined } from './record.ts'
import { DEFAULT_SETTINGS, type SettingValues } from './settings.ts'
import type { FileValues } from './shape.ts'

/** All settings; what the file does not name keeps its default, also inside maps by severity. */
export function overDefaults(values: FileValues): SettingValues {
  const publication = { ...DEFAULT_SETTINGS.publication, ...defined(values.publication) }
  return {
    docs: { path: values.docs?.path?.replace(/\/+$/, '') ?? DEFAULT_SETTINGS.docs.path },
    policy: policyOver(DEFAULT_SETTINGS.policy, values.policy ?? {}),
    publication: { ...publication, targets: values.publication?.targets ?? [publication.mainTarget] },
    checks: { ...DEFAULT_SETTINGS.checks, ...defined(values.checks) },
    people: values.people ?? DEFAULT_SETTINGS.people,
    teams: values.teams ?? DEFAULT_SETTINGS.teams,
  }
}

function policyOver(base: Policy, values: NonNullable<FileValues['policy']>): Policy {
  const { holidaysFile: _, ...figures } = values
  const words = Object.entries(values.severityWords ?? {})
  return {
    ...base,
    ...(defined(figures) as Partial<Policy>),
    acknowledgeMinutes: { ...base.acknowledgeMinutes, ...defined(values.acknowledgeMinutes) },
    mitigateMinutes: { ...base.mitigateMinutes, ...defined(values.mitigateMinutes) },
    summarySentences: { ...base.summarySentences, ...defined(values.summarySentences) },
    required: { ...base.required, ...defined(values.required) },
    extraSignatures: { ...base.extraSignatures, ...defined(values.extraSignatures) },
    severityWords: Object.fromEntries(words.map(([word, severity]) => [word.toLowerCase().trim(), severity])),
  }
}
