export * from './commands.js';
export * from './facts.js';
export * from './law.js';
export * from './letters.js';
export * from './problems/index.js';
export * from './roles.js';
export * from './screening.js';
export * from './status.js';
