export type * from './deadline.types.js';
