import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { readKnownCheckpoints, verifyDatabase } from '#audit';
import { LocalDocumentStore, storedHash } from '#documents';
import { DEMO_PEOPLE } from '#identity';
import { canonicalJson, sha256 } from '#kernel';
import { type Chance } from './chance.js';
import { type Installation } from './installation.js';
import { type Acknowledged, type Ledger } from './ledger.js';
import { type Network, saysTheSame } from './network.js';
import { type Report } from './report.js';

type Row = Record<string, unknown>;
export type Query = (sql: string, values?: unknown[]) => Promise<Row[]>;

/** Each finds rows of a kind that must not be there; `what` names them. */
const NEVER: readonly { what: string; sql: string }[] = [
  {
    what: 'a dossier whose steps are not its log rows',
    sql: `SELECT d.id FROM dossier d LEFT JOIN dossier_transition t ON t.dossier_id = d.id GROUP BY d.id HAVING count(t.step) <> d.step + 1`,
  },
  {
    what: 'a change of status without exactly one entry in the log',
    sql: `SELECT t.dossier_id FROM dossier_transition t WHERE t.step > 0 AND (SELECT count(*) FROM audit_entry e WHERE e.chain_id = t.dossier_id
            AND e.outcome = 'done' AND e.action = 'dossier.' || t.command AND (e.facts->>'step')::int = t.step) <> 1`,
  },
  {
    what: 'a letter number twice, or a hole',
    sql: `SELECT register FROM letter WHERE status = 'issued' GROUP BY authority_id, register, year HAVING count(*) <> max(number) OR count(DISTINCT number) <> count(*)`,
  },
  {
    what: 'a counter that is not one ahead of its letters',
    sql: `SELECT c.scope FROM number_counter c JOIN LATERAL (SELECT count(*) AS n FROM letter l WHERE l.authority_id::text || '/' || l.register = c.scope
            AND l.year = c.year AND l.status = 'issued') l ON true WHERE c.scope NOT LIKE 'file-code:%' AND c.next <> l.n + 1`,
  },
  {
    what: 'a file code twice, or a hole',
    sql: `SELECT c.scope FROM number_counter c WHERE c.scope LIKE 'file-code:%' AND c.next - 1 <>
            (SELECT count(*) FROM dossier WHERE file_code LIKE '%-' || to_char(split_part(c.scope, ':', 3)::date, 'YYMMDD') || '-%')`,
  },
  {
    what: 'a warning that was given twice',
    sql: `SELECT subject_id FROM audit_entry WHERE action = 'clock.warned' GROUP BY subject_id, facts->>'percent' HAVING count(*) > 1`,
  },
  {
    what: 'a warning that fired and was not given, on a clock that never stood still',
    sql: `SELECT a.id FROM clock_alarm a JOIN clock c ON c.id = a.clock_id WHERE a.kind LIKE 'warning%' AND a.fired_at IS NOT NULL
            AND c.state = 'running' AND NOT EXISTS (SELECT 1 FROM clock_stop s WHERE s.clock_id = c.id)
            AND NOT EXISTS (SELECT 1 FROM audit_entry e WHERE e.action = 'clock.warned' AND e.subject_id = a.clock_id::text
                              AND e.facts->>'percent' = substr(a.kind, 9))`,
  },
  {
    what: 'a warning that was given and did not fire',
    sql: `SELECT e.id FROM audit_entry e WHERE e.action = 'clock.warned' AND NOT EXISTS (SELECT 1 FROM clock_alarm a
            WHERE a.clock_id::text = e.subject_id AND substr(a.kind, 9) = e.facts->>'percent' AND a.fired_at IS NOT NULL)`,
  },
  {
    what: 'a person told twice of one thing',
    sql: `SELECT id FROM (SELECT min(id::text) AS id FROM notification GROUP BY recipient_id, dossier_id, kind, params, at HAVING count(*) > 1) doubled`,
  },
  {
    what: 'a silence recorded twice',
    sql: `SELECT clock_id FROM silence_record GROUP BY clock_id HAVING count(*) > 1`,
  },
  {
    what: 'a row of a list that came in twice',
    sql: `SELECT import_id FROM investment_project WHERE import_id IS NOT NULL GROUP BY import_id, import_row HAVING count(*) > 1`,
  },
  {
    what: 'a finished list with rows that did not come in',
    sql: `SELECT i.id FROM project_import i WHERE i.state = 'finished' AND i.total <> (SELECT count(*) FROM investment_project p WHERE p.import_id = i.id)`,
  },
];

