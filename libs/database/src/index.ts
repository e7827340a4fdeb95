export * from './data-source-options.js';
export * from './database-config.js';
export * from './migrate.js';
export * from './provision.js';
export * from './tx.js';
export * from './unit-of-work.js';
