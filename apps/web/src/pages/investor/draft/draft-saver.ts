import { type Problem, problemOfError } from '../../../api/problem.js';
import { type DraftTransport } from './dossier.query.js';
import { type Draft, draftOf, type ValueFault } from './draft.types.js';
import { forgetInput, holdEntry, keepInput, type KeptInput, newEntryName } from './kept-input.js';
import { type Clash } from './merge-drafts.js';
import { isUnsaved, next, type SaveEvent, type SaveState, startOf } from './save-machine.js';
import { randomId } from '../../../api/random-id.js';

/** A pause in typing after which is saved, and how long somebody may type without one. */
const PAUSE_MS = 1200;
const LONGEST_MS = 8000;
const KEEP_MS = 300;
const FIRST_WAIT_MS = 1500;
const LONGEST_WAIT_MS = 30_000;
const SESSION_WAIT_MS = 700;

export interface SaverSnapshot extends SaveState {
  /** Whether unsaved input could be kept on this device. */
  kept: boolean;
}
export interface SaverOptions {
  personId: string;
  dossierId: string;
  draft: Draft;
  revision: number;
  transport: DraftTransport;
  /** Values that are known to be faulty without asking the API. */
  faultsOf: (draft: Draft) => readonly ValueFault[];
  /** Nothing is sent before the person says so (`settled`); what is typed is kept on this device until then. */
  byHand?: boolean;
}

