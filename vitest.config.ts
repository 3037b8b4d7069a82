/** Two projects: `unit` lies beside the code and takes seconds, `whole` looks at the tree, the build and the command line from outside. */
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    testTimeout: 60_000,
    pool: 'threads',
    projects: [
      { extends: true, test: { name: 'unit', include: ['src/**/*.test.ts'] } },
      // Processes of their own: some load programs that are not at home in threads.
      { extends: true, test: { name: 'whole', pool: 'forks', include: ['test/**/*.test.ts', 'scripts/**/*.test.ts'] } },
    ],
  },
})
