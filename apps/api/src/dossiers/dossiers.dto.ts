import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  IsIn,
  IsNotEmptyObject,
  IsObject,
  IsString,
  IsUUID,
  MaxLength,
  ValidateIf,
} from 'class-validator';
import {
  OUR_ROLES,
  type OurRole,
  PROCEDURES,
  type ProcedureId,
  PROJECT_AUTHORITIES,
  type ProjectAuthority,
  STATUSES,
} from '#contracts';
import { ACTING_PARTIES, REQUIRED_ACTIONS } from '#dossiers';
import { IsCivilDate } from '../http/is-civil-date.js';
import { MayBeAbsent } from '../http/may-be-absent.decorator.js';
import { Nested, NestedList } from '../http/nested.decorator.js';
import { TextLength } from '../http/text-length.js';

class IncomingPaperDto {
  @ApiProperty({ maxLength: 100, example: '1234/STC-ĐKKD' }) @IsString() @TextLength(1, 100) number: string;
  @ApiProperty({ example: '2026-11-18', description: 'Day on the letter' }) @IsCivilDate() on: string;
  @ApiProperty({ example: '2026-11-19', description: 'Day on which it reached the agency' })
  @IsCivilDate()
  receivedOn: string;
}
class PartyDto {
  @ApiProperty({ format: 'uuid' }) @IsUUID() organisationId: string;
  @ApiProperty({ enum: ['consultant', 'technology_supplier'] })
  @IsIn(['consultant', 'technology_supplier'])
  party: 'consultant' | 'technology_supplier';
}
export class NewDossierDto {
  @ApiProperty({ enum: PROCEDURES }) @IsIn(PROCEDURES) procedureId: ProcedureId;
  @ApiPropertyOptional({ format: 'uuid' }) @MayBeAbsent() @IsUUID() investorOrgId?: string;
  @ApiPropertyOptional({ format: 'uuid' }) @MayBeAbsent() @IsUUID() requesterOrgId?: string;
  @ApiPropertyOptional({ format: 'uuid', description: 'For a clerk: whose paper this is' })
  @MayBeAbsent()
  @IsUUID()
  onBehalfOf?: string;
  @ApiPropertyOptional({ enum: OUR_ROLES }) @MayBeAbsent() @IsIn(OUR_ROLES) ourRole?: OurRole;
  @ApiPropertyOptional({ enum: PROJECT_AUTHORITIES })
  @MayBeAbsent()
  @IsIn(PROJECT_AUTHORITIES)
  projectAuthority?: ProjectAuthority;
  @ApiPropertyOptional({ type: IncomingPaperDto })
  @MayBeAbsent()
  @Nested(() => IncomingPaperDto)
  incoming?: IncomingPaperDto;
  @ApiPropertyOptional({ type: [PartyDto] })
  @MayBeAbsent()
  @ArrayMaxSize(50)
  @NestedList(() => PartyDto)
  parties?: PartyDto[];
  @ApiPropertyOptional({ maxLength: 500 }) @MayBeAbsent() @IsString() @MaxLength(500) projectName?: string;
  @ApiPropertyOptional({
    format: 'uuid',
    description: 'For `reappraisal`: the approved dossier that is changed; the draft begins with its facts',
  })
  @MayBeAbsent()
  @IsUUID()
  firstDossierId?: string;
  @ApiPropertyOptional({
    format: 'uuid',
    description:
      'For other procedures: an own earlier dossier; the draft begins with its project, lines and machines, without papers and evidence',
  })
  @MayBeAbsent()
  @IsUUID()
  copyOf?: string;
}
class ParticularsDto {
  @ApiPropertyOptional({ format: 'uuid' }) @MayBeAbsent() @IsUUID() investorOrgId?: string;
  @ApiPropertyOptional({ enum: PROJECT_AUTHORITIES })
  @MayBeAbsent()
  @IsIn(PROJECT_AUTHORITIES)
  projectAuthority?: ProjectAuthority;
  @ApiPropertyOptional({ enum: OUR_ROLES, description: 'For the clerk who entered the paper' })
  @MayBeAbsent()
  @IsIn(OUR_ROLES)
  ourRole?: OurRole;
  @ApiPropertyOptional({ type: IncomingPaperDto, description: 'For the clerk who entered the paper' })
  @MayBeAbsent()
  @Nested(() => IncomingPaperDto)
  incoming?: IncomingPaperDto;
  @ApiPropertyOptional({ type: [PartyDto], description: 'All of them: those left out go' })
  @MayBeAbsent()
  @ArrayMaxSize(50)
  @NestedList(() => PartyDto)
  parties?: PartyDto[];
}
export class ChangeDossierDto {
  @ApiPropertyOptional({
    type: 'object',
    additionalProperties: true,
    description:
      'Sections of the technology facts to replace: project, lines, equipment, evidence, papers, sources',
  })
  @ValidateIf(({ facts, particulars }: ChangeDossierDto) => facts !== undefined || particulars === undefined)
  @IsObject()
  facts?: Record<string, unknown>;
  @ApiPropertyOptional({
    type: ParticularsDto,
    description: 'In a draft; `parties` also while a supplement is asked for. Facts, particulars or both',
  })
  @ValidateIf(({ particulars }: ChangeDossierDto) => particulars !== undefined)
  @IsNotEmptyObject()
  @Nested(() => ParticularsDto)
  particulars?: ParticularsDto;
}
export class CommandOptionDto {
  @ApiProperty() command: string;
  @ApiProperty() permitted: boolean;
  @ApiProperty({ enum: STATUSES, isArray: true }) targets: string[];
  @ApiProperty({ type: 'array', items: { type: 'object', additionalProperties: true } }) reasons: object[];
}
export class CommandOptionsDto {
  @ApiProperty() revision: number;
  @ApiProperty({ type: [CommandOptionDto] }) items: CommandOptionDto[];
}
class CommandNoticeDto {
  @ApiProperty() code: string;
  @ApiProperty({ type: 'object', additionalProperties: { type: 'string' } }) params: Record<string, string>;
}
export class CommandAnswerDto {
  @ApiProperty({ format: 'uuid' }) dossierId: string;
  @ApiProperty({ type: String, nullable: true }) fileCode: string | null;
  @ApiProperty() command: string;
  @ApiProperty({ enum: STATUSES }) from: string;
  @ApiProperty({ enum: STATUSES }) status: string;
  @ApiProperty() step: number;
  @ApiProperty() round: number;
  @ApiProperty() revision: number;
  @ApiProperty({ type: String, nullable: true, example: '2026-12-02' }) dueOn: string | null;
  @ApiProperty({ type: 'array', items: { type: 'object', additionalProperties: true } }) clocks: object[];
  @ApiProperty({ type: 'array', items: { type: 'object', additionalProperties: true } }) letters: object[];
  @ApiProperty({ type: 'array', items: { type: 'object', additionalProperties: true } }) recipients: object[];
  @ApiProperty({ type: [CommandNoticeDto] }) notices: CommandNoticeDto[];
  @ApiProperty() dryRun: boolean;
}
export class RequiredActionDto {
  @ApiProperty({ enum: REQUIRED_ACTIONS }) code: string;
  @ApiProperty({
    enum: ['me', 'owner', 'role'],
    description: 'me: the reader; owner: the other side; role: somebody of party',
  })
  who: string;
  @ApiProperty({ enum: ACTING_PARTIES }) party: string;
  @ApiProperty({ type: String, nullable: true, example: '2026-12-02' }) dueOn: string | null;
  @ApiProperty({ type: Number, nullable: true, description: 'How many, where something is counted' })
  count: number | null;
}
export class DossierListItemDto {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ type: String, nullable: true }) fileCode: string | null;
  @ApiProperty() projectName: string;
  @ApiProperty() procedureId: string;
  @ApiProperty({ enum: STATUSES }) status: string;
  @ApiProperty() channel: string;
  @ApiProperty() trigger: string;
  @ApiProperty({ type: String, nullable: true }) investorName: string | null;
  @ApiProperty({ type: String, nullable: true }) requesterName: string | null;
  @ApiProperty({ type: String, nullable: true }) leadAppraiserId: string | null;
  @ApiProperty({ type: String, nullable: true }) leadAppraiserName: string | null;
  @ApiProperty({ type: String, nullable: true }) receivedOn: string | null;
  @ApiProperty({ type: String, nullable: true }) dueOn: string | null;
  @ApiProperty() overdue: boolean;
  @ApiProperty({ format: 'date-time' }) updatedAt: string;
  @ApiProperty() revision: number;
  @ApiProperty({
    type: [RequiredActionDto],
    description: "The reader's own first; outside the house these alone",
  })
  actions: RequiredActionDto[];
}
export class DossierPageDto {
  @ApiProperty({ type: [DossierListItemDto] }) items: DossierListItemDto[];
  @ApiProperty({ type: String, nullable: true }) nextCursor: string | null;
  @ApiPropertyOptional() total?: number;
}
const INSIDE_ONLY = { type: Number, nullable: true, description: 'Null outside the house' } as const;
export class TabCountsDto {
  @ApiProperty({ description: 'Without a tab' }) all: number;
  @ApiProperty() mine: number;
  @ApiProperty(INSIDE_ONLY) unassigned: number | null;
  @ApiProperty(INSIDE_ONLY) team: number | null;
  @ApiProperty() open: number;
  @ApiProperty() closed: number;
  @ApiProperty({ description: 'Within the tab of the query' }) nearDue: number;
  @ApiProperty({ description: 'Within the tab of the query' }) overdue: number;
  @ApiProperty({
    description: 'Within the tab of the query, with which the reader has something to do now: action=mine',
  })
  action: number;
}
class NeighbourDto {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ type: String, nullable: true }) fileCode: string | null;
  @ApiProperty() projectName: string;
}
export class NeighboursDto {
  @ApiProperty({ type: NeighbourDto, nullable: true }) previous: NeighbourDto | null;
  @ApiProperty({ type: NeighbourDto, nullable: true }) next: NeighbourDto | null;
  @ApiProperty({
    description: 'Whether the dossier itself still is in the list; after an act it may have left it',
  })
  inList: boolean;
  @ApiProperty({
    type: Number,
    nullable: true,
    description: 'From 1; null where not in the list or beyond 1000',
  })
  position: number | null;
}
