export * from './notify-people.js';
export * from './recipients.js';
