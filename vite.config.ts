import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { bankPlugin } from './data/vite-plugin-bank.ts';

export default defineConfig({
  plugins: [react(), bankPlugin('data/builtin')],
  test: {
    include: ['tests/**/*.test.{ts,tsx}'],
    exclude: ['tests/e2e/**', 'tests/bench/**'],
    setupFiles: ['tests/support/setup.ts'],
  },
});
