import { type INestApplicationContext } from '@nestjs/common';
import { operatingFigures } from '#casework';
import { type TelemetryConfig } from '#configuration';
import { UnitOfWork } from '#database';
import { CLOCK, type Clock, systemActor } from '#kernel';
import { CachedReading, Metrics, startTracing } from '#observability';
import { type FiguresConfig } from './config.js';
import { serveFigures } from './figures-server.js';

/** The figures are of the whole installation. */
const NO_AUTHORITY = '00000000-0000-4000-8000-000000000000';
const MAX_AGE_MS = 5000;

/** Counts, serves and traces what the worker does, as far as it is configured; returns the port and how to end it. */
export async function tellOfWorker(
  app: INestApplicationContext,
  config: FiguresConfig & TelemetryConfig,
): Promise<{ port: number | null; stop: () => Promise<void> }> {
  const tracing = config.traces && (await startTracing(config.traces, 'techgate-worker'));
  const serving = config.figures && (await serve(app, config.figures, config.metricsToken));
  return {
    port: serving?.port ?? null,
    stop: async () => {
      await serving?.close();
      await tracing?.close();
    },
  };
}

async function serve(
  app: INestApplicationContext,
  place: NonNullable<FiguresConfig['figures']>,
  token: string | null,
): Promise<{ port: number; close: () => Promise<void> }> {
  const metrics = new Metrics();
  const unitOfWork = app.get(UnitOfWork);
  const clock = app.get<Clock>(CLOCK);
  const reading = new CachedReading(
    () => unitOfWork.read(systemActor(NO_AUTHORITY), operatingFigures),
    MAX_AGE_MS,
    () => clock.now().getTime(),
  );
  try {
    const served = await serveFigures({ metrics, token, figures: () => reading.get() }, place);
    const close = async () => {
      await served.close();
      metrics.close();
    };
    return { port: served.port, close };
  } catch (error) {
    metrics.close();
    throw error;
  }
}
