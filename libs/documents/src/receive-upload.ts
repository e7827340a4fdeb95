import { type Readable } from 'node:stream';
import { acceptFile, type AcceptedFile, type Declaration } from './domain/accept-file.js';
import { type DocumentStore, type StoredFile } from './document-store.port.js';

/** A file that was received and judged, but belongs to no dossier yet. */
export type ReceivedUpload = AcceptedFile & StoredFile;

/**
 * Takes an upload in, judges it by its content and stores it; nothing of a refused one stays. What is never registered
 * afterwards is swept away after a day.
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
    const accepted = await acceptFile(received.content, declared);
    return { ...accepted, ...(await received.keep()) };
  } finally {
    await received.discard();
  }
}
