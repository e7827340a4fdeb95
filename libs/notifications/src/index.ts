export * from './notification.catalogue.js';
export * from './notifications.query.js';
export * from './notify-people.js';
export * from './recipients.js';
