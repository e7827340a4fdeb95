import { Inject, Injectable } from '@nestjs/common';
import { type ScreeningNotice } from '#contracts';
import { explainClock, type Explanation, type Stop } from '#deadlines';
import { LawRegistry } from '#dossiers';
import { civilDate, yearOf } from '#kernel';
import { officialModeReady } from '#law';
import { type Language } from '../http/language.js';
import { type CalendarDto, type DueDto, type DueQueryDto } from './calendar.dto.js';
import { LawOfDay } from './law-of-day.js';
import { renderedNotice } from './notice-texts.js';

function stopOf(text: string): Stop {
  const [from = '', to = ''] = text.split('..');
  return { from: civilDate(from), to: to === '' ? null : civilDate(to) };
}

/** Days off and terms for everybody: the same rows and the same count as for dossiers. */
@Injectable()
export class WorkCalendar {
  constructor(
    @Inject(LawRegistry) private readonly registry: LawRegistry,
    @Inject(LawOfDay) private readonly law: LawOfDay,
  ) {}

  /** The rows of a year (this one when not said) with their basis, and whether all of it is confirmed. */
  ofYear(asked: number | undefined): CalendarDto {
    const year = asked ?? yearOf(this.law.today());
    const rows = this.law
      .of('opinion', this.law.today())
      .calendar.filter(({ date }) => yearOf(date) === year);
    const gaps = officialModeReady(this.registry.packs, year).map(({ code, reason }) => ({ code, reason }));
    return { year, items: rows, confirmed: gaps.length === 0, gaps };
  }

  /** When a term ends and why. @throws Refusal `impossible_value`, `stop_before_start`, `stop_reversed`, `clock_without_end` */
  due({ start, days, unit, stops = [] }: DueQueryDto, language: Language): DueDto {
    const term = { start: civilDate(start), duration: { value: days, unit }, stops: stops.map(stopOf) };
    const explanation = explainClock(term, this.law.calendar);
    return {
      ...explanation,
      notices: this.unsureYears(explanation).map((notice) => renderedNotice(notice, language)),
    };
  }

  private unsureYears({ days }: Explanation): ScreeningNotice[] {
    const years = [...new Set(days.map(({ date }) => yearOf(date)))];
    return years
      .filter((year) => officialModeReady(this.registry.packs, year).length > 0)
      .map((year) => ({ code: 'calendar_unconfirmed', params: { year: String(year) } }));
  }
}
