import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const API = 'http://127.0.0.1:3000';

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  // `#contracts` is read from its source, as everywhere outside of dist.
  resolve: { conditions: ['source', 'module', 'browser', 'development|production'] },
  build: {
    outDir: fileURLToPath(new URL('../../dist/web', import.meta.url)),
    emptyOutDir: true,
    // A data: address would need a wider content security policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    manifest: true,
    chunkSizeWarningLimit: 700,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            // What every page begins with, in one file: in a file for each module that a page shares with it, it was
            // some eighty requests, one behind the other. The entry itself has to stay what it is.
            { name: 'frame', test: /^(?!.*[\\/](main\.tsx|index\.html)$)/, tags: ['$initial'] },
          ],
        },
      },
      // Closed lists and texts: a page that needs one list does not carry the texts of every refusal.
      treeshake: { moduleSideEffects: [{ test: /libs[\\/]contracts/, sideEffects: false }] },
      // Libraries mark their modules for servers that render; here all of it runs in the browser.
      onwarn: (warning, warn) => {
        if (warning.code !== 'MODULE_LEVEL_DIRECTIVE') warn(warning);
      },
    },
  },
  // `npm run dev:web` beside a running `npm start`.
  server: { host: '127.0.0.1', proxy: { '/api': API, '/health': API } },
});
