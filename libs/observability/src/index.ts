export { CachedReading } from './cached-reading.js';
export { mayScrape } from './domain/scrape-gate.js';
export { Metrics, type PoolUse } from './metrics/metrics.js';
export { type OperatingFigures, type QueueFigures } from './metrics/state-gauges.js';
export { observed, observeOperations, type Operation, type Outcome, type Watch } from './operation.js';
export { startTracing } from './tracing/tracing.js';
export { type TraceSettings, type Tracing } from './tracing/tracing.types.js';
