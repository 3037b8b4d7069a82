/** Two projects: `unit` lies beside the code and takes seconds, `whole` looks at the tree, the build and the command line from outside. */
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // Processes: tests start threads of their own, and one run in threads ended in a crash of Node.
    pool: 'forks',
    // Costs nothing until a test asks for it.
    globalSetup: 'test/postgres/one-for-all.ts',
    projects: [
      { extends: true, test: { name: 'unit', include: ['src/**/*.test.ts'] } },
      { extends: true, test: { name: 'whole', include: ['test/**/*.test.ts', 'scripts/**/*.test.ts'] } },
    ],
  },
})
