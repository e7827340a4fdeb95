import { type ApiConfig, readConfig } from './config.js';
import { type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Logger } from 'nestjs-pino';
import { WrongConfiguration } from '#configuration';
import { LawRegistry } from '#dossiers';
import { VERSION } from '#kernel';
import { lawDigest } from '#law';
import { endedLine, type RunningProcess, startedLine } from '#observability';
import { createApp } from './create-app.js';

function fail(message: string): never {
  process.stderr.write(`${message}\n`);
  process.exit(1);
}

function configuration(): ApiConfig {
  try {
    return readConfig();
  } catch (error) {
    if (error instanceof WrongConfiguration) fail(error.message);
    throw error;
  }
}

const codeOf = (error: unknown) => (error as { code?: string } | null)?.code;

async function start(config: ApiConfig): Promise<void> {
  const app = await createApp(config);
  const log = app.get(Logger);
  const running = runningApi(app, config);
  const stop = (signal: NodeJS.Signals) => {
    app.close().then(
      () => {
        log.log(endedLine(running, signal));
        process.exit(0);
      },
      () => process.exit(1),
    );
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
  await app.listen(config.port, config.host);
  log.log(startedLine(running));
}

const runningApi = (app: NestFastifyApplication, { mode, port }: ApiConfig): RunningProcess => ({
  ...{ role: 'api', version: VERSION, mode, port },
  law: lawDigest(app.get(LawRegistry).packs),
});

const config = configuration();
await start(config).catch((error: unknown) => {
  if (codeOf(error) === 'EADDRINUSE')
    fail(`Port ${config.port} on ${config.host} is taken by another program. Set PORT to a free one.`);
  if (codeOf(error) === 'ECONNREFUSED')
    fail(`No database answers at ${config.database.host}:${config.database.port} (DATABASE_URL).`);
  fail(error instanceof Error ? (error.stack ?? error.message) : String(error));
});
