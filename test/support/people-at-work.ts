import { setTimeout as sleep } from 'node:timers/promises';
import { type NestFastifyApplication } from '@nestjs/platform-fastify';
import { type Acknowledged } from '../fault/ledger.js';
import { type TestApi } from './api.js';
import { ApiClient } from './api-client.js';
import { PDF } from './determination.js';
import { aDossier } from './dossier-builder.js';
import { takeCheckpoint } from './release-history.js';

/** A write that somebody was told is done. */
export type Told = Pick<Acknowledged, 'method' | 'url' | 'payload' | 'body'>;
interface Request {
  method: string;
  url: string;
  headers: Record<string, string>;
  payload?: string | Buffer;
}

/** Several people who open, fill in, submit and accept dossiers at once, and send files, until they are stopped. */
export class PeopleAtWork {
  /** Everything that they were told is done, in the order in which they were told. */
  readonly told: Told[] = [];
  private working = true;
  private readonly ended: Promise<unknown>;

  constructor(
    private readonly api: TestApi,
    private readonly count: number,
  ) {
    this.ended = Promise.all(Array.from({ length: count }, (_, who) => this.work(who)));
    this.ended.catch(() => undefined);
  }

  /** Each has brought a dossier as far as its acceptance. @throws what stopped one of them */
  async haveBegun(): Promise<void> {
    const accepted = () => this.told.filter(({ url }) => url.endsWith('/commands/accept')).length;
    while (accepted() < this.count) await Promise.race([this.ended, sleep(20)]);
  }

  /** Everybody ends what was begun. @throws what stopped one of them before */
  async stop(): Promise<void> {
    this.working = false;
    await this.ended;
  }

  private async work(who: number): Promise<void> {
    for (let nth = 1; this.working; nth += 1) {
      const name = `Việc ${who}-${nth}`;
      // Content of its own: equal files are stored once.
      const file = Buffer.concat([PDF, Buffer.from(`\n% ${name}\n`)]);
      await aDossier({ ...this.api, login: this.noted })
        .named(name)
        .and((dossier) => dossier.upload(dossier.owner, file))
        .accepted()
        .open();
      if (who === 0) await takeCheckpoint(this.api);
    }
  }

  private readonly noted = async (email: string): Promise<ApiClient> => {
    const { sent } = await this.api.login(email);
    const inject = async (request: Request) => {
      const answer = await this.api.app.inject(request as never);
      const isDone = request.method !== 'GET' && answer.statusCode < 300;
      if (isDone) this.told.push({ ...request, body: JSON.parse(answer.body) as unknown });
      return answer;
    };
    return new ApiClient({ inject } as unknown as NestFastifyApplication, sent);
  };
}
