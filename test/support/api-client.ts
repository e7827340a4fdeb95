import { type NestFastifyApplication } from '@nestjs/platform-fastify';

/** One answer; `body` is parsed JSON, text for other types, null when empty. */
export interface Answer<Body = unknown> {
  status: number;
  headers: Record<string, string | string[] | number | undefined>;
  body: Body;
  bytes: Buffer;
}
export type Headers = Record<string, string>;
type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
export interface FilePart {
  field: string;
  fileName: string;
  contentType: string;
  content: Uint8Array;
}

/** Speaks to the application through its real HTTP stack, without a port. */
export class ApiClient {
  constructor(
    private readonly app: NestFastifyApplication,
    private readonly headers: Headers = {},
  ) {}

  /** The headers that go with every request, for those that are sent another way. */
  get sent(): Headers {
    return { ...this.headers };
  }

  /** The same person with further headers on every request. */
  with(headers: Headers): ApiClient {
    return new ApiClient(this.app, { ...this.headers, ...headers });
  }

  /** The same person at another API of the same installation. */
  at(app: NestFastifyApplication): ApiClient {
    return new ApiClient(app, this.headers);
  }

  get<Body = Record<string, unknown>>(url: string, headers?: Headers): Promise<Answer<Body>> {
    return this.send<Body>('GET', url, undefined, headers);
  }
  post<Body = Record<string, unknown>>(
    url: string,
    body?: unknown,
    headers?: Headers,
  ): Promise<Answer<Body>> {
    return this.send<Body>('POST', url, body, headers);
  }
  put<Body = Record<string, unknown>>(url: string, body?: unknown, headers?: Headers): Promise<Answer<Body>> {
    return this.send<Body>('PUT', url, body, headers);
  }
  patch<Body = Record<string, unknown>>(
    url: string,
    body?: unknown,
    headers?: Headers,
  ): Promise<Answer<Body>> {
    return this.send<Body>('PATCH', url, body, headers);
  }
  delete<Body = Record<string, unknown>>(url: string, headers?: Headers): Promise<Answer<Body>> {
    return this.send<Body>('DELETE', url, undefined, headers);
  }

  /** multipart/form-data with text fields first, then files. */
  upload<Body = Record<string, unknown>>(
    url: string,
    fields: Headers,
    files: FilePart[],
    headers?: Headers,
  ): Promise<Answer<Body>> {
    const boundary = '----techgate-test-boundary';
    const texts = Object.entries(fields).map(([name, value]) =>
      Buffer.from(`--${boundary}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`),
    );
    const parts = files.flatMap(({ field, fileName, contentType, content }) => [
      Buffer.from(
        `--${boundary}\r\ncontent-disposition: form-data; name="${field}"; filename="${fileName}"\r\ncontent-type: ${contentType}\r\n\r\n`,
      ),
      Buffer.from(content),
      Buffer.from('\r\n'),
    ]);
    const payload = Buffer.concat([...texts, ...parts, Buffer.from(`--${boundary}--\r\n`)]);
    return this.raw<Body>('POST', url, payload, {
      'content-type': `multipart/form-data; boundary=${boundary}`,
      ...headers,
    });
  }

  /** Bytes exactly as given: for what no honest client would send. */
  async raw<Body = Record<string, unknown>>(
    method: Method,
    url: string,
    payload: string | Buffer | undefined,
    headers: Headers = {},
  ): Promise<Answer<Body>> {
    const answer = await this.app.inject({
      method,
      url,
      headers: { ...this.headers, ...headers },
      ...(payload === undefined ? {} : { payload }),
    });
    const isJson = String(answer.headers['content-type']).includes('json');
    const text = answer.body === '' ? null : answer.body;
    return {
      status: answer.statusCode,
      headers: answer.headers,
      body: (isJson && text !== null ? JSON.parse(text) : text) as Body,
      bytes: answer.rawPayload,
    };
  }

  private send<Body>(
    method: Method,
    url: string,
    body: unknown,
    headers: Headers = {},
  ): Promise<Answer<Body>> {
    if (body === undefined) return this.raw<Body>(method, url, undefined, headers);
    return this.raw<Body>(method, url, JSON.stringify(body), {
      'content-type': 'application/json',
      ...headers,
    });
  }
}
