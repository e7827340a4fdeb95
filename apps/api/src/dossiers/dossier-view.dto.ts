import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  PROCEDURES,
  type ProcedureId,
  PROJECT_AUTHORITIES,
  type ProjectAuthority,
  STATUSES,
  type Status,
} from '#contracts';
import { RequiredActionDto } from './dossiers.dto.js';

const DAY = { type: String, format: 'date', nullable: true } as const;
const TEXT = { type: String, nullable: true } as const;
const INSTANT = { type: String, format: 'date-time' } as const;
const OPEN_OBJECT = { type: 'object', additionalProperties: true } as const;
const REQUESTS = ['supplement', 'clarification', 'refusal_notice'] as const;

class LabelDto {
  @ApiProperty() vi: string;
  @ApiProperty() en: string;
}
class DossierPartyDto {
  @ApiProperty({ format: 'uuid' }) organisationId: string;
  @ApiProperty() name: string;
  @ApiProperty() party: string;
}
class PackOfDossierDto {
  @ApiProperty() packId: string;
  @ApiProperty() digest: string;
}
class LawNoticeDto {
  @ApiProperty() code: string;
  @ApiProperty({ type: 'object', additionalProperties: { type: 'string' } }) params: Record<string, string>;
}
class LawOfDossierDto {
  @ApiProperty({ ...TEXT, description: 'Of the set that is pinned; null before' }) digest: string | null;
  @ApiProperty({ description: 'Chosen for good when the dossier was accepted' }) pinned: boolean;
  @ApiProperty({ type: [PackOfDossierDto] }) packs: PackOfDossierDto[];
  @ApiProperty({ type: [LawNoticeDto] }) notices: LawNoticeDto[];
  @ApiProperty({ enum: ['official', 'demonstration'] }) mode: string;
}
class RelatedDossierDto {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ enum: PROCEDURES }) procedureId: ProcedureId;
  @ApiProperty(TEXT) fileCode: string | null;
  @ApiProperty() projectName: string;
  @ApiProperty({ enum: STATUSES }) status: Status;
}
class RelatedDossiersDto {
  @ApiProperty({ type: RelatedDossierDto, nullable: true }) first: RelatedDossierDto | null;
  @ApiProperty({ type: [RelatedDossierDto] }) changes: RelatedDossierDto[];
}
class CopiedFromDto extends RelatedDossierDto {
  @ApiProperty({
    ...OPEN_OBJECT,
    description: 'Measured and certified values as they were taken over, by path: lines[l-1].efficiencyPct',
  })
  values: Record<string, unknown>;
}
class AskedItemDto {
  @ApiProperty() what: string;
  @ApiProperty() basis: string;
  @ApiPropertyOptional() about?: string;
}
class RequestContentDto {
  @ApiPropertyOptional({ type: [AskedItemDto] }) items?: AskedItemDto[];
  @ApiPropertyOptional({ description: 'Of an intended refusal' }) grounds?: string;
}
class OpenRequestDto {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ enum: REQUESTS }) kind: (typeof REQUESTS)[number];
  @ApiProperty({ type: RequestContentDto, description: 'Consent and technical check inside the house only' })
  content: RequestContentDto;
  @ApiProperty({ format: 'date' }) replyBy: string;
  @ApiProperty(INSTANT) askedAt: string;
}

/** What everybody sees who may open the dossier, those who are only consulted on it too. */
class ConsultedDossierDto {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ enum: PROCEDURES }) procedureId: ProcedureId;
  @ApiProperty({ enum: STATUSES }) status: Status;
  @ApiProperty({ type: LabelDto, description: 'As the pack names it' }) statusLabel: LabelDto;
  @ApiProperty() projectName: string;
  @ApiProperty({ ...TEXT, enum: ['policy', 'decision'] }) stage: string | null;
  @ApiProperty(TEXT) environmentalGroup: string | null;
  @ApiProperty(TEXT) projectGroup: string | null;
  @ApiProperty(TEXT) sectorVsic: string | null;
  @ApiProperty(TEXT) communeCode: string | null;
  @ApiProperty(TEXT) fileCode: string | null;
  @ApiProperty(DAY) receivedOn: string | null;
  @ApiProperty() revision: number;
  @ApiProperty() factsVersion: number;
  @ApiProperty({ type: [String], description: 'What the reader is to the dossier' }) relations: string[];
  @ApiProperty({ type: [RequiredActionDto], description: "The reader's own first" })
  actions: RequiredActionDto[];
  @ApiProperty({ type: [DossierPartyDto] }) parties: DossierPartyDto[];
  @ApiProperty({
    ...OPEN_OBJECT,
    description: 'The technology facts: project, lines, equipment, evidence, papers, sources',
  })
  facts: Record<string, unknown>;
}

