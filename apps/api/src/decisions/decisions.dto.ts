import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsObject, IsString, Max, MaxLength, Min } from 'class-validator';
import { ONE_BY_ONE, type OneByOne } from '#casework';
import { type CommandName, OUTCOMES, type Outcome } from '#contracts';
import { DossierListItemDto } from '../dossiers/dossiers.dto.js';
import { MayBeAbsent } from '../http/may-be-absent.decorator.js';

const NAME = { type: String, nullable: true } as const;
const INSTANT = { type: String, format: 'date-time' } as const;

export class DecisionQueueQueryDto {
  @ApiPropertyOptional({ minimum: 1, maximum: 100, default: 50 })
  @MayBeAbsent()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(100)
  limit: number = 50;
  @ApiPropertyOptional() @MayBeAbsent() @IsString() @MaxLength(2000) cursor?: string;
}
class DissentDto {
  @ApiProperty({ enum: ['opinion', 'council'] }) kind: 'opinion' | 'council';
  @ApiProperty({ ...NAME, description: 'Null for a council' }) name: string | null;
  @ApiProperty({ enum: OUTCOMES }) recommendation: Outcome;
  @ApiProperty() summary: string;
}
class StandingFindingsDto {
  @ApiProperty({ description: 'Breached findings that stand' }) all: number;
  @ApiProperty() blocking: number;
  @ApiProperty({ description: 'About used or outdated equipment, by law that carries a refusal' })
  outdated: number;
}
class AcceptedRiskDto {
  @ApiProperty({ description: 'The test that came to no verdict, in words' }) title: string;
  @ApiProperty({ ...NAME, description: 'The line or machine; null for the project' }) subject: string | null;
  @ApiProperty({ description: 'As the conclusion gives it' }) reason: string;
}
class ProposedConditionDto {
  @ApiProperty() what: string;
  @ApiProperty({ example: '2027-03-31' }) deadlineOn: string;
  @ApiProperty() proof: string;
  @ApiProperty() responsible: string;
  @ApiPropertyOptional({ type: [String] }) cures?: string[];
}
export class DecisionProposalDto {
  @ApiProperty({ format: 'uuid' }) dossierId: string;
  @ApiProperty({ enum: OUTCOMES }) outcome: Outcome;
  @ApiProperty() summary: string;
  @ApiProperty({ type: [String] }) reasons: string[];
  @ApiProperty({ type: [ProposedConditionDto] }) conditions: ProposedConditionDto[];
  @ApiProperty(NAME) concludedBy: string | null;
  @ApiProperty(INSTANT) concludedAt: string;
  @ApiProperty(NAME) endorsedBy: string | null;
  @ApiProperty({ ...INSTANT, nullable: true }) endorsedAt: string | null;
  @ApiProperty(NAME) endorsementNote: string | null;
  @ApiProperty({ description: 'How often this round was sent back before' }) sentBack: number;
  @ApiProperty({ type: StandingFindingsDto }) standing: StandingFindingsDto;
  @ApiProperty({ type: [AcceptedRiskDto], description: 'What was left open and goes on as an accepted risk' })
  acceptedRisks: AcceptedRiskDto[];
  @ApiProperty({ type: [DissentDto], description: 'Opinions and councils that recommend something else' })
  dissent: DissentDto[];
}
export class CurrentProposalDto {
  @ApiProperty({ type: DecisionProposalDto, nullable: true }) current: DecisionProposalDto | null;
}
class WaitingDecisionDto {
  @ApiProperty({ type: DossierListItemDto }) dossier: DossierListItemDto;
  @ApiProperty({ enum: ['endorse', 'decide'] }) step: 'endorse' | 'decide';
  @ApiProperty({ type: DecisionProposalDto }) proposal: DecisionProposalDto;
  @ApiProperty({
    enum: ONE_BY_ONE,
    isArray: true,
    description: 'Why it is not dealt with together with others; a convention of the house',
  })
  oneByOne: OneByOne[];
}
export class DecisionQueueDto {
  @ApiProperty({ type: [WaitingDecisionDto] }) items: WaitingDecisionDto[];
  @ApiProperty({ type: String, nullable: true }) nextCursor: string | null;
}

/** Those that may draft a letter, and `endorse`, which puts one before the leader. */
const LETTER_COMMANDS = [
  'accept',
  'request_supplement',
  'return',
  'deadline_passed',
  'request_clarification',
  'notify_refusal',
  'endorse',
  'send_back',
  'approve',
  'approve_with_conditions',
  'refuse',
] as const satisfies CommandName[];
export class DecisionLetterDto {
  @ApiProperty({ enum: LETTER_COMMANDS })
  @IsIn(LETTER_COMMANDS)
  command: (typeof LETTER_COMMANDS)[number];
  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    description: 'As the command itself takes it',
  })
  @IsObject()
  payload: Record<string, unknown>;
}
