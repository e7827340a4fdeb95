import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { readKnownCheckpoints, verifyDatabase } from '#audit';
import { dataSourceOptions, UnitOfWork } from '#database';
import { LocalDocumentStore, storedHash, sweepOrphans } from '#documents';
import { DEMO_AUTHORITY, DEMO_PEOPLE } from '#identity';
import { canonicalJson, sha256, systemActor, systemClock } from '#kernel';
import { type Chance } from './chance.js';
import { type Installation } from './installation.js';
import { type Acknowledged, type Ledger } from './ledger.js';
import { hasItsRow, type Query } from './kept-row.js';
import { type Network } from './network.js';
import { NEVER } from './never.js';
import { type Report } from './report.js';

type Row = Record<string, unknown>;

/** What the worker ought to have done: alarms whose minute is over, lists that wait. */
const DUE = `SELECT a.kind, a.attempts, a.last_error FROM clock_alarm a WHERE fired_at IS NULL AND cancelled_at IS NULL AND fire_at <= now()
    AND coalesce(retry_at, fire_at) <= now()
  UNION ALL SELECT 'list ' || state, tries, last_error FROM project_import WHERE state IN ('queued', 'running', 'failed')`;
/** Answers that say how things stand now. */
const LOOKS_ANEW = /\/(preview|run|imports)$/;
/** Done as often as it is asked for. */
const WITHOUT_RECEIPT = /\/preview$/;
const AGAIN = 5;
const BACK_WITHIN_MS = 20_000;

/** A draft that was opened is shown as it stands now; every other answer is the first one. */
const answerOf = ({ url }: Acknowledged, body: unknown): string =>
  canonicalJson(url === '/api/v1/dossiers' ? (body as Row)['id'] : body);

const RECEIPT = 'SELECT answer, at FROM command_receipt WHERE actor_id = $1 AND idempotency_key = $2';
/** The fault after which a write is stored, and only its answer lost. */
export const CUT_AFTER = 'cut after the commit';
const answeredByReceipt = (fault: string): string => `answered by its receipt: ${fault}`;

const idOf = (email: string): string => DEMO_PEOPLE.find((person) => person.email === email)?.id ?? '';

/** Looks at the database past the wire, and at the files, and says what must not be. */
export class Checks {
  private checked = 0;

  constructor(
    private readonly place: Installation,
    private readonly ledger: Ledger,
    private readonly report: Report,
  ) {}

  /** After a round: what was acknowledged since the last one, and everything that must always hold. */
  async afterRound(): Promise<void> {
    await this.databaseIsBack();
    await this.withDatabase(async (query) => {
      const fresh = this.ledger.from(this.checked);
      this.checked += fresh.length;
      for (const entry of fresh) await this.isKept(query, entry);
      for (const { what, sql } of NEVER)
        if ((await query(sql)).length > 0)
          this.report.violate(`${what}: ${JSON.stringify((await query(sql))[0])}`);
    });
    await this.verifies();
  }

  /** The same delivery again is answered as the first time, whoever was killed in between. */
  async deliveredAgain(network: Network, chance: Chance): Promise<void> {
    const keyed = this.ledger.from(0).filter(({ method, url }) => method === 'POST' && !LOOKS_ANEW.test(url));
    for (const entry of chance.shuffled(keyed).slice(0, AGAIN)) {
      const reply = await network.again(entry);
      if (reply === null || reply.statusCode === 503) continue;
      this.report.count('delivered again');
      const [now, then] = [JSON.parse(reply.body) as unknown, entry.body].map((body) =>
        answerOf(entry, body),
      );
      const same = reply.statusCode === entry.status && now === then;
      if (!same)
        this.report.violate(
          `${entry.method} ${entry.url} again: ${reply.statusCode} ${reply.body.slice(0, 300)}, not ${JSON.stringify(entry.body).slice(0, 300)}`,
        );
    }
  }

  /** Waits until no job is due; false when one still is after so long. */
  async nothingIsDue(withinMs: number): Promise<boolean> {
    for (const end = Date.now() + withinMs; Date.now() < end; await sleep(500)) {
      let due = 0;
      await this.withDatabase(async (query) => {
        due = (await query(DUE)).length;
      });
      if (due === 0) return true;
    }
    return false;
  }

  /** At the end: every acknowledged write once more, nothing left undone, no file without a row once the sweep was there. */
  async atTheEnd(): Promise<void> {
    this.checked = 0;
    await this.afterRound();
    await this.withDatabase(async (query) => {
      const due = await query(DUE);
      if (due.length > 0) this.report.violate(`${due.length} jobs never done: ${JSON.stringify(due[0])}`);
      await this.receiptsAnswered(query);
    });
    await this.swept();
    await this.withDatabase((query) => this.filesAreWhole(query));
  }

