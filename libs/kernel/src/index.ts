export * from './actor.js';
export * from './canonical-json.js';
export * from './civil-date.js';
export * from './clock.js';
export { csvLine } from './csv-cell.js';
export * from './recent-answers.js';
export * from './refusal.js';
export { VERSION } from './version.js';
