/**
 * Flags of Node for API and worker. A young generation of 8 MB for each half instead of up to 64 keeps a process that
 * serves short requests at half the memory; docs/performance.md has the figures. `docker/` states the same flags.
 */
export const NODE_FLAGS = ['--enable-source-maps', '--max-semi-space-size=8'] as const;
