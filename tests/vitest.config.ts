import { defineConfig } from 'vitest/config'

/** Two projects: rules and functions alone (unit), and real encrypted files and workbooks (integration). `--project unit` runs one. */
export default defineConfig({
  test: {
    root: new URL('..', import.meta.url).pathname,
    projects: [
      {
        extends: true,
        // Property tests run a rule hundreds of times; on a busy machine that is more than vitest's five seconds. The limit finds hangs only.
        test: { name: 'unit', include: ['tests/unit/**/*.test.{ts,tsx}', 'tests/runtime/**/*.test.ts'], testTimeout: 120_000 },
      },
      {
        extends: true,
        // A real file, a real key derivation and, on a busy machine, a slow disk: this limit, too, finds hangs only.
        test: { name: 'integration', include: ['tests/integration/**/*.test.ts'], testTimeout: 180_000, hookTimeout: 180_000 },
      },
    ],
  },
})
