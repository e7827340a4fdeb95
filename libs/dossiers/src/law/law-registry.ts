import { Injectable } from '@nestjs/common';
import { type ProcedureId, type ScreeningMode } from '#contracts';
import { type WorkingCalendar, workingCalendar } from '#deadlines';
import { type Tx } from '#database';
import { type CivilDate } from '#kernel';
import { composeLawSet, type LawSet, type Pack, SharedParts } from '#law';
import { type ProcedureDefinition } from '#workflow';

const CACHED_SETS = 64;

/** The law as loaded at start: composes the set of a day, stores it by digest, gives it back years later. */
@Injectable()
export class LawRegistry {
  /** What the sets that are remembered here, and those of `LawOfDay`, have in common. */
  readonly parts = new SharedParts();
  private readonly composed = new Map<string, LawSet>();
  private readonly sets = new Map<string, LawSet>();
  private readonly calendars = new Map<string, WorkingCalendar>();
  /** Transactions that stored a set themselves: what they read may be rolled back with them. */
  private readonly storing = new WeakSet<Tx>();

  constructor(
    readonly packs: readonly Pack[],
    readonly mode: ScreeningMode,
  ) {}

  /** The set that governs a procedure on a day, in the mode of this installation. @throws Refusal as `composeLawSet`. */
  compose(procedureId: ProcedureId, on: CivilDate): LawSet {
    const key = `${procedureId} ${on}`;
    const known = this.composed.get(key);
    if (known) return known;
    if (this.composed.size >= CACHED_SETS) this.composed.clear();
    const set = this.parts.of(composeLawSet({ packs: this.packs, procedureId, on, mode: this.mode }));
    this.composed.set(key, set);
    return set;
  }

  /** The first day of the oldest law pack that holds a procedure: of earlier days nothing is loaded. Null: none holds it. */
  firstDayOf(procedureId: ProcedureId): CivilDate | null {
    const holders = this.packs.filter(
      ({ manifest, procedures }) =>
        manifest.kind === 'law' && procedures.some(({ id }) => id === procedureId),
    );
    return holders.map(({ manifest }) => manifest.validFrom).sort()[0] ?? null;
  }

  /** Stores a set under its digest, once, and returns the digest. */
  async store(tx: Tx, set: LawSet): Promise<string> {
    if (this.sets.has(set.digest)) return set.digest;
    this.storing.add(tx);
    await tx.query(
      'INSERT INTO law_set (digest, content, stored_at) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING',
      [set.digest, set, tx.at],
    );
    return set.digest;
  }

  /** The stored set of a digest, exactly as it was. */
  async load(tx: Tx, digest: string): Promise<LawSet> {
    const set = await this.stored(tx, digest);
    if (!set) throw new Error(`law set ${digest} is not stored`);
    return set;
  }

  /** The set of a digest that somebody names, or null where none is stored under it. */
  async stored(tx: Tx, digest: string): Promise<LawSet | null> {
    const cached = this.sets.get(digest);
    if (cached) return cached;
    const row = await tx.one<{ content: LawSet }>('SELECT content FROM law_set WHERE digest = $1', [digest]);
    if (row === null || this.storing.has(tx)) return row?.content ?? null;
    return this.keep(row.content);
  }

  /** The set that governs a dossier: the one it is pinned to, or for a draft that of the given day. */
  async governing(
    tx: Tx,
    dossier: { procedureId: ProcedureId; lawSetDigest: string | null },
    today: CivilDate,
  ): Promise<LawSet> {
    return dossier.lawSetDigest === null
      ? this.compose(dossier.procedureId, today)
      : this.load(tx, dossier.lawSetDigest);
  }

  calendarOf(set: LawSet): WorkingCalendar {
    const known = this.calendars.get(set.digest);
    if (known) return known;
    const calendar = workingCalendar(set.calendar);
    this.calendars.set(set.digest, calendar);
    return calendar;
  }

  private keep(stored: LawSet): LawSet {
    const set = this.parts.of(stored);
    if (this.sets.size >= CACHED_SETS) {
      this.sets.clear();
      this.calendars.clear();
    }
    this.sets.set(set.digest, set);
    return set;
  }
}

/** The procedure of a set; its file passed every check when the packs were loaded. */
export const procedureOf = (set: LawSet): ProcedureDefinition =>
  set.procedure.definition as ProcedureDefinition;
