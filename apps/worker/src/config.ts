import {
  type Environment,
  int,
  type OfficeConfig,
  oneOf,
  type PlaceConfig,
  readOffice,
  readPlaces,
  readTelemetry,
  type TelemetryConfig,
  text,
} from '#configuration';

const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'silent'] as const;

/** Everything that the worker process may be told from outside. */
export interface WorkerConfig extends OfficeConfig, PlaceConfig, TelemetryConfig {
  logLevel: (typeof LOG_LEVELS)[number];
}

/** Where the worker tells of itself. */
export interface FiguresConfig {
  /** Of `/metrics` and `/health`; null: nowhere. */
  figures: { host: string; port: number } | null;
}

/**
 * Reads and checks the configuration; the only reader of the environment in the worker.
 * @throws WrongConfiguration with the variable's name and what is allowed.
 */
export function readConfig(env: Environment = process.env): WorkerConfig & FiguresConfig {
  const port = int(env, 'WORKER_PORT', 0, 0, 65535);
  const host = text(env, 'WORKER_HOST', '127.0.0.1', /^[\w.:-]+$/);
  return {
    ...readOffice(env),
    ...readPlaces(env),
    ...readTelemetry(env),
    figures: port === 0 ? null : { host, port },
    logLevel: oneOf(env, 'LOG_LEVEL', LOG_LEVELS, 'info'),
  };
}
