export * from './polling.js';
export * from './queues.js';
export * from './recurring-jobs.js';
