import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayMinSize, IsIn, IsString, IsUUID, Length } from 'class-validator';
import {
  COUNCIL_MODES,
  COUNCIL_MOTIONS,
  COUNCIL_PRESENCES,
  COUNCIL_SEATS,
  COUNCIL_VOTES,
  type CouncilMode,
  type CouncilMotionKind,
  type CouncilPresence,
  type CouncilSeat,
  type CouncilVote,
  type Outcome,
  OUTCOMES,
} from '#contracts';
import { IsCivilDate } from '../http/is-civil-date.js';
import { MayBeAbsent } from '../http/may-be-absent.decorator.js';
import { NestedList } from '../http/nested.decorator.js';
import { TextLength } from '../http/text-length.js';

const PEOPLE = 50;

class CouncilSeatDto {
  @ApiProperty({ format: 'uuid' }) @IsUUID() userId: string;
  @ApiProperty({ enum: COUNCIL_SEATS }) @IsIn(COUNCIL_SEATS) seat: CouncilSeat;
}

export class EstablishCouncilDto {
  @ApiPropertyOptional({ maxLength: 300, description: 'From the rules when not given' })
  @MayBeAbsent()
  @IsString()
  @Length(1, 300)
  name?: string;
  @ApiPropertyOptional({ maxLength: 2000, description: 'What the decision rests on besides the law' })
  @MayBeAbsent()
  @IsString()
  @Length(1, 2000)
  decidedBasis?: string;
  @ApiProperty({ type: [CouncilSeatDto] })
  @ArrayMinSize(1)
  @ArrayMaxSize(PEOPLE)
  @NestedList(() => CouncilSeatDto)
  members: CouncilSeatDto[];
  @ApiPropertyOptional({ example: '2026-12-02', description: 'Until when the invited people answer' })
  @MayBeAbsent()
  @IsCivilDate()
  dueOn?: string;
}

export class AddCouncilMemberDto extends CouncilSeatDto {
  @ApiProperty({ maxLength: 2000 }) @IsString() @Length(1, 2000) reason: string;
  @ApiPropertyOptional({ format: 'uuid', description: 'The member whose place is taken' })
  @MayBeAbsent()
  @IsUUID()
  replacesMemberId?: string;
  @ApiPropertyOptional({ example: '2026-12-02' }) @MayBeAbsent() @IsCivilDate() dueOn?: string;
}

export class OpenSessionDto {
  @ApiProperty({ enum: COUNCIL_MODES }) @IsIn(COUNCIL_MODES) mode: CouncilMode;
  @ApiPropertyOptional({ example: '2026-11-30', description: 'Today when not given' })
  @MayBeAbsent()
  @IsCivilDate()
  heldOn?: string;
  @ApiPropertyOptional({ maxLength: 300 }) @MayBeAbsent() @IsString() @TextLength(1, 300) place?: string;
  @ApiPropertyOptional({
    example: '2026-12-04',
    description: 'Last day of a written ballot, which needs one',
  })
  @MayBeAbsent()
  @IsCivilDate()
  closesOn?: string;
}

class PresenceDto {
  @ApiProperty({ format: 'uuid' }) @IsUUID() memberId: string;
  @ApiProperty({ enum: COUNCIL_PRESENCES }) @IsIn(COUNCIL_PRESENCES) presence: CouncilPresence;
  @ApiPropertyOptional({ maxLength: 200, description: 'Who represents the member' })
  @MayBeAbsent()
  @IsString()
  @Length(1, 200)
  proxyName?: string;
  @ApiPropertyOptional({ format: 'uuid', description: 'The written authority, a document of the dossier' })
  @MayBeAbsent()
  @IsUUID()
  documentId?: string;
}

export class RecordPresenceDto {
  @ApiProperty({ type: [PresenceDto] })
  @ArrayMinSize(1)
  @ArrayMaxSize(PEOPLE)
  @NestedList(() => PresenceDto)
  presence: PresenceDto[];
}

export class PutMotionDto {
  @ApiProperty({ enum: COUNCIL_MOTIONS }) @IsIn(COUNCIL_MOTIONS) kind: CouncilMotionKind;
  @ApiProperty({ maxLength: 4000 }) @IsString() @Length(1, 4000) text: string;
  @ApiPropertyOptional({ enum: OUTCOMES, description: 'What a conclusion advises' })
  @MayBeAbsent()
  @IsIn(OUTCOMES)
  outcome?: Outcome;
  @ApiPropertyOptional({ maxLength: 8000, description: 'With agree_with_conditions' })
  @MayBeAbsent()
  @IsString()
  @Length(1, 8000)
  conditions?: string;
}

export class CastVoteDto {
  @ApiProperty({ enum: COUNCIL_VOTES }) @IsIn(COUNCIL_VOTES) vote: CouncilVote;
  @ApiPropertyOptional({ format: 'uuid', description: 'The member whose signed ballot the secretary enters' })
  @MayBeAbsent()
  @IsUUID()
  memberId?: string;
  @ApiPropertyOptional({ format: 'uuid', description: 'The signed ballot, a document of the dossier' })
  @MayBeAbsent()
  @IsUUID()
  documentId?: string;
  @ApiPropertyOptional({ example: '2026-11-30', description: 'The day on the paper ballot' })
  @MayBeAbsent()
  @IsCivilDate()
  castOn?: string;
}

export class DissentTextDto {
  @ApiProperty({ maxLength: 8000 }) @IsString() @Length(1, 8000) text: string;
}
