import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { projectRoot } from './project-root.js';

/** What an operator can set for the commands of apps/cli; see `.env.example`. */
export interface CliConfig {
  root: string;
  /** Folder of everything that outlives a run: database, secrets, documents. */
  dataDir: string;
  /** Port of the API. */
  port: number;
  /** Port of the embedded PostgreSQL; null = a free one is chosen at each start. */
  postgresPort: number | null;
  /** The application's role on a server of your own; null = the embedded PostgreSQL. */
  databaseUrl: string | null;
  /** The schema's owner on that server, for migrations. */
  ownerUrl: string | null;
  /** Address under which people reach the API; null = localhost. */
  publicUrl: string | null;
  /** Keys given from outside; null = those of the installation's own secrets. */
  jwtSecret: string | null;
  sessionSecret: string | null;
  /** Folder of documents and letters; null = inside the data folder. */
  storageFolder: string | null;
  /** Folder of the key that signs checkpoints; null = inside the data folder. */
  keyFolder: string | null;
  /** Folder that remembers which law was proven; null = in the data folder. */
  proofFolder: string | null;
  /** Folder of the legal packs; null = those of the source tree. */
  packsFolder: string | null;
  /** Whether demo accounts and data are loaded: everywhere but in production, unless DEMO_ACCOUNTS says. */
  demo: boolean;
  /** Level of the logs of API and worker; null = warnings and worse, so that the start stays readable. */
  logLevel: string | null;
  /** Started by npm: when npm goes away without a word, so does the launcher. */
  underNpm: boolean;
  /** Whether the launcher ends with its standard input: whoever holds the other end may be killed without a word. */
  endsWithInput: boolean;
}

/** A setting that stops the start: names the variable and what is allowed. */
export class ConfigError extends Error {}

function portOf(name: string, text: string | undefined): number | null {
  if (text === undefined || text === '') return null;
  const port = Number(text);
  if (Number.isInteger(port) && port >= 1 && port <= 65535) return port;
  throw new ConfigError(`${name} must be a whole number from 1 to 65535, not "${text}".`);
}

function postgresUrlOf(name: string, text: string | undefined): string | null {
  if (text === undefined || text === '') return null;
  const url = URL.parse(text);
  if (url !== null && /^postgres(ql)?:$/.test(url.protocol) && url.pathname.length > 1) return text;
  throw new ConfigError(`${name} must read postgres://user:password@host:port/database.`);
}

const given = (text: string | undefined): string | null => (text === undefined || text === '' ? null : text);

function argumentsOf(args: readonly string[]): { port?: string | undefined } {
  try {
    return parseArgs({ args: [...args], options: { port: { type: 'string' } } }).values;
  } catch (error) {
    throw new ConfigError((error as Error).message);
  }
}

/**
 * Reads and checks the environment and `--port`, which wins over PORT; throws ConfigError for the first value
 * that is wrong.
 */
export function readConfig(args: readonly string[] = [], env: NodeJS.ProcessEnv = process.env): CliConfig {
  const root = projectRoot();
  const { port } = argumentsOf(args);
  return {
    root,
    dataDir: env['TECHGATE_DATA_DIR'] ? resolve(env['TECHGATE_DATA_DIR']) : join(root, '.data'),
    port: portOf('--port', port) ?? portOf('PORT', env['PORT']) ?? 3000,
    publicUrl: given(env['PUBLIC_URL']),
    jwtSecret: given(env['JWT_SECRET']),
    sessionSecret: given(env['SESSION_SECRET']),
    storageFolder: given(env['STORAGE_FOLDER']),
    keyFolder: given(env['KEY_FOLDER']),
    proofFolder: given(env['PROOF_FOLDER']),
    packsFolder: given(env['PACKS_FOLDER']),
    demo: env['DEMO_ACCOUNTS'] === 'true' || (!env['DEMO_ACCOUNTS'] && env['NODE_ENV'] !== 'production'),
    logLevel: given(env['LOG_LEVEL']),
    postgresPort: portOf('TECHGATE_POSTGRES_PORT', env['TECHGATE_POSTGRES_PORT']),
    databaseUrl: postgresUrlOf('DATABASE_URL', env['DATABASE_URL']),
    ownerUrl: postgresUrlOf('DATABASE_OWNER_URL', env['DATABASE_OWNER_URL']),
    underNpm: env['npm_lifecycle_event'] !== undefined,
    endsWithInput: env['TECHGATE_ENDS_WITH_INPUT'] === 'true',
  };
}

/** The environment of a child process: ours, with what the launcher knows better. */
export const childEnvironment = (added: Record<string, string>): NodeJS.ProcessEnv => ({
  ...process.env,
  ...added,
});
