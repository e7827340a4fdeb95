export * from './data-source-options.js';
export * from './database-config.js';
export * from './database.module.js';
export * from './migrate.js';
export * from './provision.js';
export * from './time-limits.js';
export * from './tx.js';
export * from './unit-of-work.js';
