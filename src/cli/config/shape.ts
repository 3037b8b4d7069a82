/** The shape of `nevertwice.yaml`: every key, what it accepts, and how that is said to a person. */
import * as z from 'zod/mini'
import { instantOfDay } from '../../base/instant.ts'
import { GATES } from '../../checks/rule.ts'

/** What a setting accepts, in words that follow "expected". */
export const EXPECTED = new Map<unknown, string>()

function setting<S>(expected: string, schema: S): S {
  EXPECTED.set(schema, expected)
  return schema
}

const whole = (unit: string, from: number, to: number) =>
  setting(`a whole number of ${unit} from ${from} to ${to}`, z.int().check(z.gte(from), z.lte(to)))

const perSeverity = <S extends z.ZodMiniType>(value: S) =>
  z.strictObject({ P0: z.optional(value), P1: z.optional(value), P2: z.optional(value), P3: z.optional(value) })

const name = () =>
  setting('a name: one line of 1 to 200 characters', z.string().check(z.regex(/^[^\p{Cc}\u2028\u2029]{1,200}$/u)))
const names = (what: string) => setting(`a list of ${what}`, z.array(name()))

const day = setting('a day of the calendar, written YYYY-MM-DD', z.string().check(z.refine(isDay)))
const inside = (what: string) =>
  setting(`${what} below the configuration file, written with / and without ..`, z.string().check(z.refine(isInside)))

const severity = setting('error, warning, info or off', z.enum(['error', 'warning', 'info', 'off']))
const ruleSeverity = setting(
  `error, warning, info or off, or one of these for each of ${GATES.join(', ')}`,
  z.union([severity, z.partialRecord(z.enum(GATES), severity)]),
)

/** Targets of publication that the product knows. */
const TARGETS = ['all-hands', 'board', 'channel', 'git', 'wiki'] as const
const target = setting(`one of ${TARGETS.join(', ')}`, z.enum(TARGETS))

const policy = z.strictObject({
  draftHours: z.optional(whole('hours', 1, 8760)),
  publishBusinessDays: z.optional(whole('business days', 1, 365)),
  holidays: z.optional(setting('a list of days written YYYY-MM-DD', z.array(day))),
  holidaysFile: z.optional(inside('a text file with one day a line,')),
  acknowledgeMinutes: z.optional(perSeverity(whole('minutes', 1, 100_000))),
  mitigateMinutes: z.optional(perSeverity(whole('minutes', 1, 100_000))),
  readingWordsPerMinute: z.optional(whole('words', 50, 1000)),
  summarySeconds: z.optional(whole('seconds', 5, 600)),
  summarySentences: z.optional(
    z.strictObject({ min: z.optional(whole('sentences', 1, 20)), max: z.optional(whole('sentences', 1, 20)) }),
  ),
  required: z.optional(perSeverity(setting('required, optional or none', z.enum(['required', 'optional', 'none'])))),
  signatures: z.optional(names('roles')),
  extraSignatures: z.optional(perSeverity(names('roles'))),
  closureTarget: z.optional(setting('a share from 0 to 1, such as 0.8', z.number().check(z.gte(0), z.lte(1)))),
  reviewBusinessDay: z.optional(whole('business days', 1, 60)),
  longestDueDays: z.optional(whole('days', 1, 3650)),
  severityWords: z.optional(
    setting(
      "your words for severities, each with one of P0, P1, P2, P3, such as 'sev1: P0'",
      z.record(z.string(), setting('one of P0, P1, P2, P3', z.enum(['P0', 'P1', 'P2', 'P3']))),
    ),
  ),
})

/** The whole file. */
export const SHAPE = z.strictObject({
  docs: z.optional(z.strictObject({ path: z.optional(inside('a folder')) })),
  policy: z.optional(policy),
  publication: z.optional(
    z.strictObject({
      mainTarget: z.optional(target),
      targets: z.optional(setting(`a list of ${TARGETS.join(', ')}`, z.array(target))),
      channel: z.optional(name()),
      board: z.optional(name()),
    }),
  ),
  checks: z.optional(
    z.strictObject({
      rules: z.optional(
        setting(
          "names of rules, each with a severity, such as 'summary-length: off'",
          z.record(z.string(), ruleSeverity),
        ),
      ),
      ignore: z.optional(setting("a list of globs, such as 'drafts/**'", z.array(name()))),
    }),
  ),
  people: z.optional(names('names')),
  teams: z.optional(names('names')),
})

/** What a valid file holds. */
export type FileValues = z.output<typeof SHAPE>

function isDay(text: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  return match !== null && instantOfDay(Number(match[1]), Number(match[2]), Number(match[3])) !== null
}

function isInside(path: string): boolean {
  if (!/^[^\p{Cc}\\:]{1,400}$/u.test(path) || path.startsWith('/')) return false
  return path.split('/').every((part) => part !== '..' && !part.startsWith('-'))
}
