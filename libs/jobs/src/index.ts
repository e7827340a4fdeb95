export * from './polling.js';
export * from './queue-figures.js';
export {
  AUDIT_CHECKPOINT,
  CLOCK_TICK,
  DOCUMENT_SWEEP,
  MATCH_PROPOSALS,
  prepareJobs,
  type RecurringJob,
} from './queues.js';
export * from './recurring-jobs.js';
