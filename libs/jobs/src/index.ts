export * from './queues.js';
export * from './recurring-jobs.js';
