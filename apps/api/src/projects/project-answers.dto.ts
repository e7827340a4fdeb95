import { ApiProperty } from '@nestjs/swagger';
import {
  COVERAGE_GROUPINGS,
  type CoverageGrouping,
  DATE_BASES,
  type DateBasis,
  EXEMPTION_REASONS,
  type ExemptionReason,
  FINAL_DECISION_KINDS,
  type FinalDecisionKind,
  PROCEDURES,
  STATUSES,
} from '#contracts';
import {
  type DuplicateOf,
  type ExemptionView,
  type FinalDecisionView,
  type MergeAnswer,
  type ProjectEventView,
  type ProjectMatchView,
  type ProjectView,
} from '#projects';
import { ProjectListItemDto } from './projects.dto.js';

const Unknown = (type: 'string' | 'number' = 'string') => ApiProperty({ type, nullable: true });
const Instant = () => ApiProperty({ type: 'string', format: 'date-time', nullable: true });
const MATCH_STATES = ['proposed', 'confirmed', 'rejected'] as const;
const EXEMPTION_STATES = ['proposed', 'confirmed', 'rejected', 'revoked'] as const;

class ProjectMatchDto implements ProjectMatchView {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ format: 'uuid' }) dossierId: string;
  @Unknown() fileCode: string | null;
  @ApiProperty() projectName: string;
  @ApiProperty({ enum: PROCEDURES }) procedureId: string;
  @ApiProperty({ enum: STATUSES }) status: string;
  @Unknown() receivedOn: ProjectMatchView['receivedOn'];
  @ApiProperty({ enum: MATCH_STATES }) state: ProjectMatchView['state'];
  @Unknown('number') score: number | null;
  @ApiProperty({ type: [String], description: 'What makes the dossier look like one about the project' })
  reasons: string[];
  @Unknown() decidedByName: string | null;
  @Instant() decidedAt: Date | null;
  @Unknown() decisionReason: string | null;
}
class FinalDecisionAnswerDto implements FinalDecisionView {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ enum: FINAL_DECISION_KINDS }) kind: FinalDecisionKind;
  @ApiProperty() number: string;
  @ApiProperty({ type: String, format: 'date' }) decidedOn: FinalDecisionView['decidedOn'];
  @ApiProperty() decidedBy: string;
  @Unknown() documentRef: string | null;
  @Unknown() note: string | null;
  @Unknown() corrects: string | null;
  @Unknown() recordedByName: string | null;
  @ApiProperty({ format: 'date-time' }) recordedAt: Date;
  @ApiProperty({ description: 'Whether it is the one that counts' }) stands: boolean;
}
class ExemptionDto implements ExemptionView {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ enum: EXEMPTION_STATES }) state: ExemptionView['state'];
  @ApiProperty({ enum: EXEMPTION_REASONS }) reasonCode: ExemptionReason;
  @ApiProperty() reason: string;
  @Unknown() proposedByName: string | null;
  @ApiProperty({ format: 'date-time' }) proposedAt: Date;
  @Unknown() decidedByName: string | null;
  @Instant() decidedAt: Date | null;
  @Unknown() decisionNote: string | null;
  @Unknown() revokedByName: string | null;
  @Instant() revokedAt: Date | null;
  @Unknown() revocationReason: string | null;
}
class ProjectEventDto implements ProjectEventView {
  @ApiProperty() seq: number;
  @ApiProperty({ example: 'changed' }) kind: string;
  @ApiProperty({ type: 'object', additionalProperties: true }) facts: Record<string, unknown>;
  @Unknown() actorName: string | null;
  @ApiProperty() actorRole: string;
  @ApiProperty({ format: 'date-time' }) at: Date;
}
class MergedDuplicateDto {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty() name: string;
  @ApiProperty() investorName: string;
}
export class ProjectDto extends ProjectListItemDto implements ProjectView {
  @Unknown() sourceText: string | null;
  @ApiProperty({ type: String, format: 'uuid', nullable: true }) importId: string | null;
  @Unknown('number') importRow: number | null;
  @ApiProperty({ type: String, format: 'uuid', nullable: true }) investorOrgId: string | null;
  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: 'The project that was kept' })
  mergedInto: string | null;
  @ApiProperty({ type: [MergedDuplicateDto] }) duplicates: MergedDuplicateDto[];
  @ApiProperty({ type: [ProjectMatchDto] }) matches: ProjectMatchDto[];
  @ApiProperty({ type: [FinalDecisionAnswerDto] }) decisions: FinalDecisionAnswerDto[];
  @ApiProperty({ type: [ExemptionDto] }) exemptions: ExemptionDto[];
  @ApiProperty({ type: [ProjectEventDto] }) history: ProjectEventDto[];
}
export class MergeAnswerDto implements MergeAnswer {
  @ApiProperty({ format: 'uuid', description: 'The project that stays' }) projectId: string;
  @ApiProperty() revision: number;
  @ApiProperty({ format: 'uuid' }) mergedId: string;
  @ApiProperty() movedMatches: number;
  @ApiProperty({ type: [String], description: 'Fields that only the duplicate knows; nothing is copied' })
  leftBehind: MergeAnswer['leftBehind'];
}

