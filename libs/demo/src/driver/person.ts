import { type Clock } from '#kernel';
import { type Call, type HttpAnswer, type HttpRequest } from './transport.js';

const DOMAIN = 'demo.techgate.vn';
/** A token is renewed this long before it ends, so that none ends on the way. */
const MARGIN_SECONDS = 60;

interface Tokens {
  accessToken: string;
  refreshToken: string;
  /** Milliseconds since 1970, by the clock of the demonstration. */
  endsAt: number;
}

/** A demonstration person at the keyboard: signs in when needed and sends requests. */
export class Person {
  private tokens: Tokens | null = null;

  constructor(
    readonly key: string,
    private readonly world: { call: Call; clock: Clock; password: string },
  ) {}

  get = (path: string): Promise<HttpAnswer> => this.send('GET', path);

  /** Sends JSON, or nothing. */
  async send(
    method: HttpRequest['method'],
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<HttpAnswer> {
    if (body === undefined) return this.raw({ method, path, headers });
    const json = { 'content-type': 'application/json', ...headers };
    return this.raw({ method, path, headers: json, body: JSON.stringify(body) });
  }

  /** Sends a request; where the sign-in itself has come to its end, signs in anew and sends it again, once. */
  async raw(request: HttpRequest): Promise<HttpAnswer> {
    const answer = await this.sendAs(await this.token(), request);
    if (answer.status !== 401) return answer;
    this.tokens = await this.signIn();
    return this.sendAs(this.tokens.accessToken, request);
  }

  private sendAs(token: string, request: HttpRequest): Promise<HttpAnswer> {
    return this.world.call({
      ...request,
      path: `/api/v1${request.path}`,
      headers: { ...request.headers, authorization: `Bearer ${token}` },
    });
  }

  private async token(): Promise<string> {
    const now = this.world.clock.now().getTime();
    if (this.tokens === null || this.tokens.endsAt <= now)
      this.tokens = (await this.refreshed()) ?? (await this.signIn());
    return this.tokens.accessToken;
  }

  private async refreshed(): Promise<Tokens | null> {
    if (this.tokens === null) return null;
    const answer = await this.post('/api/v1/auth/refresh', { refreshToken: this.tokens.refreshToken });
    return answer.status === 200 ? this.tokensOf(answer) : null;
  }

  private async signIn(): Promise<Tokens> {
    const answer = await this.post('/api/v1/auth/login', {
      email: `${this.key}@${DOMAIN}`,
      password: this.world.password,
    });
    if (answer.status !== 200) throw new Error(`${this.key} cannot sign in: ${JSON.stringify(answer.body)}`);
    return this.tokensOf(answer);
  }

  private post(path: string, body: object): Promise<HttpAnswer> {
    return this.world.call({
      method: 'POST',
      path,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  }

  private tokensOf({ body }: HttpAnswer): Tokens {
    const { accessToken, refreshToken, expiresIn } = body as {
      accessToken: string;
      refreshToken: string;
      expiresIn: number;
    };
    return {
      accessToken,
      refreshToken,
      endsAt: this.world.clock.now().getTime() + (expiresIn - MARGIN_SECONDS) * 1000,
    };
  }
}
