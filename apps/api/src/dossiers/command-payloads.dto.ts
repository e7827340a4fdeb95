import { applyDecorators } from '@nestjs/common';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsIn,
  IsInt,
  IsNotEmptyObject,
  IsString,
  IsUUID,
  Length,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import {
  INCONCLUSIVE_ANSWERS,
  type InconclusiveAnswer,
  OUTCOMES,
  type Outcome,
  RETURN_REASONS,
  type ReturnReason,
} from '#contracts';
import { ConsultationChoiceDto } from '../councils/consultation-form.dto.js';
import { IsCivilDate } from '../http/is-civil-date.js';
import { type Settled, SettlesEarlierLetter } from './settles-earlier-letter.decorator.js';
import { MayBeAbsent } from '../http/may-be-absent.decorator.js';
import { Nested, NestedList } from '../http/nested.decorator.js';

const TEXT = 4000;
const ITEMS = 200;

class RequestedItemDto {
  @ApiProperty({ maxLength: TEXT }) @IsString() @Length(1, TEXT) what: string;
  @ApiProperty({ maxLength: 500, description: 'Article on which this is asked' })
  @IsString()
  @Length(1, 500)
  basis: string;
  @ApiPropertyOptional() @MayBeAbsent() @IsString() @MaxLength(300) about?: string;
}
class HeadConsentDto {
  @ApiProperty({ format: 'uuid' }) @IsUUID() headId: string;
  @ApiPropertyOptional() @MayBeAbsent() @IsString() @MaxLength(TEXT) note?: string;
}
class TechnicalCheckDto {
  @ApiPropertyOptional({ format: 'uuid' }) @MayBeAbsent() @IsUUID() appraiserId?: string;
  @ApiPropertyOptional({ example: '2026-11-23' }) @MayBeAbsent() @IsCivilDate() checkedOn?: string;
  @ApiPropertyOptional({ type: [String] })
  @MayBeAbsent()
  @IsArray()
  @ArrayMaxSize(ITEMS)
  @IsString({ each: true })
  questions?: string[];
  @ApiPropertyOptional({ description: 'Why no technical check was made of this version' })
  @MayBeAbsent()
  @IsString()
  @Length(1, TEXT)
  skippedBecause?: string;
}
class ConditionDto {
  @ApiProperty() @IsString() @Length(1, TEXT) what: string;
  @ApiProperty({ example: '2027-03-31' }) @IsCivilDate() deadlineOn: string;
  @ApiProperty() @IsString() @Length(1, TEXT) proof: string;
  @ApiProperty() @IsString() @Length(1, 500) responsible: string;
  @ApiPropertyOptional({ type: [String], description: 'Keys of findings that it cures' })
  @MayBeAbsent()
  @IsArray()
  @ArrayMaxSize(ITEMS)
  @IsString({ each: true })
  cures?: string[];
}
class InconclusiveAnswerDto {
  @ApiProperty() @IsString() @Length(1, 300) findingKey: string;
  @ApiProperty({ enum: INCONCLUSIVE_ANSWERS })
  @IsIn(INCONCLUSIVE_ANSWERS)
  answer: InconclusiveAnswer['answer'];
  @ApiProperty() @IsString() @Length(1, TEXT) reason: string;
}

/** Codes or keys that the payload may name. */
const OptionalCodes = (): PropertyDecorator =>
  applyDecorators(
    ApiPropertyOptional({ type: [String] }),
    MayBeAbsent(),
    IsArray(),
    ArrayMaxSize(ITEMS),
    IsString({ each: true }),
  );
/** The conditions of a conclusion or a decision. */
const Conditions = (): PropertyDecorator =>
  applyDecorators(
    ApiProperty({ type: [ConditionDto] }),
    ArrayMaxSize(ITEMS),
    NestedList(() => ConditionDto),
  );

