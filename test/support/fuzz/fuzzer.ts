import { type NestFastifyApplication } from '@nestjs/platform-fastify';
import { type Chance } from './chance.js';
import { type Caller, type Composed, Composer, type ComposerWorld } from './composer.js';
import { type Contract, documentedProblems, type Operation } from './contract.js';
import { curl, faultsOf, type Got } from './judge.js';
import { brokenFieldByField } from './sweep.js';
import { type Pool } from './pool.js';

export interface Failure {
  operation: string;
  faults: string[];
  curl: string;
  answer: string;
}
/** How often each status and code was answered, and where success was seen. */
export class Tally {
  readonly statuses = new Map<number, number>();
  readonly codes = new Map<string, number>();
  readonly asked = new Map<string, number>();
  readonly succeeded = new Map<string, number>();
  readonly slowest: { milliseconds: number; name: string; status: number; bytes: number }[] = [];

  count(name: string, got: Got, code: string | null, milliseconds: number, bytes: number): void {
    add(this.statuses, got.status);
    if (code !== null) add(this.codes, `${got.status} ${code}`);
    add(this.asked, name);
    if (got.status < 300) add(this.succeeded, name);
    this.slowest.push({ milliseconds, name, status: got.status, bytes });
    if (this.slowest.length > 500) this.keepSlowest();
  }
  keepSlowest(): void {
    this.slowest.sort((one, other) => other.milliseconds - one.milliseconds).splice(10);
  }
}
const add = <Key>(counts: Map<Key, number>, key: Key) => counts.set(key, (counts.get(key) ?? 0) + 1);

/** How much more often than others an operation is asked: much of what can go wrong is in these. */
const WEIGHTS: Readonly<Record<string, number>> = {
  'POST /api/v1/dossiers/{id}/commands/{command}': 8,
  'PATCH /api/v1/dossiers/{id}': 5,
  'GET /api/v1/dossiers': 4,
  'GET /api/v1/projects': 4,
  'POST /api/v1/projects': 2,
  'POST /api/v1/dossiers': 2,
  'POST /api/v1/dossiers/{id}/documents': 3,
  // What works long for each answer is asked less.
  'POST /api/v1/screenings/preview': 0.7,
  'GET /api/v1/lists/match': 0.4,
  'GET /api/v1/dossiers/{id}/screenings/{screeningId}/replay': 0.2,
  'GET /api/v1/dossiers/{id}/letters/{letterId}/preview': 0.2,
  'GET /api/v1/dossiers/{id}/who-may-act': 0.4,
  'GET /api/v1/dossiers/{id}/commands': 0.4,
  'GET /api/v1/dossiers/{id}/audit/export': 0.3,
  'POST /api/v1/audit/checkpoints': 0.3,
  'POST /api/v1/auth/login': 0.2,
  'POST /api/v1/auth/session': 0.2,
  'POST /api/v1/users': 0.4,
  'PATCH /api/v1/users/{id}': 0.4,
};

/**
 * Refusals that leave something behind on purpose: whoever uses a refresh token again ends that sign-in, and the screens of
 * the person are told.
 */
const LEFT_ON_PURPOSE: Readonly<Record<string, readonly string[]>> = {
  refresh_reused: ['left rows: live_event'],
};

const LANES = 4;
const WATCHED_ROUND = 30;

export interface FuzzerOptions {
  app: NestFastifyApplication;
  chance: Chance;
  contract: Contract;
  pool: Pool;
  world: ComposerWorld;
  /** Around a request that is sent alone: tells what a refused one left behind. */
  watch: {
    before: () => Promise<unknown>;
    leftBehind: (before: unknown) => Promise<string[]>;
  };
}

/** Sends requests and judges the answers. */
export class Fuzzer {
  readonly failures: Failure[] = [];
  readonly tally = new Tally();
  sent = 0;
  private turn = 0;
  private rounds = 0;
  private isWatched = false;
  private readonly composer: Composer;
  private readonly problems = documentedProblems();
  private readonly weighted: Operation[];

  constructor(private readonly options: FuzzerOptions) {
    const { chance, contract, pool, world } = options;
    this.composer = new Composer(chance, contract, pool, world);
    this.weighted = contract.operations.flatMap((operation) =>
      Array.from({ length: Math.round((WEIGHTS[operation.name] ?? 1) * 10) }, () => operation),
    );
  }

  /** Requests of several people at once, and now and then one alone, of which is seen whether a refusal leaves a trace. */
  async round(): Promise<void> {
    this.rounds += 1;
    await Promise.all(Array.from({ length: LANES }, () => this.step()));
    if (this.rounds % WATCHED_ROUND !== 0) return;
    this.isWatched = true;
    await this.step();
    this.isWatched = false;
  }

