import { defineConfig } from 'vitest/config'

/** One PostgreSQL for all suites of a run, unless the runner gives one. */
const withCluster = { globalSetup: ['lib/store/testing/global-setup.ts'] }
const shared = { environment: 'node' as const, include: [] as string[] }

export default defineConfig({
  resolve: { alias: { '@': import.meta.dirname } },
  test: {
    projects: [
      {
        extends: true,
        test: {
          ...shared,
          name: 'unit',
          include: ['lib/**/*.test.ts', 'app/**/*.test.ts', 'components/**/*.test.ts', 'scripts/**/*.test.ts'],
          exclude: ['**/*.db.test.ts', 'node_modules/**'],
          testTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: {
          ...shared,
          ...withCluster,
          name: 'db',
          include: ['lib/**/*.db.test.ts', 'app/**/*.db.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
      {
        extends: true,
        test: {
          ...shared,
          ...withCluster,
          name: 'live',
          include: ['e2e/**/*.live.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 240_000,
          fileParallelism: false,
        },
      },
    ],
  },
})
