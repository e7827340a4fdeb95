import { Inject, Injectable } from '@nestjs/common';
import { type ProcedureId, type ScreeningMode } from '#contracts';
import { type WorkingCalendar, workingCalendar } from '#deadlines';
import { LawRegistry } from '#dossiers';
import { CLOCK, type CivilDate, civilDateOf, type Clock } from '#kernel';
import { composeScreeningLaw, type ScreeningLaw } from '#law';

const KEPT_SETS = 64;

/** The law of a day for readers who have no dossier; nothing of it is stored. */
@Injectable()
export class LawOfDay {
  private readonly composed = new Map<string, ScreeningLaw>();
  private calendarKept: WorkingCalendar | null = null;

  constructor(
    @Inject(LawRegistry) private readonly registry: LawRegistry,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Today in Viet Nam. */
  today(): CivilDate {
    return civilDateOf(this.clock.now());
  }

  /** The set of a day in a mode (that of the installation unless said), also for a procedure whose file no pack holds. */
  of(procedureId: ProcedureId, on: CivilDate, mode: ScreeningMode = this.registry.mode): ScreeningLaw {
    const key = `${procedureId} ${on} ${mode}`;
    const known = this.composed.get(key);
    if (known) return known;
    if (this.composed.size >= KEPT_SETS) this.composed.clear();
    const asked = { packs: this.registry.packs, procedureId, on, mode };
    const law = this.registry.parts.of(composeScreeningLaw(asked));
    this.composed.set(key, law);
    return law;
  }

  /** The working calendar of every loaded year; it does not depend on the day. */
  get calendar(): WorkingCalendar {
    this.calendarKept ??= workingCalendar(this.of('opinion', this.today()).calendar);
    return this.calendarKept;
  }
}