  /**
   * Sends what went well again, broken in one field at a time: each field of each kind of request in so many ways.
   * Chance alone comes to most pairs of field and fault only after a hundred thousand requests.
   */
  async sweep(ways: number): Promise<void> {
    const { chance, contract, pool } = this.options;
    for (const { key, sample } of pool.samplesOfAll()) {
      const operation = contract.operations.find(({ name }) => key === name || key.startsWith(`${name} `));
      if (!operation?.body) continue;
      const documented = this.composer.fieldsOf(operation, key);
      for (const body of brokenFieldByField(chance, sample.body ?? {}, { documented, ways }))
        await this.send(this.composer.again(operation, key, sample, body));
    }
  }

  /** One request, or two where the first one asks what may be done. */
  private async step(): Promise<void> {
    const { chance, contract } = this.options;
    this.turn += 1;
    // Every operation has its turn, whatever chance says.
    const untried =
      this.turn % 6 === 0 ? contract.operations[(this.turn / 6) % contract.operations.length] : undefined;
    const operation = untried ?? chance.pick(this.weighted);
    if (operation.name.endsWith('/{command}') && chance.odds(0.3)) return this.permitted(operation);
    if (['POST /api/v1/auth/logout', 'DELETE /api/v1/auth/session'].includes(operation.name))
      return this.signOut(operation);
    await this.send(this.composer.compose(operation));
  }

  /** Sends a command that the dossier's menu offers to somebody. */
  private async permitted(operation: Operation): Promise<void> {
    const { chance, contract, pool, world } = this.options;
    const menu = contract.operations.find(({ name }) => name === 'GET /api/v1/dossiers/{id}/commands');
    const id = pool.id('dossiers');
    const caller = chance.pick(world.callers);
    if (!menu || id === undefined) return;
    const got = await this.send(this.composer.compose(menu, { caller, ids: { id }, honest: true }));
    const items = (json(got)?.['items'] ?? []) as { command: string; permitted: boolean }[];
    const offered = chance.maybe(Array.isArray(items) ? items.filter(({ permitted }) => permitted) : []);
    if (offered)
      await this.send(this.composer.compose(operation, { caller, ids: { id, command: offered.command } }));
  }

  /** Signs somebody in and out again: nobody else's sign-in may end. */
  private async signOut(operation: Operation): Promise<void> {
    const { chance, contract, world } = this.options;
    const wanted = operation.method === 'DELETE' ? 'POST /api/v1/auth/session' : 'POST /api/v1/auth/login';
    const signIn = contract.operations.find(({ name }) => name === wanted);
    if (!signIn || chance.odds(0.8))
      return void (await this.send(this.composer.compose(operation, { caller: world.anonymous })));
    const got = await this.send(this.composer.compose(signIn, { caller: world.anonymous, honest: true }));
    const { accessToken, csrfToken } = (json(got) ?? {}) as { accessToken?: string; csrfToken?: string };
    const cookie = String(got.headers['set-cookie'] ?? '').split(';')[0] ?? '';
    const headers: Record<string, string> = accessToken
      ? { authorization: `Bearer ${accessToken}` }
      : { cookie, 'x-csrf-token': csrfToken ?? '' };
    const caller: Caller = { name: '', roles: [], headers };
    await this.send(this.composer.compose(operation, { caller }));
  }

  async send(request: Composed): Promise<Got> {
    this.sent += 1;
    const { watch, pool } = this.options;
    const watched = this.isWatched;
    const before = watched ? await watch.before() : undefined;
    const begun = performance.now();
    const got = await this.inject(request);
    const milliseconds = performance.now() - begun;
    const body = json(got);
    const code = got.status >= 400 ? String(body?.['code']) : null;
    this.tally.count(
      request.operation.name,
      got,
      code,
      milliseconds,
      Buffer.byteLength(request.payload ?? ''),
    );
    const faults = faultsOf(request.operation, got, this.problems);
    if (watched && code !== null) {
      const meant = LEFT_ON_PURPOSE[code] ?? [];
      faults.push(...(await watch.leftBehind(before)).filter((left) => !meant.includes(left)));
    }
    if (faults.length > 0) this.fail(request, got, faults);
    if (got.status < 300) {
      pool.learn(request.url, body);
      if (!request.url.includes('/auth/') && request.sample.person !== '')
        pool.keep(request.key, request.sample);
    }
    return got;
  }

  private async inject({ method, url, headers, payload }: Composed): Promise<Got> {
    const answer = await this.options.app.inject({
      method: method as 'GET',
      url,
      headers,
      // Sign-ins that fail hold an address off; each request comes from one of many.
      remoteAddress: `10.0.${this.options.chance.whole(0, 255)}.${this.options.chance.whole(0, 255)}`,
      ...(payload === undefined ? {} : { payload }),
    });
    return { status: answer.statusCode, headers: answer.headers, body: answer.payload };
  }

  private fail(request: Composed, got: Got, faults: string[]): void {
    if (this.failures.length >= 300) return;
    this.failures.push({
      operation: request.operation.name,
      faults,
      curl: curl(request),
      answer: `${got.status} ${got.body.slice(0, 600)}`,
    });
  }
}

function json(got: Got): Record<string, unknown> | null {
  if (!String(got.headers['content-type'] ?? '').includes('json') || got.body === '') return null;
  return JSON.parse(got.body) as Record<string, unknown>;
}
