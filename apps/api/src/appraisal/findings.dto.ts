import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { type ListKind, LIST_KINDS, type Verification, VERIFICATIONS } from '#contracts';
import { DECISION_STATES, DECISIONS } from './matches.dto.js';
import { ScreeningSummaryDto } from './screenings.dto.js';

const VERDICTS = ['met', 'breached', 'inconclusive', 'not_applicable'] as const;
const SEVERITIES = ['blocking', 'review', 'info'] as const;
const SUBJECTS = ['project', 'line', 'equipment'] as const;
const ID = { type: String, format: 'uuid', nullable: true } as const;
const TEXT = { type: String, nullable: true } as const;
const INSTANT = { type: String, format: 'date-time' } as const;

class FindingSubjectDto {
  @ApiProperty({ enum: SUBJECTS }) kind: (typeof SUBJECTS)[number];
  @ApiProperty({ ...TEXT, description: 'Of the line or machine; null for the project' }) id: string | null;
}
class CalculationDto {
  @ApiProperty() name: string;
  @ApiProperty() value: string;
}
class DossierFindingTextsDto {
  @ApiProperty() title: string;
  @ApiProperty() verdict: string;
  @ApiProperty({ description: 'Sentence, remarks and what is missing as one text' }) detail: string;
  @ApiProperty() sentence: string;
  @ApiProperty({ type: [String] }) remarks: string[];
  @ApiProperty({ type: [String], description: 'What is missing for a verdict' }) missing: string[];
  @ApiProperty({ type: [CalculationDto], description: 'The values that it reckons with, by their names' })
  calculation: CalculationDto[];
  @ApiProperty({ type: [String] }) wouldChange: string[];
}
class OverturnOfFindingDto {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty() reason: string;
  @ApiProperty({ format: 'uuid' }) documentId: string;
  @ApiProperty({ format: 'uuid' }) proposedBy: string;
  @ApiProperty(INSTANT) proposedAt: string;
  @ApiProperty(ID) secondedBy: string | null;
  @ApiProperty({ ...INSTANT, nullable: true }) secondedAt: string | null;
}
class FindingDto {
  @ApiProperty() key: string;
  @ApiProperty() ruleId: string;
  @ApiProperty({ type: FindingSubjectDto }) subject: FindingSubjectDto;
  @ApiProperty({ example: 'used.age' }) test: string;
  @ApiProperty({ enum: VERDICTS }) verdict: (typeof VERDICTS)[number];
  @ApiProperty({ enum: SEVERITIES }) severity: (typeof SEVERITIES)[number];
  @ApiProperty({ enum: ['none', 'by_condition'] }) curable: string;
  @ApiProperty({ description: 'By analogy: no official finding' }) analogy: boolean;
  @ApiProperty({ description: 'Article' }) basis: string;
  @ApiProperty({ enum: VERIFICATIONS }) verification: Verification;
  @ApiProperty({ type: [String], description: 'Codes; in words in texts.missing' }) missing: string[];
  @ApiProperty({ type: DossierFindingTextsDto }) texts: DossierFindingTextsDto;
  @ApiProperty({ description: 'Breached, and overturned by two people with the values that it has' })
  overturned: boolean;
  @ApiProperty({ type: OverturnOfFindingDto, nullable: true }) overturn: OverturnOfFindingDto | null;
}

class ListDecisionDto {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty() lineId: string;
  @ApiProperty({ enum: LIST_KINDS }) list: ListKind;
  @ApiProperty() code: string;
  @ApiProperty({ enum: DECISIONS }) decision: (typeof DECISIONS)[number];
  @ApiProperty({ enum: DECISION_STATES }) state: (typeof DECISION_STATES)[number];
  @ApiProperty() reason: string;
  @ApiProperty({ format: 'uuid' }) decidedBy: string;
  @ApiProperty(INSTANT) decidedAt: string;
  @ApiProperty(ID) secondedBy: string | null;
  @ApiProperty(TEXT) withdrawalReason: string | null;
  @ApiProperty(ID) withdrawalDocumentId: string | null;
  @ApiProperty(ID) withdrawalProposedBy: string | null;
  @ApiProperty({
    type: Boolean,
    nullable: true,
    description: 'Somebody who made it is in conflict by now; null: not for this reader',
  })
  madeInConflict: boolean | null;
}
class DossierCandidateDto {
  @ApiProperty() lineId: string;
  @ApiProperty({ enum: LIST_KINDS }) list: ListKind;
  @ApiProperty() code: string;
  @ApiProperty() listVersion: string;
  @ApiProperty() nameVi: string;
  @ApiProperty({ description: '0 to 1' }) score: number;
  @ApiProperty({ enum: ['name', 'synonym', 'hs', 'vsic'] }) method: string;
  @ApiProperty({ enum: VERIFICATIONS }) verification: Verification;
  @ApiProperty({ enum: ['acts', 'advice'] }) standing: string;
  @ApiPropertyOptional({ description: 'Version in force that holds the same technology' })
  supersededBy?: string;
  @ApiProperty({ type: ListDecisionDto, nullable: true, description: 'What counts now' })
  decided: ListDecisionDto | null;
}
class AnnexCheckDto {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty() round: number;
  @ApiProperty() listVersion: string;
  @ApiProperty() lineId: string;
  @ApiProperty({ enum: ['not_found', 'found'] }) result: string;
  @ApiProperty() remark: string;
  @ApiProperty(ID) documentId: string | null;
  @ApiProperty(INSTANT) checkedAt: string;
}
class ActorNameDto {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty() name: string;
}
class FindingNoticeDto {
  @ApiProperty() code: string;
  @ApiProperty({ type: 'object', additionalProperties: { type: 'string' } }) params: Record<string, string>;
  @ApiProperty() text: string;
}

export class FindingsDto {
  @ApiProperty({ type: ScreeningSummaryDto, nullable: true, description: 'null before the first screening' })
  screening: ScreeningSummaryDto | null;
  @ApiProperty({ description: 'Of this round, these facts, this law and these decisions' }) current: boolean;
  @ApiProperty({ type: [FindingDto], description: 'Findings with texts, and their overturn' })
  findings: object[];
  @ApiProperty({ type: [DossierCandidateDto], description: 'Candidates with the decision that counts now' })
  candidates: object[];
  @ApiProperty({
    type: [ListDecisionDto],
    description: 'Every decision on candidates, those that no longer count too',
  })
  decisions: object[];
  @ApiProperty({ type: [AnnexCheckDto] }) annexChecks: object[];
  @ApiProperty({ type: [String], description: 'Keys of findings whose annex nobody checked in this round' })
  uncheckedAnnexes: string[];
  @ApiProperty({ type: [ActorNameDto], description: 'Who decided, seconded, proposed, looked' })
  people: ActorNameDto[];
  @ApiProperty({ type: [FindingNoticeDto] }) notices: object[];
}
