import { ApiProperty, ApiPropertyOptional, PartialType } from '@nestjs/swagger';
import {
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import {
  CAPITAL_ORIGINS,
  EXEMPTION_REASONS,
  type ExemptionReason,
  FINAL_DECISION_KINDS,
  type FinalDecisionKind,
  type Followed,
  FOLLOWED,
  type NewProject,
  PROJECT_AUTHORITIES,
  PROJECT_GROUPS,
  PROJECT_SOURCES,
  PROJECT_STANDINGS,
  type ProjectSource,
  type ProjectStanding,
} from '#contracts';
import { type ProjectListItem } from '#projects';
import { IsCivilDate } from '../http/is-civil-date.js';
import { MayBeAbsent } from '../http/may-be-absent.decorator.js';

const text = (maxLength: number, example?: string) =>
  ApiPropertyOptional({
    type: String,
    nullable: true,
    maxLength,
    ...(example === undefined ? {} : { example }),
  });
const date = () => ApiPropertyOptional({ type: String, format: 'date', nullable: true });

/** What is known of a project; null and absent mean unknown. No field has a value of its own, or a change would carry it. */
class ProjectFieldsDto implements NewProject {
  @ApiProperty({ maxLength: 500 }) @IsString() @Length(3, 500) name: string;
  @ApiProperty({ maxLength: 300 }) @IsString() @Length(2, 300) investorName: string;
  @text(14, '5709900011') @IsOptional() @IsString() @MaxLength(14) investorTaxCode: string | null;
  @ApiPropertyOptional({ type: String, enum: PROJECT_AUTHORITIES, nullable: true })
  @IsOptional()
  @IsIn(PROJECT_AUTHORITIES)
  projectAuthority: NewProject['projectAuthority'];
  @text(300) @IsOptional() @IsString() @Length(1, 300) agencyName: string | null;
  @text(6, 'C2395') @IsOptional() @IsString() @MaxLength(6) sectorVsic: string | null;
  @ApiPropertyOptional({ type: 'integer', nullable: true, description: 'Whole đồng' })
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(1e15)
  capitalVnd: number | null;
  @ApiPropertyOptional({ type: String, enum: CAPITAL_ORIGINS, nullable: true })
  @IsOptional()
  @IsIn(CAPITAL_ORIGINS)
  capitalOrigin: NewProject['capitalOrigin'];
  @text(2, 'VN') @IsOptional() @IsString() @MaxLength(2) investorCountry: string | null;
  @text(5, '06733') @IsOptional() @IsString() @MaxLength(5) communeCode: string | null;
  @ApiPropertyOptional({ type: String, enum: PROJECT_GROUPS, nullable: true })
  @IsOptional()
  @IsIn(PROJECT_GROUPS)
  projectGroup: NewProject['projectGroup'];
  @date() @IsOptional() @IsCivilDate() registeredOn: string | null;
  @date() @IsOptional() @IsCivilDate() policyDecidedOn: string | null;
  @text(100) @IsOptional() @IsString() @Length(1, 100) certificateNumber: string | null;
  @date() @IsOptional() @IsCivilDate() certificateOn: string | null;
  @text(500) @IsOptional() @IsString() @Length(1, 500) sourceText: string | null;
}
const UNKNOWN: Omit<NewProject, 'name' | 'investorName'> = {
  investorTaxCode: null,
  projectAuthority: null,
  agencyName: null,
  sectorVsic: null,
  capitalVnd: null,
  capitalOrigin: null,
  investorCountry: null,
  communeCode: null,
  projectGroup: null,
  registeredOn: null,
  policyDecidedOn: null,
  certificateNumber: null,
  certificateOn: null,
  sourceText: null,
};
/** The project that a body tells of, with null for what it leaves out. */
export const projectOf = ({ isAnother: _isAnother, ...fields }: NewProjectDto): NewProject => ({
  ...UNKNOWN,
  ...Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)),
  name: fields.name,
  investorName: fields.investorName,
});

export class NewProjectDto extends ProjectFieldsDto {
  @ApiPropertyOptional({
    description: 'Somebody looked at the projects that it looks like: it is another one',
  })
  @MayBeAbsent()
  @IsBoolean()
  isAnother?: boolean;
}
/** Only what changes; null makes it unknown. */
export class ChangeProjectDto extends PartialType(ProjectFieldsDto, { skipNullProperties: false }) {}

