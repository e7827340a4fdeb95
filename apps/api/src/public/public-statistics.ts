import { Inject, Injectable } from '@nestjs/common';
import { type Period, PUBLIC_ACTOR, publicFigures } from '#casework';
import { UnitOfWork } from '#database';
import { CLOCK, type Clock, systemActor } from '#kernel';
import { coverageOf, parseCoverageQuery } from '#projects';
import { LawOfDay } from '../law/law-of-day.js';
import { API_CONFIG } from '../config.module.js';
import { type ApiConfig } from '../config.js';
import { type PublicStatisticsDto } from './public-statistics.dto.js';
import { toldCoverage, toldFigures } from './told-figures.js';

/** How long an answer is kept, and told to browsers to be kept. */
export const KEPT_SECONDS = 300;
const KEPT_PERIODS = 64;

/** Counts for everybody, each period once in some minutes however many ask. */
@Injectable()
export class PublicStatistics {
  private readonly kept = new Map<string, { until: number; answer: Promise<PublicStatisticsDto> }>();

  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(LawOfDay) private readonly law: LawOfDay,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(API_CONFIG) private readonly config: ApiConfig,
  ) {}

  /** The told figures of whole months. */
  of(period: Period): Promise<PublicStatisticsDto> {
    const key = `${period.from} ${period.to}`;
    const now = this.clock.now().getTime();
    const known = this.kept.get(key);
    if (known && known.until > now) return known.answer;
    if (this.kept.size >= KEPT_PERIODS) this.kept.clear();
    const answer = this.counted(period);
    this.kept.set(key, { until: now + KEPT_SECONDS * 1000, answer });
    // A count that failed is not kept: the next one who asks counts anew.
    answer.catch(() => this.kept.delete(key));
    return answer;
  }

  private async counted(period: Period): Promise<PublicStatisticsDto> {
    const countedAt = this.clock.now().toISOString();
    const [figures, coverage] = await Promise.all([
      this.unitOfWork.read(PUBLIC_ACTOR, (tx) => publicFigures(tx, period, this.law.calendar)),
      this.coverage(),
    ]);
    return { period, countedAt, mode: this.config.mode, ...toldFigures(figures), coverage };
  }

  /** Of the one authority of the installation; which of several is meant nobody says without an account. */
  private async coverage(): Promise<PublicStatisticsDto['coverage']> {
    const [authority, other] = await this.unitOfWork.ask(PUBLIC_ACTOR, (tx) =>
      tx.query<{ id: string }>('SELECT id FROM authority ORDER BY id LIMIT 2'),
    );
    if (authority === undefined || other !== undefined) return null;
    const { total } = await this.unitOfWork.read(systemActor(authority.id), (tx) =>
      coverageOf(tx, parseCoverageQuery({})),
    );
    const { answered, not_subject, in_hand, missed, none } = total.figures;
    return toldCoverage({
      answered: answered.count,
      not_subject: not_subject.count,
      in_hand: in_hand.count,
      missed: missed.count,
      none: none.count,
    });
  }
}
