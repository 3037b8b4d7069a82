/** Every rule that has a folder, sorted by id; a test compares this list with the folders. */
import type { Rule } from './rule.ts'
import { affectedNamed } from './rules/affected-named/rule.ts'
import { blamelessnessNote } from './rules/blamelessness-note/rule.ts'
import { dataIntegrityStated } from './rules/data-integrity-stated/rule.ts'
import { durationAgrees } from './rules/duration-agrees/rule.ts'
import { humanErrorCause } from './rules/human-error-cause/rule.ts'
import { impactConcrete } from './rules/impact-concrete/rule.ts'
import { incidentIdOnce } from './rules/incident-id-once/rule.ts'
import { incidentIdValid } from './rules/incident-id-valid/rule.ts'
import { metadataOnce } from './rules/metadata-once/rule.ts'
import { noBidiControls } from './rules/no-bidi-controls/rule.ts'
import { noPlaceholders } from './rules/no-placeholders/rule.ts'
import { rolesNamed } from './rules/roles-named/rule.ts'
import { sectionsOnce } from './rules/sections-once/rule.ts'
import { sectionsPresent } from './rules/sections-present/rule.ts'
import { severityKnown } from './rules/severity-known/rule.ts'
import { startKnown } from './rules/start-known/rule.ts'
import { statusPageLinked } from './rules/status-page-linked/rule.ts'
import { summaryAnswers } from './rules/summary-answers/rule.ts'
import { summaryLength } from './rules/summary-length/rule.ts'
import { summaryReadingTime } from './rules/summary-reading-time/rule.ts'
import { tenantsTold } from './rules/tenants-told/rule.ts'
import { titlePresent } from './rules/title-present/rule.ts'
import { visibilityKnown } from './rules/visibility-known/rule.ts'

/** All rules. */
export const RULES: readonly Rule[] = [
  affectedNamed,
  blamelessnessNote,
  dataIntegrityStated,
  durationAgrees,
  humanErrorCause,
  impactConcrete,
  incidentIdOnce,
  incidentIdValid,
  metadataOnce,
  noBidiControls,
  noPlaceholders,
  rolesNamed,
  sectionsOnce,
  sectionsPresent,
  severityKnown,
  startKnown,
  statusPageLinked,
  summaryAnswers,
  summaryLength,
  summaryReadingTime,
  tenantsTold,
  titlePresent,
  visibilityKnown,
]
