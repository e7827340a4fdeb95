import { type NestFastifyApplication } from '@nestjs/platform-fastify';
import { DEMO_PASSWORD } from '#identity';
import { systemClock } from '#kernel';
import { ApiClient } from './api-client.js';
import { type TestApi } from './api.js';

interface Request {
  method: string;
  url: string;
  headers: Record<string, string>;
  payload?: string | Buffer;
}

/** An API in a process of its own, spoken to over its port as the other tests speak to one in theirs. */
export class RemoteApi {
  /** Answers that no rival's doing excuses. */
  readonly broken: string[] = [];
  private readonly tokens = new Map<string, Promise<ApiClient>>();

  constructor(readonly origin: string) {}

  /** What the drivers of the other tests need of an API. */
  get asTestApi(): TestApi {
    return { login: (email: string) => this.login(email), clock: systemClock } as unknown as TestApi;
  }
  get app(): NestFastifyApplication {
    return { inject: (request: Request) => this.send(request) } as unknown as NestFastifyApplication;
  }

  /** A client of a demonstration person; signed in once. */
  login(email: string): Promise<ApiClient> {
    const client = this.tokens.get(email) ?? this.signIn(email);
    this.tokens.set(email, client);
    return client;
  }

  private async signIn(email: string): Promise<ApiClient> {
    const credentials = { email, password: DEMO_PASSWORD };
    const { status, body } = await new ApiClient(this.app).post<{ accessToken: string }>(
      '/api/v1/auth/login',
      credentials,
    );
    if (status !== 200) throw new Error(`${email} cannot sign in: ${JSON.stringify(body)}`);
    return new ApiClient(this.app, { authorization: `Bearer ${body.accessToken}` });
  }

  private async send({ method, url, headers, payload }: Request) {
    const body = typeof payload === 'object' ? new Uint8Array(payload) : payload;
    const answer = await fetch(this.origin + url, {
      method,
      headers,
      ...(body === undefined ? {} : { body }),
    });
    const rawPayload = Buffer.from(await answer.arrayBuffer());
    if (answer.status >= 500) this.broken.push(`${method} ${url}: ${answer.status} ${rawPayload.toString()}`);
    return {
      statusCode: answer.status,
      headers: Object.fromEntries(answer.headers),
      body: rawPayload.toString('utf8'),
      rawPayload,
    };
  }
}