class DuplicateOfDto implements Omit<DuplicateOf, 'index'> {
  @ApiProperty({ format: 'uuid' }) projectId: string;
  @ApiProperty() name: string;
  @ApiProperty() investorName: string;
  @Unknown() investorTaxCode: string | null;
  @ApiProperty({ type: [String] }) reasons: DuplicateOf['reasons'];
  @ApiProperty({ description: 'Of the names, 0 to 1' }) similarity: number;
  @ApiProperty() revision: number;
}
export class DuplicatesDto {
  @ApiProperty({ type: [DuplicateOfDto] }) items: DuplicateOfDto[];
}

class CountedListDto {
  @ApiProperty() count: number;
  @ApiProperty({ description: 'The query of the register that lists exactly these projects' }) query: string;
}
class CoverageFiguresDto {
  @ApiProperty() all: CountedListDto;
  @ApiProperty() none: CountedListDto;
  @ApiProperty() in_hand: CountedListDto;
  @ApiProperty() answered: CountedListDto;
  @ApiProperty() not_subject: CountedListDto;
  @ApiProperty() missed: CountedListDto;
  @ApiProperty() late: CountedListDto;
  @ApiProperty({ type: CountedListDto, description: 'Answered or not subject' }) covered: CountedListDto;
}
class RatioDto {
  @ApiProperty() numerator: number;
  @ApiProperty() denominator: number;
  @ApiProperty({ example: '99.87', description: 'Rounded to two decimals, but only all is 100.00' })
  percent: string;
}
class CoverageRowDto {
  @Unknown() key: string | null;
  @ApiProperty() figures: CoverageFiguresDto;
  @ApiProperty({ type: RatioDto, nullable: true }) ratio: RatioDto | null;
}
export class CoverageDto {
  @ApiProperty({ type: String, enum: COVERAGE_GROUPINGS, nullable: true }) by: CoverageGrouping | null;
  @ApiProperty({ enum: DATE_BASES }) dateBasis: DateBasis;
  @Unknown() from: string | null;
  @Unknown() to: string | null;
  @ApiProperty({ enum: ['visible_to_reader'] }) scope: 'visible_to_reader';
  @ApiProperty({ type: [CoverageRowDto] }) rows: CoverageRowDto[];
  @ApiProperty() total: CoverageRowDto;
  @ApiProperty({ type: CountedListDto, nullable: true, description: 'Left out: the day is unknown' })
  undated: CountedListDto | null;
}
class FollowedFiguresDto {
  @ApiProperty() followed: CountedListDto;
  @ApiProperty() not_followed: CountedListDto;
  @ApiProperty() no_decision_yet: CountedListDto;
}
export class RefusalsFollowedDto {
  @ApiProperty({ enum: ['visible_to_reader'] }) scope: 'visible_to_reader';
  @ApiProperty() figures: FollowedFiguresDto;
  @ApiProperty({ type: RatioDto, nullable: true }) ratio: RatioDto | null;
}
