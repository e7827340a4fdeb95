import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsIn, IsInt, IsString, Max, MaxLength, Min } from 'class-validator';
import {
  LETTER_KINDS,
  LETTER_STATUSES,
  type LetterKind,
  type LetterStatus,
  STATUSES,
  type Status,
} from '#contracts';
import { MayBeAbsent } from '../http/may-be-absent.decorator.js';

const wholeNumber = ({ value }: { value: unknown }): unknown =>
  typeof value === 'string' && /^\d{1,6}$/.test(value) ? Number(value) : value;
const several = ({ value }: { value: unknown }): unknown => (typeof value === 'string' ? [value] : value);

export class LetterQueueQueryDto {
  @ApiPropertyOptional({
    enum: LETTER_KINDS,
    isArray: true,
    description: 'Only these kinds; may be repeated',
  })
  @MayBeAbsent()
  @Transform(several)
  @IsIn(LETTER_KINDS, { each: true })
  kind?: LetterKind[];
  @ApiPropertyOptional({ type: 'integer', minimum: 1, maximum: 100, default: 20 })
  @Transform(wholeNumber)
  @IsInt()
  @Min(1)
  @Max(100)
  limit: number = 20;
  @ApiPropertyOptional() @MayBeAbsent() @IsString() @MaxLength(1000) cursor?: string;
}

export class QueuedLetterDto {
  @ApiProperty({ format: 'uuid' }) letterId: string;
  @ApiProperty({ format: 'uuid' }) dossierId: string;
  @ApiProperty({ enum: LETTER_KINDS }) kind: LetterKind;
  @ApiProperty({ description: 'Send it with the issue, so that what was read is what leaves' })
  revision: number;
  @ApiProperty({ format: 'date-time' }) draftedAt: string;
  @ApiProperty({ description: 'Days since it was drafted' }) ageDays: number;
  @ApiProperty({ nullable: true, type: String }) fileCode: string | null;
  @ApiProperty() projectName: string;
  @ApiProperty() procedureId: string;
  @ApiProperty({ enum: STATUSES }) status: Status;
  @ApiProperty({ format: 'date', nullable: true, type: String }) dueOn: string | null;
  @ApiProperty({ description: 'Three quarters of a reply term have gone, or the due day is over' })
  deadlineNear: boolean;
}

export class LetterQueuePageDto {
  @ApiProperty({ type: [QueuedLetterDto] }) items: QueuedLetterDto[];
  @ApiProperty({ nullable: true, type: String }) nextCursor: string | null;
}

export class HoldingReplyAnswerDto {
  @ApiProperty({ format: 'uuid' }) letterId: string;
  @ApiProperty({ enum: ['drafted', 'redrafted', 'unchanged'] }) outcome:
    'drafted' | 'redrafted' | 'unchanged';
  @ApiProperty({ description: 'Of the draft as it is now' }) revision: number;
  @ApiProperty({ enum: LETTER_STATUSES }) status: LetterStatus;
}
