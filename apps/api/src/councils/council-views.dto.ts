import { ApiProperty } from '@nestjs/swagger';
import {
  COUNCIL_MODES,
  COUNCIL_MOTIONS,
  COUNCIL_PRESENCES,
  COUNCIL_SEATS,
  COUNCIL_STATUSES,
  COUNCIL_VOTES,
  type CouncilMode,
  type CouncilMotionKind,
  type CouncilSeat,
  type CouncilStatus,
  type CouncilVote,
  LETTER_STATUSES,
  type LetterStatus,
  type Outcome,
  OUTCOMES,
  type Verification,
  VERIFICATIONS,
} from '#contracts';
import { CouncilRulesDto } from '../law/packs.dto.js';

const STATES = ['invited', 'accepted', 'declined', 'recused', 'released'] as const;
const REMARKS = ['unusual_size', 'even_number', 'few_reviewers', 'no_secretary'] as const;

export class ShareDto {
  @ApiProperty() numerator: number;
  @ApiProperty() denominator: number;
}
class CouncilSourceDto {
  @ApiProperty({ description: 'Article' }) basis: string;
  @ApiProperty({ enum: VERIFICATIONS }) verification: Verification;
  @ApiProperty({ description: 'Whether the rule was made for another kind of council' }) analogy: boolean;
}
export class QuorumDto extends CouncilSourceDto {
  @ApiProperty({ description: 'Members who are there' }) numerator: number;
  @ApiProperty({ description: 'Members who are not recused' }) denominator: number;
  @ApiProperty({ type: ShareDto }) needed: ShareDto;
  @ApiProperty() reached: boolean;
}
class TieBreakDto {
  @ApiProperty({ enum: ['chair', 'vice_chair'] }) by: 'chair' | 'vice_chair';
  @ApiProperty({ format: 'uuid' }) memberId: string;
  @ApiProperty({ enum: COUNCIL_VOTES }) vote: CouncilVote;
}
export class MotionResultDto extends CouncilSourceDto {
  @ApiProperty() for: number;
  @ApiProperty() against: number;
  @ApiProperty() abstain: number;
  @ApiProperty({ description: 'Members who did not vote' }) missing: number;
  @ApiProperty({ description: 'Members who are not recused' }) denominator: number;
  @ApiProperty({ type: ShareDto }) needed: ShareDto;
  @ApiProperty({ enum: ['more_than', 'at_least'] }) comparison: 'more_than' | 'at_least';
  @ApiProperty() carried: boolean;
  @ApiProperty() tie: boolean;
  @ApiProperty({ type: TieBreakDto, nullable: true }) tieBrokenBy: TieBreakDto | null;
}
class CouncilPaperDto {
  @ApiProperty({ format: 'uuid' }) letterId: string;
  @ApiProperty({ enum: LETTER_STATUSES }) status: LetterStatus;
  @ApiProperty({ type: String, nullable: true }) number: string | null;
  @ApiProperty({ type: String, format: 'date', nullable: true }) issuedOn: string | null;
  @ApiProperty({ type: String, nullable: true }) sha256: string | null;
}
class NamedVoteDto {
  @ApiProperty({ format: 'uuid' }) memberId: string;
  @ApiProperty({ enum: COUNCIL_VOTES }) vote: CouncilVote;
  @ApiProperty() onPaper: boolean;
}
class CouncilDissentDto {
  @ApiProperty({ format: 'uuid' }) memberId: string;
  @ApiProperty() text: string;
  @ApiProperty({ format: 'date-time' }) at: string;
}
class CouncilMotionDto {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty() number: number;
  @ApiProperty({ enum: COUNCIL_MOTIONS }) kind: CouncilMotionKind;
  @ApiProperty() text: string;
  @ApiProperty({ enum: OUTCOMES, nullable: true }) outcome: Outcome | null;
  @ApiProperty({ type: String, nullable: true }) conditions: string | null;
  @ApiProperty({ format: 'date-time' }) putAt: string;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) closedAt: string | null;
  @ApiProperty({ description: 'Ballots that are in' }) ballots: number;
  @ApiProperty({ enum: COUNCIL_VOTES, nullable: true }) ownVote: CouncilVote | null;
  @ApiProperty({
    type: [String],
    nullable: true,
    description:
      'Members whose ballot is in, without what it says; for the secretary, while the motion is open',
  })
  voted: string[] | null;
  @ApiProperty({ type: [NamedVoteDto], nullable: true, description: 'By name once the motion is closed' })
  votes: NamedVoteDto[] | null;
  @ApiProperty({ type: MotionResultDto, nullable: true }) result: MotionResultDto | null;
  @ApiProperty({ type: [CouncilDissentDto] }) dissents: CouncilDissentDto[];
}
class AttendanceDto {
  @ApiProperty({ format: 'uuid' }) memberId: string;
  @ApiProperty({ enum: COUNCIL_PRESENCES }) presence: string;
  @ApiProperty({ type: String, nullable: true }) proxyName: string | null;
  @ApiProperty({ type: String, format: 'uuid', nullable: true }) documentId: string | null;
}
class CouncilSessionDto {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty() number: number;
  @ApiProperty({ enum: COUNCIL_MODES }) mode: CouncilMode;
  @ApiProperty({ format: 'date' }) heldOn: string;
  @ApiProperty({ type: String, nullable: true }) place: string | null;
  @ApiProperty({ type: String, format: 'date', nullable: true }) closesOn: string | null;
  @ApiProperty({ format: 'date-time' }) openedAt: string;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) closedAt: string | null;
  @ApiProperty({ type: Boolean, nullable: true, description: 'Known when it is closed' }) valid:
    boolean | null;
  @ApiProperty({ type: String, format: 'uuid', nullable: true }) presidedBy: string | null;
  @ApiProperty({ type: [AttendanceDto] }) attendance: AttendanceDto[];
  @ApiProperty({ type: QuorumDto }) quorum: QuorumDto;
  @ApiProperty({ type: [CouncilMotionDto] }) motions: CouncilMotionDto[];
  @ApiProperty({ type: CouncilPaperDto, nullable: true }) minutes: CouncilPaperDto | null;
}
class CouncilMemberDto {
  @ApiProperty({ format: 'uuid' }) memberId: string;
  @ApiProperty({ format: 'uuid' }) userId: string;
  @ApiProperty() name: string;
  @ApiProperty({ type: String, nullable: true }) organisation: string | null;
  @ApiProperty({ enum: COUNCIL_SEATS }) seat: CouncilSeat;
  @ApiProperty() votes: boolean;
  @ApiProperty({ enum: STATES, description: 'recused: in conflict, and counted nowhere' })
  state: (typeof STATES)[number];
  @ApiProperty({ type: String, format: 'uuid', nullable: true }) replaces: string | null;
  @ApiProperty({ format: 'date-time' }) addedAt: string;
  @ApiProperty({ type: String, nullable: true }) addedReason: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) answeredAt: string | null;
}
export class CouncilRemarkDto {
  @ApiProperty({ enum: REMARKS }) code: (typeof REMARKS)[number];
  @ApiProperty() found: number;
  @ApiProperty() usual: number;
}
export class CouncilDto {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty() round: number;
  @ApiProperty() name: string;
  @ApiProperty({ type: String, nullable: true }) decidedBasis: string | null;
  @ApiProperty({ type: CouncilRulesDto, description: 'As they stood when it was established' })
  rules: CouncilRulesDto;
  @ApiProperty({ enum: COUNCIL_STATUSES }) status: CouncilStatus;
  @ApiProperty({ format: 'date' }) establishedOn: string;
  @ApiProperty({ format: 'uuid' }) establishedBy: string;
  @ApiProperty() establishedByName: string;
  @ApiProperty({ format: 'date-time' }) establishedAt: string;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) concludedAt: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) dissolvedAt: string | null;
  @ApiProperty({ type: String, nullable: true }) dissolvedReason: string | null;
  @ApiProperty() revision: number;
  @ApiProperty({ type: [CouncilMemberDto] }) members: CouncilMemberDto[];
  @ApiProperty({ description: 'Members of whom shares are taken' }) counting: number;
  @ApiProperty({ type: [CouncilRemarkDto], description: 'What is unusual; it refuses nothing' })
  remarks: CouncilRemarkDto[];
  @ApiProperty({ type: CouncilPaperDto, nullable: true }) decision: CouncilPaperDto | null;
  @ApiProperty({ type: [CouncilSessionDto] }) sessions: CouncilSessionDto[];
}
export class CouncilListDto {
  @ApiProperty({ type: [CouncilDto] }) items: CouncilDto[];
}
export class CouncilAnswerDto {
  @ApiProperty({ format: 'uuid' }) councilId: string;
  @ApiProperty({ enum: COUNCIL_STATUSES }) status: CouncilStatus;
  @ApiProperty({ format: 'uuid' }) decisionLetterId: string;
  @ApiProperty({ type: [CouncilRemarkDto] }) remarks: CouncilRemarkDto[];
}
export class AddedMemberDto {
  @ApiProperty({ format: 'uuid' }) memberId: string;
  @ApiProperty({ format: 'uuid' }) decisionLetterId: string;
}
export class DissolvedCouncilDto {
  @ApiProperty({ format: 'uuid' }) councilId: string;
}
export class OpenedSessionDto {
  @ApiProperty({ format: 'uuid' }) sessionId: string;
  @ApiProperty() number: number;
}
export class RecordedPresenceDto {
  @ApiProperty({ format: 'uuid' }) sessionId: string;
  @ApiProperty() recorded: number;
}
export class ClosedSessionDto {
  @ApiProperty({ format: 'uuid' }) sessionId: string;
  @ApiProperty() valid: boolean;
  @ApiProperty() numerator: number;
  @ApiProperty() denominator: number;
}
export class PutMotionAnswerDto {
  @ApiProperty({ format: 'uuid' }) motionId: string;
  @ApiProperty() number: number;
}
export class VoteAnswerDto {
  @ApiProperty({ format: 'uuid' }) motionId: string;
  @ApiProperty({ format: 'uuid' }) memberId: string;
}
export class ClosedMotionDto {
  @ApiProperty({ format: 'uuid' }) motionId: string;
  @ApiProperty({ type: MotionResultDto }) result: MotionResultDto;
}
export class MinutesAnswerDto {
  @ApiProperty({ format: 'uuid' }) sessionId: string;
  @ApiProperty({ format: 'uuid' }) letterId: string;
  @ApiProperty({ description: 'Of the canonical data' }) sha256: string;
  @ApiProperty() valid: boolean;
}
