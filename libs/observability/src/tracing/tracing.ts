import { type TraceSettings, type Tracing } from './tracing.types.js';

/** Starts sending traces. The libraries are loaded here and nowhere else: without traces nobody pays for them. */
export async function startTracing(settings: TraceSettings, service: string): Promise<Tracing> {
  const { openTracing } = await import('./otlp-tracing.js');
  return openTracing(settings, service);
}
