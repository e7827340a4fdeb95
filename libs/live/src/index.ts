export { isToldOutside } from './domain/told-outside.rule.js';
export { type Cursor, EventCursors } from './event-cursor.js';
export * from './live-event.store.js';
export * from './presence.store.js';
export { wakeAfterCommit } from './wake-ups.js';
export { WakeListener } from './wake-listener.js';
