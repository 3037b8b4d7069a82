/**
 * Bundles the command line into `dist/`: one entry, one chunk for each command, so that each loads only what it needs. Every file
 * opened costs a start time, so `check`, which starts most often, shares no chunks with the others, and its thread is one file.
 */
import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..')
const out = process.argv[2] ? resolve(process.argv[2]) : join(root, 'dist')

/** CommonJS packages ask for Node's modules by `require`, which a module has to make for itself. */
const REQUIRE =
  "import { createRequire as __nodeRequire } from 'node:module'; const require = __nodeRequire(import.meta.url);"

/** Left as it is in the entry: what it names is built apart. */
const builtApart = {
  name: 'built-apart',
  setup: ({ onResolve }) =>
    onResolve({ filter: /\/check-program\.ts$/ }, ({ kind }) =>
      kind === 'dynamic-import' ? { path: './check-program.js', external: true } : null,
    ),
}

const settings = {
  absWorkingDir: root,
  outbase: 'src',
  outdir: out,
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  chunkNames: 'chunks/[name]-[hash]',
  // A native module stays where npm put it, with the binary for this machine; pg asks for the other in vain.
  external: ['libsql', 'pg-native'],
  sourcemap: 'linked',
  sourcesContent: false,
  minifySyntax: true,
  minifyWhitespace: true,
  legalComments: 'linked',
  write: false,
  logLevel: 'warning',
}
const results = await Promise.all([
  build({ ...settings, entryPoints: ['src/cli/main.ts'], splitting: true, plugins: [builtApart] }),
  build({ ...settings, entryPoints: ['src/cli/check-program.ts'], splitting: true }),
  build({ ...settings, entryPoints: ['src/cli/check-worker.ts'] }),
])
const outputFiles = results.flatMap((result) => result.outputFiles)

const written = new Set()
for (const file of outputFiles) {
  await put(file.path, file.text)
  written.add(relative(out, file.path))
}
await removeOld()
process.stdout.write(`built ${written.size} files into ${relative(process.cwd(), out) || '.'}\n`)

/** Writes by renaming, so that somebody who runs the old build meanwhile never reads half a file. */
async function put(path, text) {
  await mkdir(dirname(path), { recursive: true })
  const temporary = `${path}.${process.pid}.tmp`
  await writeFile(temporary, withRequire(path, text))
  await rename(temporary, path)
}

function withRequire(path, text) {
  const chunk = path.endsWith('.map') ? path.slice(0, -4) : path
  const code = outputFiles.find((file) => file.path === chunk)?.text ?? ''
  if (!chunk.endsWith('.js') || !code.includes('typeof require')) return text
  if (path === chunk) return `${REQUIRE}\n${text}`
  const map = JSON.parse(text)
  return JSON.stringify({ ...map, mappings: `;${map.mappings}` })
}

async function removeOld() {
  for (const file of await readdir(out, { recursive: true, withFileTypes: true })) {
    if (!file.isFile()) continue
    const path = join(file.parentPath, file.name)
    if (!written.has(relative(out, path)) && !file.name.endsWith('.tmp')) await rm(path, { force: true })
  }
}