/** A dossier as its reader sees it. What is optional is absent for whoever is only consulted. */
export class DossierDto extends ConsultedDossierDto {
  @ApiPropertyOptional() step?: number;
  @ApiPropertyOptional() round?: number;
  @ApiPropertyOptional() closed?: boolean;
  @ApiPropertyOptional({ description: 'Also of a decision whose letter has not left the house' })
  overdue?: boolean;
  @ApiPropertyOptional(DAY) dueOn?: string | null;
  @ApiPropertyOptional(DAY) acceptedOn?: string | null;
  @ApiPropertyOptional() channel?: string;
  @ApiPropertyOptional() ourRole?: string;
  @ApiPropertyOptional() trigger?: string;
  @ApiPropertyOptional({ enum: PROJECT_AUTHORITIES, nullable: true })
  projectAuthority?: ProjectAuthority | null;
  @ApiPropertyOptional(TEXT) incomingNumber?: string | null;
  @ApiPropertyOptional(DAY) incomingOn?: string | null;
  @ApiPropertyOptional({ ...TEXT, format: 'uuid' }) investorOrgId?: string | null;
  @ApiPropertyOptional({ ...TEXT, format: 'uuid' }) requesterOrgId?: string | null;
  @ApiPropertyOptional() onBehalf?: boolean;
  @ApiPropertyOptional() supplementRequestsUsed?: number;
  @ApiPropertyOptional() extensionUsed?: boolean;
  @ApiPropertyOptional() refusalNotified?: boolean;
  @ApiPropertyOptional({ ...TEXT, format: 'uuid', description: 'Null outside the house' })
  leadAppraiserId?: string | null;
  @ApiPropertyOptional({ ...TEXT, format: 'uuid', description: 'Null outside the house' })
  updatedBy?: string | null;
  @ApiPropertyOptional(INSTANT) updatedAt?: string;
  @ApiPropertyOptional({ type: RelatedDossiersDto }) related?: RelatedDossiersDto;
  @ApiPropertyOptional({
    type: CopiedFromDto,
    nullable: true,
    description: 'The dossier with whose facts it began, while they may be changed, for whoever may see it',
  })
  copiedFrom?: CopiedFromDto | null;
  @ApiPropertyOptional({ type: LawOfDossierDto }) law?: LawOfDossierDto;
  @ApiPropertyOptional({ type: OpenRequestDto, nullable: true, description: 'Asked and not answered yet' })
  openRequest?: OpenRequestDto | null;
}

const KINDS = ['transition', 'letter', 'silence'] as const;
const VISIBILITIES = ['public', 'internal'] as const;

class TimelineEntryDto {
  @ApiProperty({ enum: KINDS }) kind: (typeof KINDS)[number];
  @ApiProperty({ description: 'A command, a kind of letter, or the effect of silence' }) code: string;
  @ApiProperty({ enum: STATUSES, nullable: true }) from: Status | null;
  @ApiProperty({ enum: STATUSES, nullable: true }) to: Status | null;
  @ApiProperty(INSTANT) at: string;
  @ApiProperty() actorRole: string;
  @ApiProperty({ ...TEXT, description: 'Inside the house only' }) actorName: string | null;
  @ApiProperty({ type: 'object', additionalProperties: { type: 'string', nullable: true } })
  detail: Record<string, string | null>;
  @ApiProperty({ enum: VISIBILITIES }) visibility: (typeof VISIBILITIES)[number];
}
export class TimelineDto {
  @ApiProperty({ type: [TimelineEntryDto] }) items: TimelineEntryDto[];
}
