import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsIn, IsInt, IsString, Length, Matches, Max, MaxLength, Min } from 'class-validator';
import {
  LIST_KINDS,
  type ListKind,
  PROCEDURES,
  type ProcedureId,
  type Verification,
  VERIFICATIONS,
} from '#contracts';
import { type ListRow, type PackManifest } from '#law';
import { BilingualDto } from './notice.dto.js';
import {
  ChecklistItemDto,
  ClockRuleDto,
  PackCriteriaSheetDto,
  ListVersionDto,
  RuleDto,
} from './rules.dto.js';
import { MayBeAbsent } from '../http/may-be-absent.decorator.js';

class MissingPartDto {
  @ApiProperty() code: string;
  @ApiProperty({ type: BilingualDto }) about: BilingualDto;
  @ApiPropertyOptional({ description: 'Notice that a law set carries while the gap lasts' }) notice?: string;
  @ApiPropertyOptional({ format: 'date' }) validFrom?: string;
  @ApiPropertyOptional({ type: String, format: 'date', nullable: true }) validTo?: string | null;
  @ApiPropertyOptional({ isArray: true, enum: PROCEDURES }) procedures?: ProcedureId[];
}
class PackCountsDto {
  @ApiProperty() procedures: number;
  @ApiProperty() rules: number;
  @ApiProperty() models: number;
  @ApiProperty() listVersions: number;
  @ApiProperty() listRows: number;
  @ApiProperty() clocks: number;
  @ApiProperty() checklist: number;
  @ApiProperty() criteria: number;
  @ApiProperty() councils: number;
  @ApiProperty() calendar: number;
  @ApiProperty({ description: 'Golden cases that ran when the pack was loaded' }) cases: number;
}
export class PackDto {
  @ApiProperty({ example: 'INV-2026' }) id: string;
  @ApiProperty({ type: BilingualDto }) title: BilingualDto;
  @ApiProperty({
    enum: ['law', 'reference', 'skeleton', 'calendar'],
    description: '`reference` acts in demonstration mode only, `skeleton` never',
  })
  kind: PackManifest['kind'];
  @ApiProperty({ type: [String] }) instruments: string[];
  @ApiProperty({ format: 'date' }) validFrom: string;
  @ApiProperty({
    type: String,
    format: 'date',
    nullable: true,
    description: 'Last day, inclusive; null: still in force',
  })
  validTo: string | null;
  @ApiProperty({ enum: VERIFICATIONS }) verification: Verification;
  @ApiProperty({ description: 'SHA-256 over the canonical JSON of the pack' }) digest: string;
  @ApiProperty({ type: [MissingPartDto], description: 'What is known to exist but is not loaded' })
  missing: MissingPartDto[];
  @ApiProperty() changeNote: string;
  @ApiProperty() draftedBy: string;
  @ApiProperty() publishedBy: string;
  @ApiProperty({ type: PackCountsDto }) counts: PackCountsDto;
}
export class PackListDto {
  @ApiProperty({ type: [PackDto] }) items: PackDto[];
}
class ProcedureOfPackDto {
  @ApiProperty({ enum: PROCEDURES }) id: ProcedureId;
  @ApiProperty() version: string;
}
const RULES = {
  type: 'object',
  additionalProperties: true,
  description: 'A value with basis, verification and whether it is an analogy',
} as const;
export class CouncilRulesDto {
  @ApiProperty() id: string;
  @ApiProperty({ type: BilingualDto }) title: BilingualDto;
  @ApiProperty({ isArray: true, enum: PROCEDURES }) procedures: ProcedureId[];
  @ApiProperty() basis: string;
  @ApiProperty({ enum: VERIFICATIONS }) verification: Verification;
  @ApiProperty(RULES) minimumMembers: object;
  @ApiProperty(RULES) presence: object;
  @ApiProperty(RULES) proxiesCount: object;
  @ApiProperty(RULES) majority: object;
  @ApiProperty(RULES) conclusion: object;
  @ApiProperty(RULES) chairBreaksTie: object;
  @ApiProperty(RULES) viceChairBreaksTie: object;
  @ApiProperty(RULES) modes: object;
  @ApiProperty(RULES) secretaryVotes: object;
  @ApiProperty(RULES) establishWithin: object;
  @ApiProperty({ ...RULES, description: 'What is usual; it refuses nothing' }) advice: object;
}
export class PackDetailDto extends PackDto {
  @ApiProperty({ type: [ProcedureOfPackDto] }) procedures: ProcedureOfPackDto[];
  @ApiProperty({ type: [ClockRuleDto] }) clocks: ClockRuleDto[];
  @ApiProperty({ type: [ChecklistItemDto] }) checklist: ChecklistItemDto[];
  @ApiProperty({ type: [PackCriteriaSheetDto] }) criteria: PackCriteriaSheetDto[];
  @ApiProperty({ type: [CouncilRulesDto] }) councils: CouncilRulesDto[];
  @ApiProperty({ type: [RuleDto] }) rules: RuleDto[];
  @ApiProperty({ type: [ListVersionDto] }) listVersions: ListVersionDto[];
}

