import { access, constants } from 'node:fs/promises';
import { type INestApplicationContext } from '@nestjs/common';
import { operatingFigures } from '#casework';
import { type PlaceConfig, type TelemetryConfig } from '#configuration';
import { UnitOfWork } from '#database';
import { DOCUMENT_STORE, type DocumentStore } from '#documents';
import { CLOCK, type Clock, systemActor } from '#kernel';
import { CachedReading, Metrics, startTracing } from '#observability';
import { type FiguresConfig } from './config.js';
import { type Place, serveFigures } from './figures-server.js';

/** The figures are of the whole installation. */
const NO_AUTHORITY = '00000000-0000-4000-8000-000000000000';
const MAX_AGE_MS = 5000;
/** Storage is tried by writing, at most once a second however many ask. */
const PLACES_MAX_AGE_MS = 1000;

/** Counts, serves and traces what the worker does, as far as it is configured; returns the port and how to end it. */
export async function tellOfWorker(
  app: INestApplicationContext,
  config: FiguresConfig & TelemetryConfig & Pick<PlaceConfig, 'keyFolder'>,
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
  { metricsToken: token, keyFolder }: TelemetryConfig & Pick<PlaceConfig, 'keyFolder'>,
): Promise<{ port: number; close: () => Promise<void> }> {
  const metrics = new Metrics();
  const unitOfWork = app.get(UnitOfWork);
  const clock = app.get<Clock>(CLOCK);
  const reading = new CachedReading(
    () => unitOfWork.read(systemActor(NO_AUTHORITY), operatingFigures),
    MAX_AGE_MS,
    () => clock.now().getTime(),
  );
  const places = new CachedReading(
    () => lostPlaces(app.get<DocumentStore>(DOCUMENT_STORE), keyFolder),
    PLACES_MAX_AGE_MS,
    () => clock.now().getTime(),
  );
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

/** Where nothing can be kept now: documents and letters, or checkpoints. */
async function lostPlaces(store: DocumentStore, keyFolder: string): Promise<Place[]> {
  const tried: [Place, Promise<unknown>][] = [
    ['storage', store.probe()],
    ['keys', access(keyFolder, constants.W_OK)],
  ];
  const outcomes = await Promise.allSettled(tried.map(([, attempt]) => attempt));
  return tried.filter((_, n) => outcomes[n]?.status === 'rejected').map(([name]) => name);
}
