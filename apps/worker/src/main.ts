import { NestFactory } from '@nestjs/core';
import { pino } from 'pino';
import { WrongConfiguration } from '#configuration';
import { loadLawToRun } from '#dossiers';
import { civilDateOf, systemClock, VERSION } from '#kernel';
import { lawDigest } from '#law';
import { endedLine, type RunningProcess, startedLine } from '#observability';
import { startWorker } from './start-worker.js';
import { readConfig } from './config.js';
import { tellOfWorker } from './tell-of-worker.js';
import { WorkerModule } from './worker.module.js';

function configuration(): ReturnType<typeof readConfig> {
  try {
    return readConfig();
  } catch (error) {
    if (!(error instanceof WrongConfiguration)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  }
}

/** Whoever runs the process starts it again: what it needs may be away for a moment. */
function cannotStart(error: unknown): never {
  log.fatal({ code: (error as { code?: string }).code ?? 'unknown', err: error }, 'the worker cannot start');
  process.exit(1);
}

const config = configuration();
const log = pino({ name: 'worker', level: config.logLevel });
const packs = await loadLawToRun(config, civilDateOf(systemClock.now()));
const app = await NestFactory.createApplicationContext(WorkerModule.register(config, packs), {
  logger: false,
  abortOnError: false,
}).catch(cannotStart);
const telling = await tellOfWorker(app, config).catch((error: unknown) => {
  log.fatal({ code: (error as { code?: string }).code ?? 'unknown' }, 'WORKER_PORT cannot be opened');
  process.exit(1);
});
const worker = await startWorker(app, config, log).catch(cannotStart);
const running: RunningProcess = {
  ...{ role: 'worker', version: VERSION, mode: config.mode, port: telling.port },
  law: lawDigest(packs),
};
const stop = async (signal: NodeJS.Signals) => {
  await worker.stop();
  await telling.stop();
  log.info(endedLine(running, signal));
};
const end = (signal: NodeJS.Signals) => {
  void stop(signal).then(
    () => process.exit(0),
    () => process.exit(1),
  );
};
process.once('SIGTERM', end);
process.once('SIGINT', end);
log.info(startedLine(running));