/** What the worker ought to have done: alarms whose minute is over, lists that wait. */
const DUE = `SELECT a.kind, a.attempts, a.last_error FROM clock_alarm a WHERE fired_at IS NULL AND cancelled_at IS NULL AND fire_at <= now()
    AND coalesce(retry_at, fire_at) <= now()
  UNION ALL SELECT 'list ' || state, tries, last_error FROM project_import WHERE state IN ('queued', 'running', 'failed')`;
/** Answers that say how things stand now. */
const LOOKS_ANEW = /\/(preview|run|imports)$/;
const AGAIN = 5;
const BACK_WITHIN_MS = 20_000;

/** A draft that was opened is shown as it stands now; every other answer is the first one. */
const answerOf = ({ url }: Acknowledged, body: unknown): string =>
  canonicalJson(url === '/api/v1/dossiers' ? (body as Row)['id'] : body);

/** Whether an opinion that was acknowledged is there, with what was sent until it is written anew; recording it is one revision. */
async function opinionIsThere(query: Query, told: Row, payload: Acknowledged['payload']): Promise<boolean> {
  const sql =
    'SELECT criteria, recommendation, summary, revision FROM opinion WHERE id = $1 AND revision >= $2';
  const [opinion] = await query(sql, [told['id'], told['revision']]);
  if (opinion === undefined) return false;
  const wasWrittenAnew = Number(opinion['revision']) > Number(told['revision']) + 1;
  return wasWrittenAnew || saysTheSame(opinion, JSON.parse(String(payload)) as Row);
}

const factsSent = (payload: Acknowledged['payload']): unknown =>
  (JSON.parse(String(payload)) as { facts?: unknown }).facts ?? {};

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
      await this.filesAreWhole(query);
    });
  }

  private async isKept(query: Query, entry: Acknowledged): Promise<void> {
    const key = entry.headers['idempotency-key'];
    const what = `${entry.method} ${entry.url} of ${entry.email}, acknowledged with ${entry.status}`;
    if (entry.method === 'POST' && !LOOKS_ANEW.test(entry.url)) {
      const [receipt] = await query(
        'SELECT answer FROM command_receipt WHERE actor_id = $1 AND idempotency_key = $2',
        [idOf(entry.email), key],
      );
      if (!receipt) return this.lost(what);
      if (entry.url.includes('/commands/') && canonicalJson(receipt['answer']) !== canonicalJson(entry.body))
        this.report.violate(`${what}: the answer kept is another one`);
    }
    if (!(await this.hasItsRow(query, entry))) this.lost(what);
  }

  private lost(what: string): void {
    this.report.count('lost');
    this.report.violate(`LOST: ${what}`);
  }

  /** The row that an acknowledged write is about. */
  private async hasItsRow(query: Query, { method, url, body, payload }: Acknowledged): Promise<boolean> {
    const told = body as Row;
    const one = async (sql: string, ...values: unknown[]) => (await query(sql, values)).length === 1;
    if (url.includes('/commands/'))
      return one(
        'SELECT 1 FROM dossier_transition WHERE dossier_id = $1 AND step = $2',
        told['dossierId'],
        told['step'],
      );
    if (method === 'PATCH')
      return one(
        'SELECT 1 FROM facts_version WHERE dossier_id = $1 AND version = $2 AND facts @> $3::jsonb',
        told['id'],
        told['factsVersion'],
        JSON.stringify(factsSent(payload)),
      );
    if (url.endsWith('/opinions/mine')) return opinionIsThere(query, told, payload);
    if (url.endsWith('/documents'))
      return one('SELECT 1 FROM document WHERE id = $1 AND sha256 = $2', told['id'], told['sha256']);
    if (url.endsWith('/issue')) {
      const letter = told['letter'] as Row;
      return one(
        `SELECT 1 FROM letter WHERE id = $1 AND sha256 = $2 AND status = 'issued'`,
        letter['id'],
        letter['sha256'],
      );
    }
    if (url === '/api/v1/dossiers') return one('SELECT 1 FROM dossier WHERE id = $1', told['id']);
    return true;
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

  /** Bytes without a row may be there until the sweep, and only as what an upload that broke off left behind. */
  private async filesAreWhole(query: Query): Promise<void> {
    const { storage } = this.place;
    const known = new Set(
      (await query('SELECT storage_key FROM stored_file_reference')).map((row) => row['storage_key']),
    );
    let orphans = 0;
    for await (const key of new LocalDocumentStore(storage).keys()) {
      if (!known.has(key)) orphans += 1;
      const hash = sha256(readFileSync(join(storage, key)));
      if (!key.endsWith(hash)) this.report.violate(`a stored file is not what its name says: ${key}`);
    }
    this.report.count('files', known.size);
    this.report.count('files that the sweep will remove', orphans);
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
