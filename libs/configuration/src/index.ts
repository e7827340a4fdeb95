export * from './office.config.js';
export * from './place.config.js';
export * from './readers.js';
export * from './telemetry.config.js';
