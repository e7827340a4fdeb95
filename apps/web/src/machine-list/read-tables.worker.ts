import { tablesOf } from './read-tables.js';

// Reads away from the page, which answers meanwhile; a reading that is not wanted any more is ended with its worker.
addEventListener(
  'message',
  ({ data }: MessageEvent<File>) => void tablesOf(data).then((read) => postMessage(read)),
);
