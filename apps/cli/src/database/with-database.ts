import { type CliConfig } from '../config.js';
import { Cluster } from '../postgres/cluster.js';
import { readPostmaster } from '../postgres/postmaster.js';
import { loadSecrets, type Secrets } from '../secrets.js';
import { type Connections, connectionsOf, DATABASE_NAME } from './connections.js';
import { ownServerConnections } from './own-server.js';

/** A database that is up, and how to let go of it. */
export interface OpenDatabase {
  connections: Connections;
  secrets: Secrets;
  embedded: boolean;
  /** Resolves with a word on how the embedded server ended; never for one that is not ours. */
  ended: Promise<string>;
  close: () => Promise<void>;
}

const NEVER = new Promise<string>(() => undefined);
const onThisMachine = (cluster: Cluster, port: number) => ({
  host: cluster.hostOf(port),
  port,
  database: DATABASE_NAME,
});

/** Opens the embedded PostgreSQL, or the server of DATABASE_URL; `orphan` says what to do with one already running. */
export async function openDatabase(config: CliConfig, orphan: 'stop' | 'join'): Promise<OpenDatabase> {
  const secrets = loadSecrets(config.dataDir);
  if (config.databaseUrl !== null) {
    const connections = await ownServerConnections(config, config.databaseUrl, secrets);
    return { connections, secrets, embedded: false, ended: NEVER, close: () => Promise.resolve() };
  }
  return openEmbedded(config, secrets, orphan);
}

async function openEmbedded(
  config: CliConfig,
  secrets: Secrets,
  orphan: 'stop' | 'join',
): Promise<OpenDatabase> {
  const { dataDir, postgresPort } = config;
  const cluster = await Cluster.open({ dataDir, port: postgresPort, superuserPassword: secrets.superuser });
  const running = readPostmaster(cluster.folder);
  if (running !== null && orphan === 'join') {
    return {
      connections: connectionsOf(onThisMachine(cluster, running.port), secrets),
      secrets,
      embedded: true,
      ended: NEVER,
      close: () => Promise.resolve(),
    };
  }
  if (await cluster.stopOrphan()) console.log('Stopped the PostgreSQL of a run that was killed.');
  if (!cluster.exists()) console.log('Creating the database (once) …');
  await cluster.initialise();
  const port = await cluster.start();
  const { ended } = cluster;
  return {
    connections: connectionsOf(onThisMachine(cluster, port), secrets),
    secrets,
    embedded: true,
    ended,
    close: () => cluster.stop(),
  };
}

/** Runs an operator's command on the database: the running one, or one that is started for it and stopped after. */
export async function withDatabase<Result>(
  config: CliConfig,
  work: (open: OpenDatabase) => Promise<Result>,
): Promise<Result> {
  const open = await openDatabase(config, 'join');
  try {
    return await work(open);
  } finally {
    await open.close();
  }
}