/** Carries out what the save machine says: timers, the API, and what is kept on this device. */
export class DraftSaver {
  private snapshot: SaverSnapshot;
  private readonly listeners = new Set<() => void>();
  /** Name under which unsaved input of this page is kept. */
  readonly entry: string;
  private readonly release: () => void;
  private timer: ReturnType<typeof setTimeout> | undefined;
  /** Somebody waits for it to be saved. */
  private wanted = false;
  /** Nothing is kept or sent any more. */
  private ended = false;
  private keepTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly options: SaverOptions) {
    this.snapshot = { ...startOf(options.draft, options.revision), kept: true };
    this.entry = newEntryName(options.personId, options.dossierId);
    this.release = holdEntry(this.entry);
    addEventListener('online', this.sendUnasked);
    addEventListener('pagehide', this.keepNow);
    document.addEventListener('visibilitychange', this.whenHidden);
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };
  readonly read = (): SaverSnapshot => this.snapshot;

  /** Takes a change in: it is kept on this device within a moment, and saved after a pause. */
  readonly edit = (change: (draft: Draft) => Draft): void => {
    this.happened({ type: 'edit', draft: change(this.snapshot.draft), at: Date.now() });
  };
  /** Saves at once what can be saved. */
  readonly sendNow = (): void => {
    if (['changed', 'unreachable'].includes(this.snapshot.phase)) void this.send();
  };
  private readonly sendUnasked = (): void => {
    if (!this.waitsForWord() || this.snapshot.phase === 'unreachable') this.sendNow();
  };
  /** Goes back to what is saved: what was typed since is wanted no more. */
  readonly drop = (): void => {
    const { server, revision, kept } = this.snapshot;
    clearTimeout(this.timer);
    this.show({ ...startOf(server, revision), kept });
    this.keepNow();
  };
  /** Saves and waits until that is answered. True when everything that can be saved is saved. */
  readonly settled = (): Promise<boolean> => {
    this.wanted = true;
    this.sendNow();
    return new Promise((resolve) => {
      const look = () => {
        const { phase } = this.snapshot;
        if (phase === 'changed' || phase === 'saving' || phase === 'behind') return false;
        this.wanted = false;
        resolve(phase === 'saved');
        return true;
      };
      if (look()) return;
      const unsubscribe = this.subscribe(() => look() && unsubscribe());
    });
  };
  /** Somebody else's version was seen. */
  readonly seen = (facts: object, revision: number): void => {
    const { attempt, phase } = this.snapshot;
    if (revision <= this.snapshot.revision || attempt !== null || phase === 'conflict') return;
    this.happened({ type: 'theirs', server: draftOf(facts), revision, at: Date.now() });
  };
  /** Where two versions clash: these values are theirs, all others stay mine. */
  readonly choose = (theirs: readonly Clash[]): void => {
    this.happened({ type: 'choose', theirs, at: Date.now() });
  };
  /** Takes up input of an earlier visit. */
  readonly restore = ({ base, draft }: Pick<KeptInput, 'base' | 'draft'>): void => {
    this.happened({ type: 'restore', base, draft, at: Date.now() });
    this.keepNow();
  };
  private readonly happened = (event: SaveEvent): void => {
    this.show({ ...next(this.snapshot, event), kept: this.snapshot.kept });
    this.arrange();
  };

  /** Ends the saver once everything that was entered is saved; until then it goes on, whatever page is shown. */
  close(): boolean {
    if (this.ended) return true;
    this.sendUnasked();
    if (isUnsaved(this.snapshot) || this.holdsBack()) {
      this.keepNow();
      return false;
    }
    this.end();
    return true;
  }

  belongsTo(personId: string): boolean {
    return this.options.personId === personId;
  }

  /** Ends the saver at once: what was not saved is given up, here and on this device. */
  discard(): void {
    this.drop();
    this.end();
    clearTimeout(this.keepTimer);
    forgetInput(this.entry);
  }

  private end(): void {
    this.ended = true;
    removeEventListener('online', this.sendUnasked);
    removeEventListener('pagehide', this.keepNow);
    document.removeEventListener('visibilitychange', this.whenHidden);
    clearTimeout(this.timer);
    this.release();
  }

  /** Whether something that was entered cannot be saved as it stands: it lives on this device alone. */
  private holdsBack(): boolean {
    return this.options.faultsOf(this.snapshot.draft).length > 0;
  }

  private waitsForWord(): boolean {
    return this.options.byHand === true && !this.wanted;
  }

  private show(snapshot: SaverSnapshot): void {
    this.snapshot = snapshot;
    for (const listener of this.listeners) listener();
  }

  private arrange(): void {
    clearTimeout(this.timer);
    if (this.ended) return;
    const { phase } = this.snapshot;
    if (phase === 'behind') void this.catchUp();
    const wait = this.waitOf();
    if (wait !== null) this.timer = setTimeout(() => void this.send(), wait);
    this.keepTimer ??= setTimeout(this.keepNow, KEEP_MS);
  }

  private waitOf(): number | null {
    const { phase, tries, changedAt } = this.snapshot;
    if (phase === 'changed' && this.waitsForWord()) return null;
    if (phase === 'changed')
      return Math.max(0, Math.min(PAUSE_MS, LONGEST_MS - (Date.now() - (changedAt ?? 0))));
    if (phase === 'unreachable') return Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (tries - 1));
    return phase === 'signed_out' ? SESSION_WAIT_MS : null;
  }

  private async send(): Promise<void> {
    const { transport, dossierId, personId } = this.options;
    if (!['changed', 'unreachable', 'signed_out'].includes(this.snapshot.phase)) return;
    if (!transport.speaksFor(personId)) return this.waitForSession();
    this.happened({
      type: 'send',
      key: randomId(),
      faults: this.options.faultsOf(this.snapshot.draft),
    });
    const { attempt } = this.snapshot;
    if (attempt === null) return;
    try {
      const { facts, revision } = await transport.save(dossierId, attempt);
      this.happened({ type: 'stored', server: draftOf(facts), revision, at: Date.now() });
    } catch (error) {
      await this.refused(problemOfError(error));
    }
  }

  private waitForSession(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.send(), SESSION_WAIT_MS);
  }

  /** The token of this page is an old one when somebody signed in again on another page of this browser. */
  private async refused(problem: Problem): Promise<void> {
    if (!/^csrf_/.test(problem.code)) return this.happened({ type: 'failed', problem });
    const resumed = await this.options.transport.resume().then(
      () => ({ ...problem, status: 503 }),
      (error: unknown) => problemOfError(error),
    );
    this.happened({ type: 'failed', problem: resumed });
  }

  private async catchUp(): Promise<void> {
    try {
      const { facts, revision } = await this.options.transport.read(this.options.dossierId);
      this.happened({ type: 'theirs', server: draftOf(facts), revision, at: Date.now() });
    } catch (error) {
      this.happened({ type: 'failed', problem: problemOfError(error) });
    }
  }

  private readonly keepNow = (): void => {
    clearTimeout(this.keepTimer);
    this.keepTimer = undefined;
    if (this.ended) return;
    if (!isUnsaved(this.snapshot) && !this.holdsBack()) return forgetInput(this.entry);
    const { draft, server: base, revision } = this.snapshot;
    const kept = keepInput({ name: this.entry, at: Date.now(), revision, base, draft });
    if (kept !== this.snapshot.kept) this.show({ ...this.snapshot, kept });
  };
  private readonly whenHidden = (): void => {
    if (document.visibilityState === 'hidden') this.keepNow();
  };
}
