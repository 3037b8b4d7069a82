/** Who may import whom. Each rule's comment says why it holds and what to do instead; `scripts/boundaries.mjs` prints it. */

/** The rooms in the data's order. A room imports only from rooms before it. */
const ROOMS = ['base', 'evidence', 'timeline', 'document', 'record', 'signoff', 'publication', 'actions', 'checks', 'learning']

/** Packages that run the same in a browser's worker, in Node and in CI, and do no input or output. */
const ISOMORPHIC_PACKAGES = ['@noble/hashes', 'fast-diff', 'markdown-it', 'mdurl', 'yaml', 'zod']

const rooms = ROOMS.join('|')
const test = String.raw`\.test\.ts$`

/** What several tests share: samples, and a world that is recorded. knip.production.jsonc knows the same names. */
const testSupport = String.raw`/(recorded-[^/]+|read-samples|sample-[^/]+)\.ts$`

const roomsLookLeft = ROOMS.map((room, index) => ({
  name: `${room}-looks-left`,
  comment:
    `Data flows ${ROOMS.join(' -> ')}, and a reader follows it in that order; ${room} may import ` +
    `${index === 0 ? 'nothing but itself' : `${ROOMS.slice(0, index).join(', ')} and itself`}. ` +
    'Move what you need to the leftmost room that has the data for it, or take it as an argument (a verb that needs findings is given them).',
  severity: 'error',
  from: { path: `^src/${room}/` },
  to: { path: '^src/', pathNot: `^src/(${ROOMS.slice(0, index + 1).join('|')})/` },
}))

export default {
  forbidden: [
    ...roomsLookLeft,
    {
      name: 'rooms-stay-pure',
      comment:
        'Rooms run unchanged in the browser, on the server and in CI, so they import no Node module. ' +
        'Let the shell (cli, server) read, write and look at the clock, and pass what it found as a value.',
      severity: 'error',
      from: { path: `^src/(${rooms})/`, pathNot: test },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'rooms-use-isomorphic-packages',
      comment:
        'A package in a room has to run in a browser as well. Use one of those named at the top of .dependency-cruiser.mjs, ' +
        'or show that another is isomorphic, add it to that list and write a decision record.',
      severity: 'error',
      from: { path: `^src/(${rooms})/`, pathNot: [test, testSupport] },
      to: {
        dependencyTypesNot: ['core', 'local', 'unknown', 'undetermined'],
        pathNot: `^src/|(^|/)node_modules/(@types/)?(${ISOMORPHIC_PACKAGES.join('|')})/`,
      },
    },
    {
      name: 'integrations-are-strangers',
      comment:
        'One integration is read, replaced or removed without looking at another. ' +
        'Put what two of them need into integrations/kit, or, where it is about the incident and not about the vendor, into a room.',
      severity: 'error',
      from: { path: '^src/integrations/([^/]+)/' },
      to: { path: '^src/integrations/', pathNot: '^src/integrations/($1|kit)/' },
    },
    {
      name: 'integrations-know-rooms-only',
      comment:
        'An integration translates between a vendor and plain values, the same for every shell. ' +
        'Return a value and let cli or server act on it; take settings as arguments.',
      severity: 'error',
      from: { path: '^src/integrations/' },
      to: { path: '^src/', pathNot: `^src/(${rooms}|integrations)/` },
    },
    {
      name: 'server-knows-rooms-and-integrations',
      comment: 'The server is a shell of its own beside the command line. Move what both need into a room or into an integration.',
      severity: 'error',
      from: { path: '^src/server/' },
      to: { path: '^src/', pathNot: `^src/(${rooms}|integrations|server)/` },
    },
    {
      name: 'web-knows-rooms-and-the-api',
      comment: 'The browser runs the rooms and talks to the server through its API, whose types it may import and nothing else. Add an endpoint, or move what is pure into a room.',
      severity: 'error',
      from: { path: '^src/web/' },
      to: { path: '^src/', pathNot: `^src/(${rooms}|web|server/api)/` },
    },
    {
      name: 'cli-leaves-web-alone',
      comment: 'The command line may use everything but the browser application. Move what both need into a room.',
      severity: 'error',
      from: { path: '^src/cli/' },
      to: { path: '^src/web/' },
    },
    {
      name: 'only-the-store-speaks-sql',
      comment:
        'What is kept, and what is written in one transaction, is decided in server/store alone. ' +
        'Add a function there that says what you want in words, and call it.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/server/store/' },
      to: { path: '(^|/)(kysely|libsql|pg|better-sqlite3)(/|$)' },
    },
    {
      name: 'every-folder-is-known',
      comment: 'Each folder of src has its rules here. Name the new one in DESIGN, in src/README.md and in this file, or put the code into a folder that exists.',
      severity: 'error',
      from: { path: '^src/', pathNot: `^src/(${rooms}|integrations|server|web|cli)/` },
      to: {},
    },
    {
      name: 'no-circles',
      comment: 'Two files that import each other can only be read together. Move what both need into a third, or pass it as an argument.',
      severity: 'error',
      from: { path: '^src/' },
      to: { circular: true },
    },
    {
      name: 'tests-are-not-imported',
      comment: 'A test file runs its tests when it is imported. Move what others need from it into a file of its own.',
      severity: 'error',
      from: {},
      to: { path: test },
    },
    {
      name: 'test-support-is-not-shipped',
      comment: 'What tests share is written for tests alone. Move the part that the product needs into a file of its own.',
      severity: 'error',
      from: { path: '^src/', pathNot: `${test}|${testSupport}` },
      to: { path: testSupport },
    },
    {
      name: 'product-stands-alone',
      comment: 'What ships may not lean on scripts, tests or benchmarks. Move the code into src, where it has a room.',
      severity: 'error',
      from: { path: '^src/', pathNot: test },
      to: { path: '^(scripts|test|bench)/' },
    },
    {
      name: 'no-development-packages',
      comment: 'A package under devDependencies is not there after installation. Move it to dependencies, with a decision record, or do without.',
      severity: 'error',
      from: { path: '^src/', pathNot: [test, testSupport] },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['npm'], pathNot: 'node_modules/@types/' },
    },
    {
      name: 'everything-resolves',
      comment: 'The import leads nowhere. Correct the path (with its .ts ending), or add the package to package.json.',
      severity: 'error',
      from: { path: '^src/' },
      to: { couldNotResolve: true },
    },
  ],
  options: {
    // TypeScript 7 has no API that dependency-cruiser can use; with SWC it reads every file, type imports included.
    parser: 'swc',
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: { extensions: ['.ts', '.js', '.mjs', '.json'], conditionNames: ['import', 'node', 'default', 'types'], exportsFields: ['exports'] },
  },
}
