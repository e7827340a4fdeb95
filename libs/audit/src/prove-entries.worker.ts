// A thread that proves entries of the log while the next ones are on their way.
import { parentPort } from 'node:worker_threads';
import { provenLines } from './entry-proof.js';

parentPort?.on('message', (bytes: Uint8Array) => parentPort?.postMessage(provenLines(bytes)));
