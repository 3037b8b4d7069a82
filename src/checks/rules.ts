/** Every rule that has a folder, sorted by id; a test compares this list with the folders. */
import type { Rule } from './rule.ts'
import { affectedNamed } from './rules/affected-named/rule.ts'
import { incidentIdOnce } from './rules/incident-id-once/rule.ts'
import { incidentIdValid } from './rules/incident-id-valid/rule.ts'
import { metadataOnce } from './rules/metadata-once/rule.ts'
import { noPlaceholders } from './rules/no-placeholders/rule.ts'
import { rolesNamed } from './rules/roles-named/rule.ts'
import { sectionsOnce } from './rules/sections-once/rule.ts'
import { sectionsPresent } from './rules/sections-present/rule.ts'
import { severityKnown } from './rules/severity-known/rule.ts'
import { startKnown } from './rules/start-known/rule.ts'
import { summaryLength } from './rules/summary-length/rule.ts'
import { titlePresent } from './rules/title-present/rule.ts'
import { visibilityKnown } from './rules/visibility-known/rule.ts'

/** All rules. */
export const RULES: readonly Rule[] = [
  affectedNamed,
  incidentIdOnce,
  incidentIdValid,
  metadataOnce,
  noPlaceholders,
  rolesNamed,
  sectionsOnce,
  sectionsPresent,
  severityKnown,
  startKnown,
  summaryLength,
  titlePresent,
  visibilityKnown,
]
