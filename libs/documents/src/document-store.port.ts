import { type Readable } from 'node:stream';
import { type ByteSource } from './domain/byte-source.js';

export const DOCUMENT_STORE = Symbol('DocumentStore');

/** Bytes that lie in the store, named by their content. */
export interface StoredFile {
  sha256: string;
  size: number;
  key: string;
}
/** Bytes that arrived whole and are durable, but do not belong to the store yet. */
export interface ReceivedFile {
  readonly sha256: string;
  readonly size: number;
  readonly content: ByteSource;
  /** Moves them into the store in one step; equal content is stored once. */
  keep(): Promise<StoredFile>;
  /** Forgets them; harmless after `keep`. */
  discard(): Promise<void>;
}
export interface OpenedFile {
  size: number;
  stream: Readable;
}

/** Where the bytes of documents and letters lie: local folder or object storage. A failure is `storage_unavailable`. */
export interface DocumentStore {
  /**
   * Takes a stream in without holding it in memory and hashes it on the way.
   * @throws Refusal `file_too_large` as soon as the limit is passed, `upload_interrupted` when the source breaks off,
   * `storage_unavailable`; nothing stays behind in any of these cases.
   */
  receive(source: Readable, limit: { maxBytes: number }): Promise<ReceivedFile>;
  /** Stores bytes that the system itself made. */
  put(source: Readable | Uint8Array): Promise<StoredFile>;
  /** Opens stored bytes after checking them against their hash. @throws Refusal `stored_bytes_lost`. */
  open(key: string): Promise<OpenedFile>;
  exists(key: string): Promise<boolean>;
  /** Keys in no order, for the sweep. */
  keys(): AsyncIterable<string>;
  /** Removes a file that was last put before `instant`; false when it is younger or gone. */
  removeOlderThan(key: string, instant: Date): Promise<boolean>;
  /** Removes what uploads left behind that were killed before `instant`; returns how many. */
  clearAbandoned(instant: Date): Promise<number>;
  /** Writes and removes a probe. @throws Refusal `storage_unavailable`. */
  probe(): Promise<void>;
}
