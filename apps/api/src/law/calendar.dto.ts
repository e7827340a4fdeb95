import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsIn, IsInt, Matches, Max, Min } from 'class-validator';
import { type Verification, VERIFICATIONS } from '#contracts';
import { type CalendarDay, type Duration } from '#deadlines';
import { type CalendarRow } from '#law';
import { IsCivilDate } from '../http/is-civil-date.js';
import { BilingualDto, NoticeDto } from './notice.dto.js';
import { MayBeAbsent } from '../http/may-be-absent.decorator.js';

const ROW_TYPES = [
  'holiday',
  'compensatory',
  'swap_off',
  'swap_work',
] as const satisfies readonly CalendarDay['type'][];
const UNITS = ['working_day', 'day'] as const satisfies readonly Duration['unit'][];
/** A longer answer would explain day by day what nobody reads. */
const LONGEST_ASKED = 366;
const wholeNumber = ({ value }: { value: unknown }): unknown =>
  typeof value === 'string' && /^\d{1,6}$/.test(value) ? Number(value) : value;
const several = ({ value }: { value: unknown }): unknown =>
  [value].flat().flatMap((part) => (typeof part === 'string' ? part.split(',') : [part]));

export class CalendarQueryDto {
  @ApiPropertyOptional({ type: 'integer', description: 'This year when not given' })
  @MayBeAbsent()
  @Transform(wholeNumber)
  @IsInt()
  @Min(1900)
  @Max(9998)
  year?: number;
}
export class DueQueryDto {
  @ApiProperty({ format: 'date', description: 'Day of the event; it is never counted' })
  @IsCivilDate()
  start: string;
  @ApiProperty({ type: 'integer', minimum: 1, maximum: LONGEST_ASKED })
  @Transform(wholeNumber)
  @IsInt()
  @Min(1)
  @Max(LONGEST_ASKED)
  days: number;
  @ApiPropertyOptional({ enum: UNITS, default: 'working_day' }) @IsIn(UNITS) unit: Duration['unit'] =
    'working_day';
  @ApiPropertyOptional({
    type: String,
    example: '2026-11-25..2026-12-02',
    description:
      'Pauses, comma-separated: the day before .. still counts, the days after it through the second do not; open when the second is left out',
  })
  @MayBeAbsent()
  @Transform(several)
  @IsArray()
  @ArrayMaxSize(20)
  @Matches(/^\d{4}-\d{2}-\d{2}\.\.(\d{4}-\d{2}-\d{2})?$/, { each: true })
  stops?: string[];
}

class CalendarRowDto {
  @ApiProperty({ format: 'date' }) date: string;
  @ApiProperty({ enum: ROW_TYPES }) type: CalendarRow['type'];
  @ApiProperty({ enum: ['all', 'civil_servants'] }) appliesTo: CalendarRow['appliesTo'];
  @ApiProperty({ type: BilingualDto }) name: BilingualDto;
  @ApiProperty({ description: 'Article or notice' }) basis: string;
  @ApiProperty({ enum: VERIFICATIONS }) verification: Verification;
  @ApiProperty() draftedBy: string;
  @ApiProperty() publishedBy: string;
  @ApiProperty() packId: string;
}
class CalendarGapDto {
  @ApiProperty({ example: 'calendar_unconfirmed' }) code: string;
  @ApiProperty() reason: string;
}
export class CalendarDto {
  @ApiProperty() year: number;
  @ApiProperty({ type: [CalendarRowDto], description: 'Days that are not what their weekday says' })
  items: CalendarRowDto[];
  @ApiProperty({ description: 'Whether a law officer has confirmed every day of the year' })
  confirmed: boolean;
  @ApiProperty({ type: [CalendarGapDto], description: 'Why not' }) gaps: CalendarGapDto[];
}
class DurationDto {
  @ApiProperty() value: number;
  @ApiProperty({ enum: UNITS }) unit: Duration['unit'];
}
class PauseDto {
  @ApiProperty({ format: 'date' }) from: string;
  @ApiProperty({ type: String, format: 'date', nullable: true }) to: string | null;
}
class ExplainedDayDto {
  @ApiProperty({ format: 'date' }) date: string;
  @ApiProperty() counted: boolean;
  @ApiProperty({ type: Number, nullable: true, description: 'Of the counted days, from 1' }) ordinal:
    number | null;
  @ApiProperty({
    enum: [
      'start',
      'counted',
      'swap_work',
      'weekend',
      'holiday',
      'compensatory',
      'swap_off',
      'stopped',
      'moved',
    ],
  })
  reason: string;
  @ApiPropertyOptional({ type: BilingualDto }) name?: BilingualDto;
  @ApiPropertyOptional() basis?: string;
  @ApiPropertyOptional({ enum: VERIFICATIONS }) verification?: string;
  @ApiPropertyOptional({ type: PauseDto }) stop?: PauseDto;
}
export class DueDto {
  @ApiProperty({ format: 'date' }) start: string;
  @ApiProperty({ type: DurationDto }) duration: DurationDto;
  @ApiProperty({
    type: String,
    format: 'date',
    nullable: true,
    description: 'The term runs through the end of this day; null while it stands still',
  })
  dueOn: string | null;
  @ApiProperty({ type: [ExplainedDayDto], description: 'From the start to the due day' })
  days: ExplainedDayDto[];
  @ApiProperty({ type: [NoticeDto], description: 'Years whose calendar is not confirmed or not loaded' })
  notices: NoticeDto[];
}
