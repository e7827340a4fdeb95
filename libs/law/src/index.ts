export type * from './law-set.types.js';
export type * from './pack.types.js';
