import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import { API_CONFIG } from '../config.module.js';
import { type ApiConfig } from '../config.js';
import { type ApiRequest } from '../http/api-request.types.js';
import { isAskedByPerson } from '../http/asked-by-person.js';

interface FileOptions {
  maxAge?: number;
  immutable?: boolean;
  cacheControl?: boolean;
}
/** What we use of a reply that `@fastify/static` has taught to send files. */
export interface FileReply<Sent> {
  header(name: string, value: string): unknown;
  sendFile(name: string, options?: FileOptions): Sent;
}
const INDEX = 'index.html';
const YEAR_MS = 365 * 24 * 60 * 60 * 1000;

/** The built web application: one page for every address of a person, and the files with a digest in their name. */
@Injectable()
export class WebPages {
  /** Whether there is anything to send: tests of the API and the worker's machines may have none. */
  readonly built: boolean;

  constructor(@Inject(API_CONFIG) config: ApiConfig) {
    this.built = existsSync(join(config.webFolder, INDEX));
  }

  /** Sends the page; it is asked for anew each time, so that a new release arrives. */
  sendPage<Sent>(reply: FileReply<Sent>): Sent {
    reply.header('cache-control', 'no-cache');
    return reply.sendFile(INDEX, { cacheControl: false });
  }

  /** Sends a file that never changes under its name. */
  sendFile<Sent>(reply: FileReply<Sent>, name: string): Sent {
    return reply.sendFile(name, { maxAge: YEAR_MS, immutable: true });
  }

  /** Whether a person went to an address that nothing has: the application then says so better than JSON. */
  wants(request: ApiRequest): boolean {
    return this.built && isAskedByPerson(request);
  }
}
