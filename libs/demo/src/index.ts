export * from './driver/transport.js';
export * from './journey.types.js';
export { differences, timelineCode } from './outcome/differences.js';
export { type DemoDossiers, loadDemoDossiers } from './load-demo-dossiers.js';
export { demoRow, type DemoRow } from './outcome/demo-rows.js';
export { demoTable } from './outcome/demo-table.js';
export { readJourneys } from './loading/read-journeys.js';
export { type JourneyWorld, runJourneys } from './run-journeys.js';
