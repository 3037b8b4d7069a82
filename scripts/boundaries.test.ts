/** Proves that the boundaries catch what they are for: a wrong import of each sort, in a tree made for the purpose. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { readBoundaries } from './boundaries.mjs'
import { ROOT } from './setup/prepare.mjs'

const made: string[] = []

afterEach(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true })
})

/** Writes a small `src/` inside the repository's cache folder, from where packages resolve as they do for the real one. */
function tree(files: Record<string, string>): string {
  mkdirSync(join(ROOT, '.cache'), { recursive: true })
  const root = mkdtempSync(join(ROOT, '.cache', 'boundaries-'))
  made.push(root)
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }
  return root
}

const NAMES = 'export const one = 1\nexport type One = 1\n'

async function rulesBroken(files: Record<string, string>): Promise<string[]> {
  const { violations, missed } = await readBoundaries(tree(files))
  expect(missed).toEqual([])
  for (const { comment } of violations) expect(comment).not.toBe('')
  return violations.map(({ rule }) => rule)
}

describe('boundaries', () => {
  it.each([
    ['a value', "import { one } from '../record/b.ts'\nexport const a = one"],
    ['a type', "import type { One } from '../record/b.ts'\nexport type A = One"],
    ['a type among values', "import { type One } from '../record/b.ts'\nexport type A = One"],
    ['an export passed on', "export { one } from '../record/b.ts'"],
    ['a type passed on', "export type { One } from '../record/b.ts'"],
    ['everything passed on', "export * from '../record/b.ts'"],
    ['an import while running', "export const a = () => import('../record/b.ts')"],
    ['an import for its effect', "import '../record/b.ts'"],
  ])('refuse a room that looks right by %s', async (_, source) => {
    expect(await rulesBroken({ 'src/document/a.ts': source, 'src/record/b.ts': NAMES })).toContain(
      'document-looks-left',
    )
  })

  it.each([
    ['base-looks-left', 'src/base/a.ts', '../evidence/b.ts', 'src/evidence/b.ts'],
    ['evidence-looks-left', 'src/evidence/a.ts', '../timeline/b.ts', 'src/timeline/b.ts'],
    ['timeline-looks-left', 'src/timeline/a.ts', '../document/b.ts', 'src/document/b.ts'],
    ['record-looks-left', 'src/record/a.ts', '../signoff/b.ts', 'src/signoff/b.ts'],
    ['signoff-looks-left', 'src/signoff/a.ts', '../publication/b.ts', 'src/publication/b.ts'],
    ['publication-looks-left', 'src/publication/a.ts', '../actions/b.ts', 'src/actions/b.ts'],
    ['actions-looks-left', 'src/actions/a.ts', '../checks/b.ts', 'src/checks/b.ts'],
    ['checks-looks-left', 'src/checks/a.ts', '../learning/b.ts', 'src/learning/b.ts'],
    ['learning-looks-left', 'src/learning/a.ts', '../cli/b.ts', 'src/cli/b.ts'],
    ['rooms-stay-pure', 'src/checks/a.ts', 'node:fs', null],
    ['rooms-use-isomorphic-packages', 'src/evidence/a.ts', 'yauzl', null],
    ['integrations-are-strangers', 'src/integrations/slack/a.ts', '../github/b.ts', 'src/integrations/github/b.ts'],
    ['integrations-are-strangers', 'src/integrations/kit/a.ts', '../github/b.ts', 'src/integrations/github/b.ts'],
    ['integrations-know-rooms-only', 'src/integrations/slack/a.ts', '../../cli/b.ts', 'src/cli/b.ts'],
    ['server-knows-rooms-and-integrations', 'src/server/a.ts', '../cli/b.ts', 'src/cli/b.ts'],
    ['web-knows-rooms-and-the-api', 'src/web/a.ts', '../server/store/b.ts', 'src/server/store/b.ts'],
    ['only-the-store-speaks-sql', 'src/server/jobs/a.ts', 'kysely', null],
    ['only-the-store-speaks-sql', 'src/cli/a.ts', 'pg', null],
    ['cli-leaves-web-alone', 'src/cli/a.ts', '../web/b.ts', 'src/web/b.ts'],
    ['every-folder-is-known', 'src/attic/a.ts', '../base/b.ts', 'src/base/b.ts'],
    ['tests-are-not-imported', 'src/base/a.ts', './b.test.ts', 'src/base/b.test.ts'],
    ['test-support-is-not-shipped', 'src/base/a.ts', './sample-text.ts', 'src/base/sample-text.ts'],
    ['product-stands-alone', 'src/cli/a.ts', '../../scripts/b.ts', 'scripts/b.ts'],
    ['no-development-packages', 'src/cli/a.ts', 'fast-check', null],
    ['everything-resolves', 'src/cli/a.ts', './nowhere.ts', null],
  ])('%s refuses %s -> %s', async (rule, from, to, target) => {
    const files: Record<string, string> = {
      'package.json': '{"dependencies":{"yauzl":"3.4.0"},"devDependencies":{"fast-check":"4.10.2"}}',
      [from]: `import { one } from '${to}'\nexport const a = one\n`,
    }
    if (target) files[target] = NAMES
    expect(await rulesBroken(files)).toContain(rule)
  })

  it('refuse two files that import each other', async () => {
    const files = {
      'src/base/a.ts': "import { b } from './b.ts'\nexport const a = b",
      'src/base/b.ts': "import { a } from './a.ts'\nexport const b = a",
    }
    expect(await rulesBroken(files)).toContain('no-circles')
  })

  it('let through what the design allows', async () => {
    const files = {
      'package.json': '{"dependencies":{"yauzl":"3.4.0","zod":"4.6.7","yaml":"2.9.1","@noble/hashes":"2.4.0"}}',
      'src/base/b.ts': "import { sha256 } from '@noble/hashes/sha2.js'\nexport const one = sha256",
      'src/base/b.test.ts':
        "import { readFileSync } from 'node:fs'\nimport { it } from 'vitest'\nimport { one } from './b.ts'\nit('reads', () => readFileSync(one))",
      'src/checks/a.ts': "import { one } from '../base/b.ts'\nexport const a = one",
      'src/integrations/kit/zip.ts': "import { open } from 'yauzl'\nexport const zip = open",
      'src/integrations/slack/map.ts':
        "import { z } from 'zod'\nimport { one } from '../../base/b.ts'\nimport { zip } from '../kit/zip.ts'\nexport const map = [one, zip, z]",
      'src/integrations/sources.ts': "import { map } from './slack/map.ts'\nexport const sources = [map]",
      'src/cli/main.ts':
        "import { env } from 'node:process'\nimport { parse } from 'yaml'\nimport { a } from '../checks/a.ts'\nimport { sources } from '../integrations/sources.ts'\nexport const main = [a, sources, parse, env]",
    }
    expect(await rulesBroken(files)).toEqual([])
  })

  it('name the files that were passed over', async () => {
    const root = tree({ 'src/base/a.ts': NAMES, 'src/base/b.ts': NAMES })
    const { missed, cruised } = await readBoundaries(root, { parser: 'swc', exclude: { path: 'b[.]ts$' } })
    expect({ missed, cruised }).toEqual({ missed: ['src/base/b.ts'], cruised: 1 })
  })
})
