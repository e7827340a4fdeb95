/**
 * Flags of Node for API and worker; `docker/` states the same. A young generation of 8 MB for each half instead of up
 * to 64 keeps a process that serves short requests at half the memory. The old one may grow by half over what was alive
 * after the last collection instead of fourfold: under load without a pause garbage would otherwise lie about up to
 * 600 MB. No source maps: frames then name the built file, whose functions are the same, and 20 MB stay free.
 * docs/performance.md has the figures.
 */
export const NODE_FLAGS = ['--max-semi-space-size=8', '--heap-growing-percent=50'] as const;