export class ListRowQueryDto {
  @ApiPropertyOptional({ enum: LIST_KINDS }) @MayBeAbsent() @IsIn(LIST_KINDS) list?: ListKind;
  @ApiPropertyOptional({ description: 'Id of a list version' })
  @MayBeAbsent()
  @IsString()
  @Length(1, 100)
  version?: string;
  @ApiPropertyOptional({ description: 'Part of a code, a name or a synonym; accents do not matter' })
  @MayBeAbsent()
  @IsString()
  @Length(1, 200)
  q?: string;
  @ApiPropertyOptional({
    example: '8417',
    description: 'HS code, or its beginning, of machines of the technology',
  })
  @MayBeAbsent()
  @Matches(/^\d{2,12}$/)
  hs?: string;
  @ApiPropertyOptional({ example: '2392', description: 'VSIC code, or its beginning' })
  @MayBeAbsent()
  @Matches(/^[A-Z]?\d{1,5}$/)
  vsic?: string;
  @ApiPropertyOptional({ type: 'integer', minimum: 1, maximum: 500, default: 100 })
  @Transform(({ value }: { value: unknown }) =>
    typeof value === 'string' && /^\d{1,6}$/.test(value) ? Number(value) : value,
  )
  @IsInt()
  @Min(1)
  @Max(500)
  limit: number = 100;
  @ApiPropertyOptional() @MayBeAbsent() @IsString() @MaxLength(1000) cursor?: string;
}
class ListRowDto {
  @ApiProperty() versionId: string;
  @ApiProperty({ enum: LIST_KINDS }) list: ListKind;
  @ApiProperty() code: string;
  @ApiProperty({ type: String, nullable: true }) officialNo: string | null;
  @ApiProperty() nameVi: string;
  @ApiProperty() nameEn: string;
  @ApiProperty({ type: [String] }) synonyms: string[];
  @ApiProperty({ type: [String], description: 'Words that speak against a match' }) negativeTerms: string[];
  @ApiProperty({ type: [String] }) hsPrefixes: string[];
  @ApiProperty({ type: [String] }) vsicPrefixes: string[];
  @ApiProperty({ type: String, nullable: true }) hsVersion: string | null;
  @ApiProperty({ enum: ['inbound', 'outbound', 'both'] }) direction: ListRow['direction'];
  @ApiProperty({ format: 'date' }) validFrom: string;
  @ApiProperty({ type: String, format: 'date', nullable: true }) validTo: string | null;
  @ApiProperty() source: string;
  @ApiProperty({ enum: VERIFICATIONS }) verification: Verification;
  @ApiProperty({ enum: ['active', 'draft'], description: '`draft` rows are hints and never block' })
  state: ListRow['state'];
}
export class ListRowPageDto {
  @ApiProperty({ type: [ListRowDto] }) items: ListRowDto[];
  @ApiProperty({ description: 'Rows that fit, over all pages' }) total: number;
  @ApiProperty({ type: String, nullable: true }) nextCursor: string | null;
}
