import { type Readable } from 'node:stream';
import { acceptFile, type AcceptedFile, type Declaration } from './domain/accept-file.js';
import { type DocumentStore, type ReceivedFile, type StoredFile } from './document-store.port.js';

/** A file that was received and judged, but is not in the store yet: it stays only when somebody keeps it. */
export type ReceivedUpload = AcceptedFile & Omit<ReceivedFile, 'content'>;

/**
 * Takes an upload in and judges it by its content; nothing of a refused one stays. Whoever gets it keeps or discards it.
 * @throws Refusal of `DocumentStore.receive` and `acceptFile`
 */
export async function receiveUpload(
  store: DocumentStore,
  source: Readable,
  declared: Declaration,
  maxBytes: number,
): Promise<ReceivedUpload> {
  const received = await store.receive(source, { maxBytes });
  try {
    return uploadOf(await acceptFile(received.content, declared), received);
  } catch (error) {
    await received.discard();
    throw error;
  }
}

/** Keeps once, however often a transaction that keeps it runs again. */
function uploadOf(accepted: AcceptedFile, received: ReceivedFile): ReceivedUpload {
  let kept: Promise<StoredFile> | null = null;
  return {
    ...accepted,
    sha256: received.sha256,
    size: received.size,
    keep: () => (kept ??= received.keep()),
    discard: () => received.discard(),
  };
}
