#!/usr/bin/env node
// Starts the built command line, or says what is missing.
import { existsSync } from 'node:fs'
import module from 'node:module'

const [major, minor] = process.versions.node.split('.').map(Number)
const main = new URL('../dist/cli/main.js', import.meta.url)

if (major < 20 || (major === 20 && minor < 19)) {
  process.stderr.write(`nevertwice needs Node 20.19 or newer; this is ${process.versions.node}.\n`)
  process.exitCode = 4
} else if (!existsSync(main)) {
  process.stderr.write(
    'nevertwice has not been built: dist/cli/main.js is missing.\n' +
      'Run `npm install` and then `npm run build` in the folder of nevertwice, and try again.\n',
  )
  process.exitCode = 4
} else {
  // Newer Nodes remember compiled code between runs.
  module.enableCompileCache?.()
  await import(main.href)
}
