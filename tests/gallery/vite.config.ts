import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** `npx vite --config tests/gallery/vite.config.ts`, then open http://localhost:4310/?page=today&theme=ink */
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  publicDir: fileURLToPath(new URL('../../public', import.meta.url)),
  cacheDir: fileURLToPath(new URL('../../node_modules/.cache/gallery', import.meta.url)),
  plugins: [react()],
  server: { port: 4310, strictPort: true, host: '127.0.0.1' },
});
