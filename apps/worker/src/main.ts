import { NestFactory } from '@nestjs/core';
import { pino } from 'pino';
import { WrongConfiguration } from '#configuration';
import { loadLawToRun } from '#dossiers';
import { civilDateOf, systemClock } from '#kernel';
import { startWorker } from './start-worker.js';
import { readConfig, type WorkerConfig } from './config.js';
import { WorkerModule } from './worker.module.js';

function configuration(): WorkerConfig {
  try {
    return readConfig();
  } catch (error) {
    if (!(error instanceof WrongConfiguration)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  }
}

const config = configuration();
const log = pino({ name: 'worker', level: config.logLevel });
const packs = await loadLawToRun(config, civilDateOf(systemClock.now()));
const app = await NestFactory.createApplicationContext(WorkerModule.register(config, packs), {
  logger: false,
  abortOnError: false,
});
const worker = await startWorker(app, config, log);
const end = () => {
  void worker.stop().then(
    () => process.exit(0),
    () => process.exit(1),
  );
};
process.once('SIGTERM', end);
process.once('SIGINT', end);
