/** Every rule that has a folder, sorted by id; a test compares this list with the folders. */
import type { Rule } from './rule.ts'

/** All rules. */
export const RULES: readonly Rule[] = []
