/** The settings that an administrator may change: what each takes, in words and as a schema, and its default. */
import { z } from '@hono/zod-openapi'
import { DEFAULT_POLICY } from '../checks/policy.ts'
import { ROLES } from './auth/permissions.ts'

/** One setting. */
export interface KnownSetting {
  /** As in `nevertwice.yaml` where it can stand there, such as `policy.draftHours`. */
  readonly key: string
  /** What it takes, in words that follow "expected". */
  readonly expected: string
  readonly shape: z.ZodType
  readonly standard: unknown
}

const SEVERITIES = ['P0', 'P1', 'P2', 'P3'] as const
const line = z
  .string()
  .trim()
  .min(1)
  .max(200)
  .regex(/^[^\p{Cc}\u2028\u2029]*$/u)
const whole = (unit: string, from: number, to: number) => ({
  expected: `a whole number of ${unit} from ${from} to ${to}`,
  shape: z.number().int().min(from).max(to),
})
const names = (what: string) => ({ expected: `a list of ${what}`, shape: z.array(line).max(100) })
const policy = (key: string, takes: Pick<KnownSetting, 'expected' | 'shape'>): KnownSetting => {
  const path = key.split('.')
  const standard = path.reduce<unknown>(
    (at, part) => (at as Record<string, unknown> | undefined)?.[part],
    DEFAULT_POLICY,
  )
  return { key: `policy.${key}`, ...takes, standard: standard ?? null }
}
const bySeverity = (key: string, takes: Pick<KnownSetting, 'expected' | 'shape'>) =>
  SEVERITIES.map((severity) => policy(`${key}.${severity}`, takes))
const provider = (key: string, expected: string, shape: z.ZodType, standard: unknown = null): KnownSetting => ({
  key: `signIn.provider.${key}`,
  expected,
  shape,
  standard,
})

/** Where a provider may be: TLS, or this machine. */
const issuer = z
  .url()
  .max(500)
  .refine((text) => /^https:\/\//.test(text) || /^http:\/\/(localhost|127\.0\.0\.1|\[::1\])(:\d+)?(\/|$)/.test(text))

/** All of them, sorted by key. */
export const KNOWN_SETTINGS: readonly KnownSetting[] = [
  ...bySeverity('acknowledgeMinutes', whole('minutes', 1, 100_000)),
  policy('closureTarget', { expected: 'a share from 0 to 1, such as 0.8', shape: z.number().min(0).max(1) }),
  policy('draftHours', whole('hours', 1, 8760)),
  ...bySeverity('extraSignatures', names('roles')),
  policy('holidays', {
    expected: 'a list of days written YYYY-MM-DD',
    shape: z.array(z.iso.date()).max(5000),
  }),
  policy('longestDueDays', whole('days', 1, 3650)),
  ...bySeverity('mitigateMinutes', whole('minutes', 1, 100_000)),
  policy('publishBusinessDays', whole('business days', 1, 365)),
  policy('readingWordsPerMinute', whole('words', 50, 1000)),
  ...bySeverity('required', {
    expected: 'required, optional or none',
    shape: z.enum(['required', 'optional', 'none']),
  }),
  policy('reviewBusinessDay', whole('business days', 1, 60)),
  policy('signatures', names('roles')),
  policy('summarySeconds', whole('seconds', 5, 600)),
  provider('clientId', 'the name under which the provider knows this server', line),
  provider(
    'defaultRole',
    `the role of who is in none of the groups: ${ROLES.join(', ')}, or none`,
    z.enum([...ROLES, 'none']),
    'none',
  ),
  provider('groupsClaim', 'the claim that lists the groups of a person, such as groups', line, 'groups'),
  provider('issuer', 'the address of the OpenID provider, by https (http only on this machine)', issuer),
  provider('name', 'the name of the provider on the sign-in page', line, 'single sign-on'),
  provider(
    'roles',
    'groups with the role that each gives, such as {"sre-leads": "lead"}',
    z.record(z.string().min(1).max(200), z.enum(ROLES)).refine((map) => Object.keys(map).length <= 500),
    {},
  ),
  provider(
    'scope',
    'the scopes to ask for, with openid among them',
    line.refine((text) => text.split(' ').includes('openid')),
    'openid profile email',
  ),
]

/** The variable that fixes a setting: `NEVERTWICE_POLICY_DRAFT_HOURS` is `policy.draftHours`. */
export function variableOfSetting(key: string): string {
  return `NEVERTWICE_${key
    .replace(/([a-z])([A-Z])/g, '$1_$2')
    .replaceAll('.', '_')
    .toUpperCase()}`
}
