/** One HTTP exchange; how it travels is the caller's choice. */
export interface HttpRequest {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH';
  /** Path with query, from `/api/v1`. */
  path: string;
  headers: Record<string, string>;
  body?: string | Uint8Array<ArrayBuffer>;
}
export interface HttpAnswer {
  status: number;
  /** Parsed JSON, or null where the answer is none. */
  body: unknown;
  bytes: Uint8Array;
}
export type Call = (request: HttpRequest) => Promise<HttpAnswer>;

const jsonOf = (contentType: string, bytes: Uint8Array): unknown =>
  contentType.includes('json') && bytes.length > 0 ? JSON.parse(Buffer.from(bytes).toString('utf8')) : null;

/** Real HTTP to an address such as `http://127.0.0.1:3000`. */
export function callOverNetwork(origin: string): Call {
  return async ({ method, path, headers, body }) => {
    const answer = await fetch(`${origin}${path}`, {
      method,
      headers,
      ...(body === undefined ? {} : { body }),
    });
    const bytes = new Uint8Array(await answer.arrayBuffer());
    return { status: answer.status, body: jsonOf(answer.headers.get('content-type') ?? '', bytes), bytes };
  };
}

/** What Fastify offers for requests without a port, as far as it is used here. */
export interface Injectable {
  inject: (options: {
    method: HttpRequest['method'];
    url: string;
    headers: Record<string, string>;
    payload?: string | Buffer;
  }) => PromiseLike<{
    statusCode: number;
    headers: Record<string, string | string[] | number | undefined>;
    rawPayload: Buffer;
  }>;
}

/** The same requests through the HTTP stack of an application in this process. */
export function callInto(app: Injectable): Call {
  return async ({ method, path, headers, body }) => {
    const payload = typeof body === 'string' || body === undefined ? body : Buffer.from(body);
    const answer = await app.inject({
      method,
      url: path,
      headers,
      ...(payload === undefined ? {} : { payload }),
    });
    const bytes = new Uint8Array(answer.rawPayload);
    return {
      status: answer.statusCode,
      body: jsonOf(String(answer.headers['content-type'] ?? ''), bytes),
      bytes,
    };
  };
}
