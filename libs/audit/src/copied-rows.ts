import { type EventEmitter } from 'node:events';

const HEADER = 5;
/** A message begins with its kind and its length, which counts itself but not the kind. */
const LENGTH_ITSELF = 4;
const [COPY_DATA, READY_FOR_QUERY] = [0x64, 0x5a];

/** Where the bytes of rows go. */
export interface RowSink {
  /** A row begins, which has so many bytes. */
  begin(length: number): void;
  /** Its next bytes; they lie there only now. */
  take(from: Buffer, begin: number, end: number): void;
}
type Listener = (bytes: Buffer) => void;

/**
 * Takes the rows of one COPY off a socket before the driver makes an object of each, and hands on whatever else the server
 * says, until it is ready for the next statement. The driver must not be within a message when this begins.
 */
export class CopiedRows {
  private readonly driver: Listener[];
  private readonly header = Buffer.alloc(HEADER);
  private headed = 0;
  /** Of the message that is being read, and how many bytes of it are still to come. */
  private kind = 0;
  private left = 0;

  constructor(
    private readonly socket: EventEmitter,
    private readonly rows: RowSink,
  ) {
    this.driver = socket.listeners('data') as Listener[];
    for (const listener of this.driver) socket.off('data', listener);
    socket.on('data', this.read);
  }

  private readonly read = (bytes: Buffer): void => {
    let at = 0;
    while (at < bytes.length) {
      if (this.headed < HEADER) at = this.readHeader(bytes, at);
      if (this.isOver() && at < bytes.length) {
        this.giveBack(bytes.subarray(at));
        return;
      }
      const end = Math.min(bytes.length, at + this.left);
      if (this.left > 0) this.readBody(bytes, at, end);
      at = end;
      if (this.headed === HEADER && this.left === 0) this.headed = 0;
    }
  };

  private readonly isOver = (): boolean => this.headed === HEADER && this.kind === READY_FOR_QUERY;

  private readHeader(bytes: Buffer, begin: number): number {
    const end = Math.min(bytes.length, begin + HEADER - this.headed);
    bytes.copy(this.header, this.headed, begin, end);
    this.headed += end - begin;
    if (this.headed < HEADER) return end;
    this.kind = this.header[0] as number;
    this.left = this.header.readUInt32BE(1) - LENGTH_ITSELF;
    if (this.kind === COPY_DATA) this.rows.begin(this.left);
    else this.handOn(Buffer.from(this.header));
    return end;
  }

  private readBody(bytes: Buffer, begin: number, end: number): void {
    this.left -= end - begin;
    if (this.kind === COPY_DATA) this.rows.take(bytes, begin, end);
    else this.handOn(bytes.subarray(begin, end));
  }

  private handOn(bytes: Buffer): void {
    for (const listener of this.driver) listener(bytes);
  }

  /** The driver listens again before it is told that it may ask the next thing. */
  private giveBack(rest: Buffer): void {
    this.socket.off('data', this.read);
    for (const listener of this.driver) this.socket.on('data', listener);
    this.handOn(rest);
  }
}
