import {
  type Environment,
  type OfficeConfig,
  oneOf,
  type PlaceConfig,
  readOffice,
  readPlaces,
} from '#configuration';

const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'silent'] as const;

/** Everything that the worker process may be told from outside. */
export interface WorkerConfig extends OfficeConfig, PlaceConfig {
  logLevel: (typeof LOG_LEVELS)[number];
}

/**
 * Reads and checks the configuration; the only reader of the environment in the worker.
 * @throws WrongConfiguration with the variable's name and what is allowed.
 */
export function readConfig(env: Environment = process.env): WorkerConfig {
  return { ...readOffice(env), ...readPlaces(env), logLevel: oneOf(env, 'LOG_LEVEL', LOG_LEVELS, 'info') };
}
