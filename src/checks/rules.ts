/** Every rule that has a folder, sorted by id; a test compares this list with the folders. */
import type { Rule } from './rule.ts'
import { incidentIdValid } from './rules/incident-id-valid/rule.ts'
import { noPlaceholders } from './rules/no-placeholders/rule.ts'
import { sectionsOnce } from './rules/sections-once/rule.ts'
import { sectionsPresent } from './rules/sections-present/rule.ts'
import { summaryLength } from './rules/summary-length/rule.ts'
import { titlePresent } from './rules/title-present/rule.ts'

/** All rules. */
export const RULES: readonly Rule[] = [
  incidentIdValid,
  noPlaceholders,
  sectionsOnce,
  sectionsPresent,
  summaryLength,
  titlePresent,
]
