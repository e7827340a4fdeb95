export { conflictedUserIds } from '#identity';
export * from './assign-person.js';
export * from './assignment.store.js';
