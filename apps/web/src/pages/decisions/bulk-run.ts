import { type CommandName } from '#contracts';
import { newActKey } from '../../api/client.js';
import { type Schema } from '../../api/schema-names.js';
import { type Problem, problemOfError } from '../../api/problem.js';
import { type CommandAnswer } from '../dossiers/dossier.types.js';

/** One dossier of a run. The key is that of the act and stays the same however often it is sent. */
export interface BulkItem {
  dossierId: string;
  name: string;
  procedureId: string;
  command: CommandName;
  revision: number;
  /** What the conclusion goes on with although the screening could not decide it. */
  risks: readonly Schema<'AcceptedRiskDto'>[];
  /** Said of every dossier of the run; empty for nothing. */
  note: string;
  key: string;
  /** `moved`: somebody else changed the dossier after it was looked at. */
  state: 'waiting' | 'looking' | 'ready' | 'acting' | 'done' | 'failed' | 'moved';
  /** What it would do, or did. */
  answer: CommandAnswer | null;
  problem: Problem | null;
}
export type BulkTask = Pick<
  BulkItem,
  'dossierId' | 'name' | 'procedureId' | 'command' | 'revision' | 'risks' | 'note'
>;
export type SendBulk = (
  dossierId: string,
  send: { command: string; payload: object; revision: number; key: string; dryRun: boolean },
) => Promise<CommandAnswer>;
export interface BulkDoors {
  send: SendBulk;
  /** The revision that a dossier has now. */
  revisionOf: (dossierId: string) => Promise<number>;
  /** Something by which to know the session: acts of one session are never sent in another. */
  session: () => string | null;
}

const AT_ONCE = 3;
const STOPPED: Problem = { code: 'unreachable', status: 0, title: '', detail: '' };
/** Nobody knows whether it was done: the same act is sent again under its key, and acts once. */
const isUnsure = (problem: Problem | null): boolean =>
  problem !== null &&
  (problem.status === 0 || problem.status === 401 || problem.status === 429 || problem.status >= 500);

/** The same step on several dossiers, one act each: looked at first, then confirmed, each with a result of its own. */
export class BulkRun {
  private all: readonly BulkItem[];
  private readonly listeners = new Set<() => void>();

  constructor(
    tasks: readonly BulkTask[],
    private readonly doors: BulkDoors,
  ) {
    this.all = tasks.map((task) => ({
      ...{ ...task, key: newActKey() },
      ...{ state: 'waiting', answer: null, problem: null },
    }));
  }

  readonly items = (): readonly BulkItem[] => this.all;
  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };
  get busy(): boolean {
    return this.all.some(({ state }) => state === 'looking' || state === 'acting');
  }

  /** Asks of every dossier that is not looked at yet what the step would do. */
  look(): Promise<void> {
    return this.forEach('waiting', 'looking', (item) => this.sent(item, true));
  }

  /** Carries the step out on every dossier that was looked at and not refused. */
  act(): Promise<void> {
    return this.forEach('ready', 'acting', (item) => this.sent(item, false));
  }

  /**
   * Marks what was looked at and changed since, so that nobody confirms it unseen.
   * @param listed the revisions that the queue tells now; what it tells otherwise or not at all is asked for by itself
   */
  async notice(listed: ReadonlyMap<string, number>): Promise<void> {
    const suspects = this.all.filter(
      ({ state, dossierId, revision }) => state === 'ready' && listed.get(dossierId) !== revision,
    );
    await Promise.all(suspects.map((item) => this.markMoved(item)));
  }

  private async markMoved(item: BulkItem): Promise<void> {
    const revision = await this.doors.revisionOf(item.dossierId).catch(() => item.revision);
    // Whatever was begun with it meanwhile has an answer of its own.
    if (revision !== item.revision && this.all.includes(item)) this.put({ ...item, state: 'moved' });
  }

  /** Sends again what nobody knows of; what was refused is looked at anew, as it stands now, before it is confirmed. */
  async again(): Promise<void> {
    const failed = this.all.filter(({ state }) => state === 'failed' || state === 'moved');
    const unsure = failed.filter(({ problem, answer }) => isUnsure(problem) && answer !== null);
    for (const item of failed)
      this.put(
        unsure.includes(item) ? { ...item, state: 'ready' } : { ...item, state: 'waiting', answer: null },
      );
    const others = this.all.filter(({ state, dossierId }) => state === 'ready' && !isIn(unsure, dossierId));
    if (unsure.length > 0 && others.length === 0) await this.act();
    await this.forEach('waiting', 'looking', async (item) => {
      const revision = await this.doors.revisionOf(item.dossierId);
      return this.sent({ ...item, revision }, true);
    });
  }

  private async sent(item: BulkItem, dryRun: boolean): Promise<BulkItem> {
    const { command, revision, key, dossierId, note } = item;
    const payload = note === '' ? {} : { note };
    const answer = await this.doors.send(dossierId, { command, payload, revision, key, dryRun });
    return { ...item, answer, problem: null, state: dryRun ? 'ready' : 'done' };
  }

  /** A few at a time, in their order; one that fails does not stop the others, the end of the session does. */
  private async forEach(
    from: BulkItem['state'],
    during: BulkItem['state'],
    work: (item: BulkItem) => Promise<BulkItem>,
  ): Promise<void> {
    const session = this.doors.session();
    const queue = this.all.filter(({ state }) => state === from);
    const lane = async () => {
      for (let item = queue.shift(); item !== undefined; item = queue.shift()) {
        const same = this.doors.session() === session;
        this.put({ ...item, state: during });
        this.put(same ? await this.settled(item, work) : { ...item, state: 'failed', problem: STOPPED });
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, lane));
  }

  private settled(item: BulkItem, work: (item: BulkItem) => Promise<BulkItem>): Promise<BulkItem> {
    return work(item).catch((error: unknown): BulkItem => ({
      ...item,
      state: 'failed',
      problem: problemOfError(error),
    }));
  }

  private put(changed: BulkItem): void {
    this.all = this.all.map((item) => (item.dossierId === changed.dossierId ? changed : item));
    for (const listener of this.listeners) listener();
  }
}

const isIn = (items: readonly BulkItem[], id: string): boolean =>
  items.some(({ dossierId }) => dossierId === id);
