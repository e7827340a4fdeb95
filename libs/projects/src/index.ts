export * from './domain/duplicates.js';
export * from './domain/project-faults.js';
export * from './domain/vocabulary.js';
export * from './register/find-duplicates.js';
export * from './register/insert-projects.js';