export class FromDossierDto {
  @ApiProperty({ format: 'uuid' }) @IsUUID() dossierId: string;
  @ApiPropertyOptional() @MayBeAbsent() @IsBoolean() isAnother?: boolean;
}
export class ProposeExemptionDto {
  @ApiProperty({ enum: EXEMPTION_REASONS }) @IsIn(EXEMPTION_REASONS) reasonCode: ExemptionReason;
  @ApiProperty({ minLength: 10, maxLength: 2000 }) @IsString() @Length(10, 2000) reason: string;
}
export class DecideExemptionDto {
  @ApiProperty({ enum: ['confirmed', 'rejected'] }) @IsIn(['confirmed', 'rejected']) decision:
    'confirmed' | 'rejected';
  @ApiPropertyOptional({ maxLength: 2000 }) @MayBeAbsent() @IsString() @Length(1, 2000) note?: string;
}
export class ProjectReasonDto {
  @ApiProperty({ minLength: 5, maxLength: 2000 }) @IsString() @Length(5, 2000) reason: string;
}
export class FinalDecisionDto {
  @ApiProperty({ enum: FINAL_DECISION_KINDS }) @IsIn(FINAL_DECISION_KINDS) kind: FinalDecisionKind;
  @ApiProperty({ maxLength: 100, example: '57/QĐ-UBND' }) @IsString() @Length(1, 100) number: string;
  @ApiProperty({ format: 'date' }) @IsCivilDate() decidedOn: string;
  @ApiProperty({ maxLength: 300, example: 'Chủ tịch UBND tỉnh' })
  @IsString()
  @Length(2, 300)
  decidedBy: string;
  @ApiPropertyOptional({ maxLength: 300 }) @MayBeAbsent() @IsString() @Length(1, 300) documentRef?: string;
  @ApiPropertyOptional({ maxLength: 2000 }) @MayBeAbsent() @IsString() @Length(1, 2000) note?: string;
  @ApiPropertyOptional({ format: 'uuid', description: 'The decision on record that this one corrects' })
  @MayBeAbsent()
  @IsUUID()
  corrects?: string;
}
export class MergeProjectDto extends ProjectReasonDto {
  @ApiProperty({ format: 'uuid', description: 'The project that stays' }) @IsUUID() into: string;
}
export class DecideProjectMatchDto {
  @ApiProperty({ enum: ['confirmed', 'rejected'] }) @IsIn(['confirmed', 'rejected']) decision:
    'confirmed' | 'rejected';
  @ApiPropertyOptional({ maxLength: 2000 }) @MayBeAbsent() @IsString() @Length(1, 2000) reason?: string;
}
export class MatchByHandDto extends ProjectReasonDto {
  @ApiProperty({ format: 'uuid' }) @IsUUID() dossierId: string;
}
export class CheckDuplicatesDto {
  @ApiProperty({ maxLength: 500 }) @IsString() @Length(3, 500) name: string;
  @ApiProperty({ maxLength: 300 }) @IsString() @Length(2, 300) investorName: string;
  @ApiPropertyOptional({ type: String, nullable: true })
  @IsOptional()
  @Matches(/^[0-9]{10}(-[0-9]{3})?$/)
  investorTaxCode: string | null = null;
}

export class ProjectListItemDto implements ProjectListItem {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty() name: string;
  @ApiProperty() investorName: string;
  @ApiProperty({ type: String, nullable: true }) investorTaxCode: string | null;
  @ApiProperty({ type: String, enum: PROJECT_AUTHORITIES, nullable: true })
  projectAuthority: NewProject['projectAuthority'];
  @ApiProperty({ type: String, nullable: true }) agencyName: string | null;
  @ApiProperty({ type: String, nullable: true }) sectorVsic: string | null;
  @ApiProperty({ type: Number, nullable: true }) capitalVnd: number | null;
  @ApiProperty({ type: String, enum: CAPITAL_ORIGINS, nullable: true })
  capitalOrigin: NewProject['capitalOrigin'];
  @ApiProperty({ type: String, nullable: true }) investorCountry: string | null;
  @ApiProperty({ type: String, nullable: true }) communeCode: string | null;
  @ApiProperty({ type: String, enum: PROJECT_GROUPS, nullable: true })
  projectGroup: NewProject['projectGroup'];
  @ApiProperty({ type: String, format: 'date', nullable: true }) registeredOn: string | null;
  @ApiProperty({ type: String, format: 'date', nullable: true }) policyDecidedOn: string | null;
  @ApiProperty({ type: String, nullable: true }) certificateNumber: string | null;
  @ApiProperty({ type: String, format: 'date', nullable: true }) certificateOn: string | null;
  @ApiProperty({ enum: PROJECT_SOURCES }) source: ProjectSource;
  @ApiProperty({ enum: PROJECT_STANDINGS }) standing: ProjectStanding;
  @ApiProperty({ description: 'Answered after the reply clock had run out' }) late: boolean;
  @ApiProperty({ description: 'A dossier about it is being worked on' }) inHand: boolean;
  @ApiProperty({ enum: FOLLOWED }) followed: Followed;
  @ApiProperty({
    type: String,
    format: 'date',
    nullable: true,
    description:
      'When the project authority decided: the recorded final decision, else policy decision or certificate',
  })
  decidedOn: ProjectListItem['decidedOn'];
  @ApiProperty() updatedAt: Date;
  @ApiProperty() revision: number;
}
export class ProjectPageDto {
  @ApiProperty({ type: [ProjectListItemDto] }) items: ProjectListItemDto[];
  @ApiProperty({ type: String, nullable: true }) nextCursor: string | null;
  @ApiPropertyOptional() total?: number;
}
