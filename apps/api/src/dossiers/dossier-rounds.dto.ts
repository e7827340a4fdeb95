import { ApiProperty } from '@nestjs/swagger';
import { ArrayMaxSize, IsArray, IsInt, IsString, IsUUID, Length, Max, MaxLength, Min } from 'class-validator';
import { OUTCOMES, type Outcome, RETURN_REASONS, type ReturnReason } from '#contracts';
import { NestedList } from '../http/nested.decorator.js';

/** As the command takes them that sends the answer. */
const TEXT = 4000;
const ITEMS = 200;
const FILES = 500;

const OPEN_OBJECT = { type: 'object', additionalProperties: true } as const;
const NAME = { type: String, nullable: true } as const;
const INSTANT = { type: String, format: 'date-time' } as const;
const MAYBE_INSTANT = { ...INSTANT, nullable: true } as const;

class ConclusionDto {
  @ApiProperty({ enum: OUTCOMES }) outcome: Outcome;
  @ApiProperty({
    ...OPEN_OBJECT,
    description: 'Summary, reasons, conditions, answers to inconclusive findings',
  })
  content: object;
  @ApiProperty(NAME) concludedBy: string | null;
  @ApiProperty(INSTANT) concludedAt: string;
  @ApiProperty(NAME) endorsedBy: string | null;
  @ApiProperty(MAYBE_INSTANT) endorsedAt: string | null;
  @ApiProperty(NAME) endorsementNote: string | null;
  @ApiProperty(NAME) sentBackBy: string | null;
  @ApiProperty(MAYBE_INSTANT) sentBackAt: string | null;
  @ApiProperty(NAME) sentBackReason: string | null;
}
class DecisionDto {
  @ApiProperty({ enum: ['approved', 'approved_with_conditions', 'refused'] }) kind: string;
  @ApiProperty({ ...OPEN_OBJECT, description: 'What the decider wrote: note, reasons, conditions' })
  content: object;
  @ApiProperty(NAME) decidedBy: string | null;
  @ApiProperty(INSTANT) decidedAt: string;
  @ApiProperty() afterDeadline: boolean;
}
class RoundConditionDto {
  @ApiProperty() number: number;
  @ApiProperty() what: string;
  @ApiProperty({ example: '2027-03-31' }) deadlineOn: string;
  @ApiProperty() proof: string;
  @ApiProperty() responsible: string;
  @ApiProperty({ type: [String], description: 'Keys of findings that it cures' }) cures: string[];
  @ApiProperty() state: string;
}
class ReopeningDto {
  @ApiProperty() complaintDecision: string;
  @ApiProperty({ example: '2026-07-14' }) decidedOn: string;
  @ApiProperty({ type: String, format: 'uuid', nullable: true }) documentId: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'Day that the decision on the complaint names' })
  replyBy: string | null;
  @ApiProperty(NAME) reopenedBy: string | null;
  @ApiProperty(INSTANT) reopenedAt: string;
}
class RoundDto {
  @ApiProperty() round: number;
  @ApiProperty({ type: ReopeningDto, nullable: true, description: 'Null for the first round' })
  reopening: ReopeningDto | null;
  @ApiProperty({ type: [ConclusionDto], description: 'The standing one first, then those sent back' })
  conclusions: ConclusionDto[];
  @ApiProperty({ type: DecisionDto, nullable: true }) decision: DecisionDto | null;
  @ApiProperty({ type: [RoundConditionDto] }) conditions: RoundConditionDto[];
}
export class RoundListDto {
  @ApiProperty({ type: [RoundDto] }) items: RoundDto[];
}

class AnswerFileDto {
  @ApiProperty({ type: 'integer', minimum: 0, description: 'Which of the items it answers' })
  @IsInt()
  @Min(0)
  @Max(ITEMS - 1)
  item: number;
  @ApiProperty({ format: 'uuid', description: 'A document of the dossier' }) @IsUUID() id: string;
  @ApiProperty() @IsString() @Length(1, 500) name: string;
}
class AnswerDraftContentDto {
  @ApiProperty({
    type: [String],
    description: 'One for each item; the response to an intended refusal is the first',
  })
  @IsArray()
  @ArrayMaxSize(ITEMS)
  @IsString({ each: true })
  @MaxLength(TEXT, { each: true })
  texts: string[];
  @ApiProperty({ type: [AnswerFileDto] })
  @ArrayMaxSize(FILES)
  @NestedList(() => AnswerFileDto)
  files: AnswerFileDto[];
}
export class SaveAnswerDraftDto extends AnswerDraftContentDto {
  @ApiProperty({
    type: 'integer',
    minimum: 0,
    description: 'Revision of the draft that was seen; 0 for none',
  })
  @IsInt()
  @Min(0)
  @Max(1_000_000)
  revision: number;
}
export class AnswerDraftSavedDto {
  @ApiProperty() revision: number;
  @ApiProperty(INSTANT) savedAt: string;
}
class KeptAnswerDraftDto extends AnswerDraftContentDto {
  @ApiProperty() revision: number;
  @ApiProperty(INSTANT) savedAt: string;
}
class PartyRequestDto {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ enum: ['supplement', 'clarification', 'refusal_notice'] }) kind: string;
  @ApiProperty() round: number;
  @ApiProperty({
    ...OPEN_OBJECT,
    description: 'Items, or the grounds; consent and technical check for the house only',
  })
  content: object;
  @ApiProperty({ example: '2026-12-02' }) replyBy: string;
  @ApiProperty(INSTANT) askedAt: string;
  @ApiProperty({ ...NAME, description: 'For the house only' }) askedBy: string | null;
  @ApiProperty({ ...OPEN_OBJECT, nullable: true, description: '`answers` or `response`, as sent' })
  answer: object | null;
  @ApiProperty({
    type: KeptAnswerDraftDto,
    nullable: true,
    description: "The answer as it is being written; for the owner's side only, until it is sent",
  })
  draft: KeptAnswerDraftDto | null;
  @ApiProperty(MAYBE_INSTANT) answeredAt: string | null;
  @ApiProperty(NAME) answeredBy: string | null;
  @ApiProperty(MAYBE_INSTANT) closedAt: string | null;
}
class ReturnNoticeDto {
  @ApiProperty() round: number;
  @ApiProperty({ enum: RETURN_REASONS }) reason: ReturnReason;
  @ApiProperty() explanation: string;
  @ApiProperty(NAME) competentAuthority: string | null;
  @ApiProperty({ type: 'array', items: OPEN_OBJECT }) items: object[];
  @ApiProperty(INSTANT) returnedAt: string;
}
export class RequestListDto {
  @ApiProperty({ type: [PartyRequestDto] }) items: PartyRequestDto[];
  @ApiProperty({ type: [ReturnNoticeDto] }) returns: ReturnNoticeDto[];
}
