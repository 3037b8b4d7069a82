/** Proves that dead code is found: what nothing uses, and what only tests use. */
import { execFileSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { ROOT } from '../../scripts/setup/prepare.mjs'

mkdirSync(join(ROOT, '.cache'), { recursive: true })
const folder = mkdtempSync(join(ROOT, '.cache', 'dead-code-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const FILES = {
  'package.json': '{ "name": "dead-code", "type": "module", "devDependencies": { "vitest": "4.1.11" } }',
  'tsconfig.json': '{ "compilerOptions": { "allowImportingTsExtensions": true, "noEmit": true } }',
  'src/cli/main.ts': "import { needed } from '../base/a.ts'\nneeded()\n",
  'src/base/a.ts': [
    'export const needed = () => inFile()',
    'export const inFile = () => 1',
    'export const onlyTested = () => 2',
    'export const nobodys = () => 3',
  ].join('\n'),
  'src/base/lonely.ts': 'export const lonely = 4\n',
  'src/base/a.test.ts':
    "import { it } from 'vitest'\nimport { inFile, onlyTested } from './a.ts'\nit('runs', () => void [inFile(), onlyTested()])\n",
}
for (const [path, text] of Object.entries(FILES)) {
  mkdirSync(dirname(join(folder, path)), { recursive: true })
  writeFileSync(join(folder, path), text)
}
for (const name of ['knip.jsonc', 'knip.production.jsonc']) copyFileSync(join(ROOT, name), join(folder, name))

/** The names that knip reports. */
function reported(...args: string[]): string[] {
  let output = ''
  try {
    output = execFileSync(
      process.execPath,
      [join(ROOT, 'node_modules/knip/bin/knip.js'), '--no-progress', '--reporter', 'compact', ...args],
      { cwd: folder, encoding: 'utf8' },
    )
  } catch (error) {
    output = String((error as { stdout?: string }).stdout)
  }
  return ['needed', 'inFile', 'onlyTested', 'nobodys', 'lonely.ts'].filter((name) => output.includes(name))
}

describe('dead code', () => {
  it('is what nothing uses', () => {
    expect(reported()).toEqual(['nobodys', 'lonely.ts'])
  })

  it('is, in the product, also what only tests use', () => {
    expect(reported('--config', 'knip.production.jsonc', '--production')).toEqual([
      'onlyTested',
      'nobodys',
      'lonely.ts',
    ])
  })
})
