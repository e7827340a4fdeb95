import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { DECIDED_OUTCOMES, type DecidedOutcome, SCREENING_MODES, type ScreeningMode } from '#contracts';
import { IsCivilDate } from '../http/is-civil-date.js';
import { BilingualDto } from '../law/notice.dto.js';
import { MayBeAbsent } from '../http/may-be-absent.decorator.js';

const TOLD = { type: 'integer', nullable: true, description: 'null: too small to be told' } as const;

export class StatisticsQueryDto {
  @ApiPropertyOptional({ format: 'date', description: 'Widened to the first day of its month' })
  @MayBeAbsent()
  @IsCivilDate()
  from?: string;
  @ApiPropertyOptional({ format: 'date', description: 'Widened to the last day of its month' })
  @MayBeAbsent()
  @IsCivilDate()
  to?: string;
}
class PublicPeriodDto {
  @ApiProperty({ format: 'date' }) from: string;
  @ApiProperty({ format: 'date' }) to: string;
}
class ReceivedFigureDto {
  @ApiProperty(TOLD) count: number | null;
  @ApiProperty({ type: BilingualDto, description: 'What is counted, and by which day' }) basis: BilingualDto;
}
class OutcomeFigureDto {
  @ApiProperty({ enum: DECIDED_OUTCOMES }) outcome: DecidedOutcome;
  @ApiProperty({ type: BilingualDto }) name: BilingualDto;
  @ApiProperty(TOLD) count: number | null;
}
class DecidedFigureDto {
  @ApiProperty(TOLD) count: number | null;
  @ApiProperty({ type: [OutcomeFigureDto] }) outcomes: OutcomeFigureDto[];
  @ApiProperty({ type: BilingualDto }) basis: BilingualDto;
}
class InTimeFigureDto {
  @ApiProperty(TOLD) inTime: number | null;
  @ApiProperty(TOLD) late: number | null;
  @ApiProperty({ type: String, nullable: true, example: '97.56', description: 'Rounded to two decimals' })
  percent: string | null;
}
class InTimeFiguresDto {
  @ApiProperty({ type: InTimeFigureDto, description: 'By the term that the law sets' })
  statutory: InTimeFigureDto;
  @ApiProperty({ type: InTimeFigureDto, description: 'By our own target, where the law sets none' })
  ownTarget: InTimeFigureDto;
  @ApiProperty({ type: BilingualDto }) basis: BilingualDto;
}
class WorkingDaysFigureDto {
  @ApiProperty({ type: Number, nullable: true, description: 'Median; null: too few to be told' })
  median: number | null;
  @ApiProperty({ type: Number, nullable: true, description: 'Nine of ten took no longer' }) p90:
    number | null;
}
class WorkingDaysFiguresDto {
  @ApiProperty({ type: WorkingDaysFigureDto, description: 'Receipt to letter' })
  elapsed: WorkingDaysFigureDto;
  @ApiProperty({ type: WorkingDaysFigureDto, description: 'Without the days on which the term stood still' })
  active: WorkingDaysFigureDto;
  @ApiProperty({ type: BilingualDto }) basis: BilingualDto;
}
class CoverageFigureDto {
  @ApiProperty({ ...TOLD, description: 'Projects of the register' }) projects: number | null;
  @ApiProperty(TOLD) answered: number | null;
  @ApiProperty(TOLD) notSubject: number | null;
  @ApiProperty({ ...TOLD, description: 'Being worked on' }) inHand: number | null;
  @ApiProperty({ ...TOLD, description: 'Decided upon without an answer on the technology' }) missed:
    number | null;
  @ApiProperty({ ...TOLD, description: 'Not asked for yet' }) none: number | null;
  @ApiProperty({
    type: String,
    nullable: true,
    example: '96.40',
    description: '(answered + not subject) / all',
  })
  percent: string | null;
  @ApiProperty({ type: BilingualDto }) basis: BilingualDto;
}
class SmallNumbersDto {
  @ApiProperty({ example: 3 }) fewestTold: number;
  @ApiProperty({ type: BilingualDto }) basis: BilingualDto;
}
export class PublicStatisticsDto {
  @ApiProperty({ type: PublicPeriodDto, description: 'Whole months, both days inclusive' })
  period: PublicPeriodDto;
  @ApiProperty({ format: 'date-time', description: 'When it was counted; kept for some minutes' })
  countedAt: string;
  @ApiProperty({ enum: SCREENING_MODES }) mode: ScreeningMode;
  @ApiProperty({ type: ReceivedFigureDto }) received: ReceivedFigureDto;
  @ApiProperty({ type: DecidedFigureDto }) decided: DecidedFigureDto;
  @ApiProperty({ type: InTimeFiguresDto }) inTime: InTimeFiguresDto;
  @ApiProperty({ type: WorkingDaysFiguresDto }) workingDays: WorkingDaysFiguresDto;
  @ApiProperty({
    type: CoverageFigureDto,
    nullable: true,
    description: 'null: several authorities share the installation',
  })
  coverage: CoverageFigureDto | null;
  @ApiProperty({ type: SmallNumbersDto }) smallNumbers: SmallNumbersDto;
}
