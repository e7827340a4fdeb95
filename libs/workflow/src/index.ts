export type * from './workflow.types.js';
