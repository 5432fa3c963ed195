import { defineConfig } from 'vitest/config'

/** Two projects: rules and functions alone (unit), and real encrypted files and workbooks (integration). `--project unit` runs one. */
export default defineConfig({
  test: {
    root: new URL('..', import.meta.url).pathname,
    projects: [
      { extends: true, test: { name: 'unit', include: ['tests/unit/**/*.test.{ts,tsx}', 'tests/runtime/**/*.test.ts'] } },
      {
        extends: true,
        // A real file, a real key derivation and, on a busy machine, a slow disk: seconds, not a hang.
        test: { name: 'integration', include: ['tests/integration/**/*.test.ts'], testTimeout: 60_000, hookTimeout: 60_000 },
      },
    ],
  },
})
