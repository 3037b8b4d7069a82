/**
 * Two projects: `unit` lies beside the code and takes seconds; `whole` holds what takes longer, starts programs or looks at the
 * clock: `*.slow.test.ts` beside the code, the server with its databases, and all that looks at the tree, the build and the command line from outside.
 */
import { configDefaults, defineConfig } from 'vitest/config'

const SLOW = ['src/**/*.slow.test.ts', 'src/server/**/*.test.ts']

export default defineConfig({
  test: {
    // They end what hangs; nothing is measured by them, and a busy machine takes long for what is quick.
    testTimeout: 180_000,
    hookTimeout: 180_000,
    // Processes: tests start threads of their own, and one run in threads ended in a crash of Node.
    pool: 'forks',
    // src/base/sample-runs.ts says what a property does with it; `npm run check` is quick.
    provide: { shareOfRuns: process.env.NEVERTWICE_QUICK ? 0.1 : 1 },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['src/**/*.test.ts'],
          exclude: [...configDefaults.exclude, ...SLOW],
          // No test leaves anything behind in its process; loading everything anew for each file takes longer than the tests.
          isolate: false,
        },
      },
      {
        extends: true,
        test: {
          name: 'whole',
          include: ['test/**/*.test.ts', 'scripts/**/*.test.ts', ...SLOW],
          // A database server; costs nothing until a test asks for it.
          globalSetup: 'test/postgres/one-for-all.ts',
        },
      },
    ],
  },
})
