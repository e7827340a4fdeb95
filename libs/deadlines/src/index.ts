export type * from './deadline.types.js';
export * from './affected-clocks.js';
export * from './clock-readings.js';
export * from './clock-term.js';
export * from './explain.js';
export * from './receipt-day.js';
export * from './warnings.js';
export { type WorkingCalendar, workingCalendar } from './working-calendar.js';