export class NoPayloadDto {}
export class AssignDto {
  @ApiProperty({ format: 'uuid' }) @IsUUID() assigneeId: string;
  @ApiProperty({ enum: ['lead', 'expert'] }) @IsIn(['lead', 'expert']) kind: 'lead' | 'expert';
  @ApiPropertyOptional() @MayBeAbsent() @IsCivilDate() dueOn?: string;
  @ApiPropertyOptional() @MayBeAbsent() @IsString() @MaxLength(TEXT) reason?: string;
  @ApiPropertyOptional({ type: ConsultationChoiceDto })
  @MayBeAbsent()
  @IsNotEmptyObject()
  @Nested(() => ConsultationChoiceDto)
  consultation?: ConsultationChoiceDto;
}
class RequestDto {
  @ApiProperty({ type: [RequestedItemDto] })
  @ArrayMinSize(1)
  @ArrayMaxSize(ITEMS)
  @NestedList(() => RequestedItemDto)
  items: RequestedItemDto[];
  @ApiProperty({ example: '2026-12-02' }) @IsCivilDate() replyBy: string;
  @ApiProperty({ type: HeadConsentDto })
  @IsNotEmptyObject()
  @Nested(() => HeadConsentDto)
  headConsent: HeadConsentDto;
}
export class RequestSupplementDto extends RequestDto {
  @ApiProperty({ type: TechnicalCheckDto })
  @IsNotEmptyObject()
  @Nested(() => TechnicalCheckDto)
  technicalCheck: TechnicalCheckDto;
}
export class RequestClarificationDto extends RequestDto {}
class TimelyProofDto {
  @ApiProperty({ format: 'uuid' }) @IsUUID() documentId: string;
  @ApiProperty() @IsCivilDate() answeredOn: string;
}
export class ResubmitDto {
  @ApiPropertyOptional({ type: [String] })
  @MayBeAbsent()
  @IsArray()
  @ArrayMaxSize(ITEMS)
  @IsString({ each: true })
  @MaxLength(TEXT, { each: true })
  answers?: string[];
  @ApiPropertyOptional({ type: TimelyProofDto })
  @MayBeAbsent()
  @Nested(() => TimelyProofDto)
  timelyProof?: TimelyProofDto;
}
export class DeadlinePassedDto {
  @ApiProperty({ format: 'uuid' }) @IsUUID() clockId: string;
}
export class ReturnDto {
  @ApiProperty({ enum: RETURN_REASONS }) @IsIn(RETURN_REASONS) reason: ReturnReason;
  @ApiProperty() @IsString() @Length(1, TEXT) explanation: string;
  @ApiPropertyOptional() @MayBeAbsent() @IsString() @Length(1, 500) competentAuthority?: string;
  @ApiPropertyOptional({ type: [RequestedItemDto] })
  @MayBeAbsent()
  @ArrayMaxSize(ITEMS)
  @NestedList(() => RequestedItemDto)
  items?: RequestedItemDto[];
}
export class NotifyRefusalDto {
  @ApiProperty() @IsString() @Length(1, TEXT) grounds: string;
  @ApiProperty() @IsCivilDate() replyBy: string;
  @ApiProperty({ type: [String] })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(ITEMS)
  @IsString({ each: true })
  findingKeys: string[];
}
export class RespondToRefusalDto {
  @ApiProperty() @IsString() @Length(1, 20_000) response: string;
}
export class ClarifyDto {
  @ApiProperty({ type: [String] })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(ITEMS)
  @IsString({ each: true })
  @MaxLength(TEXT, { each: true })
  answers: string[];
}
export class ConcludeDto {
  @ApiProperty({ enum: OUTCOMES }) @IsIn(OUTCOMES) outcome: Outcome;
  @ApiProperty() @IsString() @Length(1, 20_000) summary: string;
  @ApiProperty({ type: [String] })
  @IsArray()
  @ArrayMaxSize(ITEMS)
  @IsString({ each: true })
  @MaxLength(TEXT, { each: true })
  reasons: string[];
  @ApiProperty({ type: [InconclusiveAnswerDto] })
  @ArrayMaxSize(20_000)
  @NestedList(() => InconclusiveAnswerDto)
  inconclusive: InconclusiveAnswerDto[];
  @Conditions() conditions: ConditionDto[];
  @OptionalCodes() findingKeys?: string[];
  @OptionalCodes() failedCriteria?: string[];
}
export class SendBackDto {
  @ApiProperty() @IsString() @Length(1, TEXT) reason: string;
}
export class EndorseDto {
  @ApiPropertyOptional() @MayBeAbsent() @IsString() @MaxLength(TEXT) note?: string;
}
export class ApproveDto {
  @ApiPropertyOptional() @MayBeAbsent() @IsString() @MaxLength(TEXT) note?: string;
  @ApiPropertyOptional({ description: 'Needed once a reply clock has run out' })
  @MayBeAbsent()
  @IsString()
  @Length(1, TEXT)
  afterDeadlineReason?: string;
  @SettlesEarlierLetter() earlierLetter?: Settled;
}
export class ApproveWithConditionsDto extends ApproveDto {
  @Conditions() conditions: ConditionDto[];
}
export class RefuseDto {
  @ApiProperty() @IsString() @Length(1, 20_000) reasons: string;
  @OptionalCodes() findingKeys?: string[];
  @OptionalCodes() failedCriteria?: string[];
  @ApiPropertyOptional() @MayBeAbsent() @IsString() @MaxLength(TEXT) councilConclusion?: string;
  @ApiPropertyOptional() @MayBeAbsent() @IsString() @Length(1, TEXT) afterDeadlineReason?: string;
  @SettlesEarlierLetter() earlierLetter?: Settled;
}
export class WithdrawDto {
  @ApiPropertyOptional() @MayBeAbsent() @IsString() @MaxLength(TEXT) reason?: string;
}
export class ExtendDeadlineDto {
  @ApiProperty({ format: 'uuid' }) @IsUUID() clockId: string;
  @ApiProperty({ minimum: 1, maximum: 365 }) @IsInt() @Min(1) @Max(365) days: number;
  @ApiProperty() @IsString() @Length(1, TEXT) reason: string;
}
export class ReopenDto {
  @ApiProperty({ description: 'Number and gist of the decision on the complaint' })
  @IsString()
  @Length(1, TEXT)
  complaintDecision: string;
  @ApiPropertyOptional({ format: 'uuid' }) @MayBeAbsent() @IsUUID() documentId?: string;
  @ApiProperty() @IsCivilDate() decidedOn: string;
  @ApiPropertyOptional({ description: 'Day by which that decision wants the new round to end' })
  @MayBeAbsent()
  @IsCivilDate()
  replyBy?: string;
}