  private async isKept(query: Query, entry: Acknowledged): Promise<void> {
    const key = entry.headers['idempotency-key'];
    const what = `${entry.method} ${entry.url} of ${entry.email}, acknowledged with ${entry.status}`;
    const isReceived = entry.method === 'POST' && !WITHOUT_RECEIPT.test(entry.url);
    if (isReceived) {
      const [receipt] = await query(RECEIPT, [idOf(entry.email), key]);
      if (!receipt) return this.lost(what);
      if (entry.url.includes('/commands/') && canonicalJson(receipt['answer']) !== canonicalJson(entry.body))
        this.report.violate(`${what}: the answer kept is another one`);
    }
    const isThere = await hasItsRow(query, entry);
    if (isThere === null && !isReceived) this.report.violate(`${what}: nothing says whether it is there`);
    if (isThere === false) this.lost(what);
  }

  /** A delivery that came after its receipt had been stored acted no more: the one before had, and its answer was lost. */
  private async receiptsAnswered(query: Query): Promise<void> {
    for (const { email, headers, lostIn, sentAt } of this.ledger.from(0)) {
      if (lostIn === null) continue;
      const [receipt] = await query(RECEIPT, [idOf(email), headers['idempotency-key']]);
      if (receipt && (receipt['at'] as Date).getTime() < sentAt) this.report.count(answeredByReceipt(lostIn));
    }
    if (this.report.of(`fault: ${CUT_AFTER}`) > 0 && this.report.of(answeredByReceipt(CUT_AFTER)) === 0)
      this.report.violate(`${CUT_AFTER}: no write whose answer was lost was answered by its receipt`);
  }

  private lost(what: string): void {
    this.report.count('lost');
    this.report.violate(`LOST: ${what}`);
  }

  /** What `verify` says: chains, checkpoints (those written down outside of the database too), steps, and every file. */
  private async verifies(): Promise<void> {
    const { checkpointsFile, storage, direct } = this.place;
    const text = existsSync(checkpointsFile) ? readFileSync(checkpointsFile, 'utf8') : '';
    const report = await verifyDatabase(direct.app, () => undefined, [], {
      knownCheckpoints: readKnownCheckpoints(text).known,
      hashOf: (key) => storedHash(storage, key),
    });
    if (!report.ok) this.report.violate(`verify: ${JSON.stringify(report.firstBad)}`);
    this.report.count('verified');
  }

  /** What the worker sweeps daily, as if a day had passed since: nothing is under way any more. */
  private async swept(): Promise<void> {
    const { storage, direct } = this.place;
    const source = await new DataSource(dataSourceOptions({ ...direct.app, poolSize: 1 })).initialize();
    try {
      const store = new LocalDocumentStore(storage);
      const aDayOn = new Date(Date.now() + 25 * 60 * 60 * 1000);
      const unitOfWork = new UnitOfWork(source, systemClock);
      const { removed } = await sweepOrphans(store, unitOfWork, systemActor(DEMO_AUTHORITY.id), aDayOn);
      this.report.count('files that the sweep removed', removed);
    } finally {
      await source.destroy();
    }
  }

  /** After the sweep: every file has its row, every row its file, and each is what its name says. */
  private async filesAreWhole(query: Query): Promise<void> {
    const { storage } = this.place;
    const known = new Set(
      (await query('SELECT storage_key FROM stored_file_reference')).map((row) => row['storage_key']),
    );
    const found = new Set<unknown>();
    for await (const key of new LocalDocumentStore(storage).keys()) {
      found.add(key);
      if (!known.has(key)) this.report.violate(`a file without a row, which the sweep left: ${key}`);
      const hash = sha256(readFileSync(join(storage, key)));
      if (!key.endsWith(hash)) this.report.violate(`a stored file is not what its name says: ${key}`);
    }
    for (const key of known)
      if (!found.has(key)) this.report.violate(`a row without its file: ${String(key)}`);
    this.report.count('files', known.size);
  }

  /** PostgreSQL may have just begun to recover when the API last asked it. */
  private async databaseIsBack(): Promise<void> {
    for (const end = Date.now() + BACK_WITHIN_MS; Date.now() < end; await sleep(100)) {
      try {
        await this.withDatabase(() => Promise.resolve());
        return;
      } catch {
        // Not yet.
      }
    }
    this.report.violate(`PostgreSQL is not back within ${BACK_WITHIN_MS} ms`);
  }

  private async withDatabase(work: (query: Query) => Promise<void>): Promise<void> {
    const { host, port, user, password, database } = this.place.direct.superuser;
    const client = new pg.Client({ host, port, user, password, database });
    await client.connect();
    try {
      await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
      await work(async (sql, values = []) => (await client.query<Row>(sql, values)).rows);
    } finally {
      await client.end();
    }
  }
}
