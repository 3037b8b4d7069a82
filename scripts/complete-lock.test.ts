import { describe, expect, it } from 'vitest'
import { missingPlatforms } from './complete-lock.mjs'

const tool = {
  version: '1.2.3',
  dev: true,
  license: 'MIT',
  optionalDependencies: {
    '@tool/cli-linux-x64': '1.2.3',
    '@tool/cli-linux-x64-musl': '1.2.3',
    '@tool/cli-darwin-arm64': '1.2.3',
  },
}

describe('the packages of other platforms', () => {
  it('are added with the version that is asked for and the platform that the name tells', () => {
    const packages = { 'node_modules/tool': tool, 'node_modules/@tool/cli-linux-x64': { version: '1.2.3' } }
    expect(missingPlatforms(packages)).toEqual({
      'node_modules/@tool/cli-linux-x64-musl': {
        version: '1.2.3',
        cpu: ['x64'],
        dev: true,
        libc: ['musl'],
        license: 'MIT',
        optional: true,
        os: ['linux'],
      },
      'node_modules/@tool/cli-darwin-arm64': {
        version: '1.2.3',
        cpu: ['arm64'],
        dev: true,
        license: 'MIT',
        optional: true,
        os: ['darwin'],
      },
    })
  })

  it('are none where all are there, beside the tool or inside it', () => {
    const packages: Parameters<typeof missingPlatforms>[0] = { 'node_modules/tool': tool }
    packages['node_modules/tool/node_modules/@tool/cli-linux-x64'] = {}
    for (const name of Object.keys(tool.optionalDependencies)) packages[`node_modules/${name}`] ??= {}
    expect(missingPlatforms(packages)).toEqual({})
  })
})
