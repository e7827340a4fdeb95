import { type INestApplicationContext } from '@nestjs/common';
import { operatingFigures } from '#casework';
import { Checkpoints } from '#audit';
import { type TelemetryConfig } from '#configuration';
import { UnitOfWork } from '#database';
import { DOCUMENT_STORE, type DocumentStore } from '#documents';
import { CLOCK, type Clock, systemActor } from '#kernel';
import { CachedReading, lostPlaces, Metrics, startTracing } from '#observability';
import { type FiguresConfig } from './config.js';
import { serveFigures } from './figures-server.js';

/** The figures are of the whole installation. */
const NO_AUTHORITY = '00000000-0000-4000-8000-000000000000';
const MAX_AGE_MS = 5000;
/** Places are tried by writing, at most once a second however many ask. */
const PLACES_MAX_AGE_MS = 1000;

/** Counts, serves and traces what the worker does, as far as it is configured; returns the port and how to end it. */
export async function tellOfWorker(
  app: INestApplicationContext,
  config: FiguresConfig & TelemetryConfig,
): Promise<{ port: number | null; stop: () => Promise<void> }> {
  const tracing = config.traces && (await startTracing(config.traces, 'techgate-worker'));
  const serving = config.figures && (await serve(app, config.figures, config));
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
  { metricsToken: token }: TelemetryConfig,
): Promise<{ port: number; close: () => Promise<void> }> {
  const metrics = new Metrics();
  const unitOfWork = app.get(UnitOfWork);
  const clock = app.get<Clock>(CLOCK);
  const store = app.get<DocumentStore>(DOCUMENT_STORE);
  const checkpoints = app.get(Checkpoints);
  const reading = new CachedReading(
    () => unitOfWork.read(systemActor(NO_AUTHORITY), operatingFigures),
    MAX_AGE_MS,
    () => clock.now().getTime(),
  );
  const places = new CachedReading(
    () => lostPlaces({ storage: () => store.probe(), keys: () => checkpoints.probe() }),
    PLACES_MAX_AGE_MS,
    () => performance.now(),
  );
  metrics.places(() => places.get());
  try {
    const told = { metrics, token, figures: () => reading.get(), lost: () => places.get() };
    const served = await serveFigures(told, place);
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
