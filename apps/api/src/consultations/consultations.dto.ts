import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsString, IsUUID, Length, Max, MaxLength, Min } from 'class-validator';
import {
  CONSULTATION_KINDS,
  CONSULTATION_POSITIONS,
  CONSULTATION_STATES,
  CONSULTATION_TERMS,
  CONSULTATION_WITHDRAWALS,
  type ConsultationKind,
  type ConsultationPosition,
  type ConsultationState,
  type ConsultationTerm,
  type ConsultationWithdrawal,
} from '#contracts';
import { IsCivilDate } from '../http/is-civil-date.js';
import { MayBeAbsent } from '../http/may-be-absent.decorator.js';

const DATE = { type: String, example: '2026-08-05', nullable: true } as const;
const NAME = { type: String, nullable: true } as const;
const ID = { type: String, format: 'uuid', nullable: true } as const;

export class AskConsultationDto {
  @ApiProperty({ format: 'uuid' }) @IsUUID() organisationId: string;
  @ApiProperty({ enum: CONSULTATION_KINDS }) @IsIn(CONSULTATION_KINDS) kind: ConsultationKind;
  @ApiProperty({ maxLength: 8000 }) @IsString() @Length(1, 8000) question: string;
  @ApiProperty({ maxLength: 500, description: 'Article on which the question rests' })
  @IsString()
  @Length(1, 500)
  legalBasis: string;
  @ApiPropertyOptional({
    enum: CONSULTATION_TERMS,
    description: '`complex`: the longer term by law, with `termReason`',
  })
  @MayBeAbsent()
  @IsIn(CONSULTATION_TERMS)
  term?: ConsultationTerm;
  @ApiPropertyOptional({ maxLength: 4000 })
  @MayBeAbsent()
  @IsString()
  @Length(1, 4000)
  termReason?: string;
  @ApiPropertyOptional({
    example: '2026-08-05',
    description: 'Where the law sets no term: a day before the reply is due',
  })
  @MayBeAbsent()
  @IsCivilDate()
  replyBy?: string;
}

export class AnswerConsultationDto {
  @ApiProperty({ enum: CONSULTATION_POSITIONS }) @IsIn(CONSULTATION_POSITIONS) position: ConsultationPosition;
  @ApiProperty({ maxLength: 20_000 }) @IsString() @Length(1, 20_000) answer: string;
  @ApiPropertyOptional({
    format: 'uuid',
    description: 'A document of the kind consultation_answer; a paper needs one',
  })
  @MayBeAbsent()
  @IsUUID()
  documentId?: string;
  @ApiPropertyOptional({
    example: '2026-08-03',
    description: 'For the clerk: the day on which the paper arrived',
  })
  @MayBeAbsent()
  @IsCivilDate()
  answeredOn?: string;
}

export class WithdrawConsultationDto {
  @ApiProperty({ enum: CONSULTATION_WITHDRAWALS })
  @IsIn(CONSULTATION_WITHDRAWALS)
  because: ConsultationWithdrawal;
  @ApiProperty({ maxLength: 4000 }) @IsString() @Length(1, 4000) reason: string;
}

export class CloseConsultationDto {
  @ApiProperty({ maxLength: 4000 }) @IsString() @Length(1, 4000) reason: string;
}

export class ConsultationQueryDto {
  @ApiPropertyOptional({ enum: CONSULTATION_STATES, default: 'open' })
  @MayBeAbsent()
  @IsIn(CONSULTATION_STATES)
  state: ConsultationState = 'open';
  @ApiPropertyOptional({ default: 20, minimum: 1, maximum: 100 })
  @MayBeAbsent()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(100)
  limit = 20;
  @ApiPropertyOptional() @MayBeAbsent() @IsString() @MaxLength(500) cursor?: string;
}

export class ConsultationDto {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ format: 'uuid' }) dossierId: string;
  @ApiProperty() round: number;
  @ApiProperty({ format: 'uuid' }) organisationId: string;
  @ApiProperty() organisationName: string;
  @ApiProperty({ enum: CONSULTATION_KINDS }) kind: ConsultationKind;
  @ApiProperty() question: string;
  @ApiProperty() legalBasis: string;
  @ApiProperty({ enum: CONSULTATION_TERMS }) term: ConsultationTerm;
  @ApiProperty({ ...NAME, description: 'For the house only' }) termReason: string | null;
  @ApiProperty(DATE) replyBy: string | null;
  @ApiProperty(DATE) dueOn: string | null;
  @ApiProperty() overdue: boolean;
  @ApiProperty({ enum: CONSULTATION_STATES }) state: ConsultationState;
  @ApiProperty({ format: 'uuid' }) letterId: string;
  @ApiProperty(ID) clockId: string | null;
  @ApiProperty({ ...NAME, description: 'For the house only' }) askedByName: string | null;
  @ApiProperty({ format: 'date-time' }) askedAt: string;
  @ApiProperty(DATE) sentOn: string | null;
  @ApiProperty({ enum: CONSULTATION_POSITIONS, nullable: true }) position: ConsultationPosition | null;
  @ApiProperty(NAME) answer: string | null;
  @ApiProperty(ID) documentId: string | null;
  @ApiProperty(DATE) answeredOn: string | null;
  @ApiProperty({ ...NAME, description: 'For the house only' }) enteredByName: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) enteredAt: string | null;
  @ApiProperty() onPaper: boolean;
  @ApiProperty() reminders: number;
  @ApiProperty(DATE) lastRemindedOn: string | null;
  @ApiProperty({ ...NAME, description: 'For the house only' }) closedByName: string | null;
  @ApiProperty(DATE) closedOn: string | null;
  @ApiProperty(NAME) closeReason: string | null;
  @ApiProperty({
    enum: ['inference'],
    nullable: true,
    description: 'A silent consultation is closed by our own reading',
  })
  closingVerification: string | null;
  @ApiProperty({ enum: [...CONSULTATION_WITHDRAWALS, 'dossier_ended'], nullable: true }) withdrawal:
    string | null;
  @ApiProperty({ ...ID, description: 'The clock of our reply that the end of this consultation started' })
  replyClockId: string | null;
  @ApiProperty() revision: number;
}
export class ConsultationListDto {
  @ApiProperty({ type: [ConsultationDto] }) items: ConsultationDto[];
}
export class ReminderDto extends ConsultationDto {
  @ApiProperty({ description: 'People of the organisation who were told; 0 where it has no account' })
  told: number;
}
export class EndedConsultationDto extends ConsultationDto {
  @ApiProperty({ description: 'People of the organisation who are told; 0 of a letter that never left' })
  told: number;
  @ApiProperty({ ...DATE, description: 'When our own reply is due now' }) replyDueOn: string | null;
}
export class ListedConsultationDto extends ConsultationDto {
  @ApiProperty() projectName: string;
  @ApiProperty(NAME) fileCode: string | null;
}
export class ConsultationPageDto {
  @ApiProperty({ type: [ListedConsultationDto] }) items: ListedConsultationDto[];
  @ApiProperty({ type: String, nullable: true }) nextCursor: string | null;
}
