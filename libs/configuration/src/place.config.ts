import { isAbsolute, resolve } from 'node:path';
import { type DatabaseConfig } from '#database';
import { type Environment, int, text, url, WrongConfiguration } from './readers.js';

/** Where the data of an installation lie: the same for every process. */
export interface PlaceConfig {
  database: DatabaseConfig;
  /** Absolute folder of the stored documents and letters. */
  storageFolder: string;
  /** Absolute folder of the key that signs checkpoints. */
  keyFolder: string;
  /** Absolute folder that remembers which law passed its golden cases; what is lost there is proven again. */
  proofFolder: string;
}

/** The variables of places with an example each. */
export const PLACE_VARIABLES = {
  DATABASE_URL: 'postgres://techgate_app:app@127.0.0.1:5432/techgate',
  DATABASE_POOL_SIZE: '20',
  STORAGE_FOLDER: '.data/storage',
  KEY_FOLDER: '.data/keys',
  PROOF_FOLDER: '.data/proofs',
} as const;

/** Reads where the data lie. @throws WrongConfiguration with the variable's name and what is allowed */
export function readPlaces(env: Environment): PlaceConfig {
  return {
    database: readDatabase(env),
    storageFolder: absolute(text(env, 'STORAGE_FOLDER', PLACE_VARIABLES.STORAGE_FOLDER)),
    keyFolder: absolute(text(env, 'KEY_FOLDER', PLACE_VARIABLES.KEY_FOLDER)),
    proofFolder: absolute(text(env, 'PROOF_FOLDER', PLACE_VARIABLES.PROOF_FOLDER)),
  };
}

const absolute = (folder: string) => (isAbsolute(folder) ? folder : resolve(folder));

function readDatabase(env: Environment): DatabaseConfig {
  const address = url(env, 'DATABASE_URL', ['postgres:', 'postgresql:'], PLACE_VARIABLES.DATABASE_URL);
  const database = decodeURIComponent(address.pathname.slice(1));
  if (database === '')
    throw new WrongConfiguration('DATABASE_URL', 'postgres://user:password@host:port/database');
  return {
    host: decodeURIComponent(address.hostname),
    port: Number(address.port || 5432),
    user: decodeURIComponent(address.username),
    password: decodeURIComponent(address.password),
    database,
    poolSize: int(env, 'DATABASE_POOL_SIZE', 20, 1, 500),
  };
}
