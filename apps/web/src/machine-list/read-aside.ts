import { type FileFault, type ReadTables } from './read-tables.js';

const MOST_FILE_BYTES = 50_000_000;

/**
 * Reads a file beside the page, so that the page answers meanwhile; nothing of it is sent anywhere.
 * @throws the reason of the signal when it is stopped
 */
export async function readAside(file: File, signal: AbortSignal): Promise<ReadTables | FileFault> {
  if (file.size === 0) return 'empty';
  if (file.size > MOST_FILE_BYTES) return 'too_large';
  const worker = new Worker(new URL('./read-tables.worker.ts', import.meta.url), { type: 'module' });
  try {
    return await answerOf(worker, file, signal);
  } finally {
    worker.terminate();
  }
}

const answerOf = (worker: Worker, file: File, signal: AbortSignal): Promise<ReadTables | FileFault> =>
  new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
    worker.onmessage = ({ data }: MessageEvent<ReadTables | FileFault>) => resolve(data);
    // It never came (no connection), or broke down over the file.
    worker.onerror = () => resolve(navigator.onLine ? 'damaged' : 'no_reader');
    worker.postMessage(file);
  });
