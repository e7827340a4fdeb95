import { ApiHideProperty, ApiProperty, ApiPropertyOptional, ApiSchema } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { Allow, ArrayMaxSize, IsArray, IsIn, IsObject, IsString, Length, Matches } from 'class-validator';
import {
  type Candidate,
  type Curable,
  type Finding,
  type FindingSubject,
  LIST_KINDS,
  type ListKind,
  PROCEDURES,
  type ProcedureId,
  SCREENING_MODES,
  type ScreeningMode,
  type Severity,
  type Trigger,
  TRIGGERS,
  type Verdict,
  type Verification,
  VERIFICATIONS,
} from '#contracts';
import { IsCivilDate } from '../http/is-civil-date.js';
import { NoticeDto, PackRefDto } from '../law/notice.dto.js';
import { MayBeAbsent } from '../http/may-be-absent.decorator.js';

const VERDICTS = ['met', 'breached', 'inconclusive', 'not_applicable'] as const;
const OUTLOOKS = ['blocked', 'open', 'nothing_found'] as const;
const codes = ({ value }: { value: unknown }): unknown =>
  [value]
    .flat()
    .flatMap((part) =>
      typeof part === 'string' ? part.split(',').map((code) => code.trim().replaceAll('.', '')) : [part],
    );

export class PreviewRequestDto {
  @ApiProperty({ enum: PROCEDURES }) @IsIn(PROCEDURES) procedureId: ProcedureId;
  @ApiPropertyOptional({ format: 'date', description: 'Day of receipt in Viet Nam; today when not given' })
  @MayBeAbsent()
  @IsCivilDate()
  receivedOn?: string;
  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    description: 'Technology facts: project, lines, equipment, evidence',
    example: { lines: [{ technologyName: 'sản xuất kính nổi', condition: 'new' }] },
  })
  @IsObject()
  facts: Record<string, unknown>;
  /** Let through the whitelist so that it is refused by its own name. */
  @ApiHideProperty() @Allow() confirmations?: unknown;
}

@ApiSchema({ name: 'ScreeningCandidate' })
export class CandidateDto {
  @ApiProperty() lineId: string;
  @ApiProperty({ enum: LIST_KINDS }) list: ListKind;
  @ApiProperty() code: string;
  @ApiProperty() listVersion: string;
  @ApiProperty() nameVi: string;
  @ApiProperty({ description: '0 to 1' }) score: number;
  @ApiProperty({ enum: ['name', 'synonym', 'hs', 'vsic'] }) method: Candidate['method'];
  @ApiProperty({ enum: VERIFICATIONS }) verification: Verification;
  @ApiProperty({ enum: ['acts', 'advice'] }) standing: Candidate['standing'];
  @ApiProperty({ enum: ['open', 'confirmed', 'rejected', 'awaiting_second_person'] })
  decision: Candidate['decision'];
}
class SubjectDto implements FindingSubject {
  @ApiProperty({ enum: ['project', 'line', 'equipment'] }) kind: FindingSubject['kind'];
  @ApiProperty({ type: String, nullable: true }) id: string | null;
}
class WouldChangeDto {
  @ApiProperty() path: string;
  @ApiProperty({ oneOf: [{ type: 'number' }, { type: 'string' }] }) to: number | string;
  @ApiProperty({ enum: VERDICTS }) becomes: Verdict;
}
class FindingTextsDto {
  @ApiProperty() title: string;
  @ApiProperty() verdict: string;
  @ApiProperty() detail: string;
  @ApiProperty({ type: [String] }) wouldChange: string[];
}
export class PreviewFindingDto implements Finding {
  @ApiProperty() key: string;
  @ApiProperty() ruleId: string;
  @ApiProperty({ type: SubjectDto }) subject: SubjectDto;
  @ApiProperty({ example: 'used.age' }) test: string;
  @ApiProperty({ enum: VERDICTS }) verdict: Verdict;
  @ApiProperty({ enum: ['blocking', 'review', 'info'] }) severity: Severity;
  @ApiProperty({ enum: ['none', 'by_condition'] }) curable: Curable;
  @ApiProperty({ description: 'The rule is applied by analogy' }) analogy: boolean;
  @ApiProperty({ description: 'Article' }) basis: string;
  @ApiProperty({ enum: VERIFICATIONS }) verification: Verification;
  @ApiProperty() packId: string;
  @ApiProperty({ type: 'object', additionalProperties: true }) values: Finding['values'];
  @ApiProperty({ type: [String] }) missing: string[];
  @ApiProperty({ type: [String] }) notes: string[];
  @ApiProperty({ type: [WouldChangeDto] }) wouldChange: WouldChangeDto[];
  @ApiProperty({ type: FindingTextsDto }) texts: FindingTextsDto;
}
export class RemarkDto {
  @ApiProperty() code: string;
  @ApiProperty() text: string;
}
class CountsDto {
  @ApiProperty() met: number;
  @ApiProperty() breached: number;
  @ApiProperty() inconclusive: number;
  @ApiProperty() not_applicable: number;
}
class WayOutDto {
  @ApiProperty({ description: 'Key of the finding' }) key: string;
  @ApiProperty() title: string;
  @ApiProperty({ enum: ['breached', 'inconclusive'] }) verdict: Verdict;
  @ApiProperty({ type: SubjectDto }) subject: SubjectDto;
  @ApiProperty({ enum: ['none', 'by_condition'] }) curable: Curable;
  @ApiProperty({ type: [String], description: 'Changes of single facts that would make it pass' })
  changes: string[];
  @ApiProperty({ type: [String], description: 'What is missing for a verdict' }) missing: string[];
}
export class PreviewSummaryDto {
  @ApiProperty({ enum: OUTLOOKS, description: '`nothing_found` is no approval' })
  outlook: (typeof OUTLOOKS)[number];
  @ApiProperty({ type: CountsDto }) counts: CountsDto;
  @ApiProperty({ description: 'List candidates that a person would have to decide' }) openCandidates: number;
  @ApiProperty({
    type: [WayOutDto],
    description: 'Blocking tests that are breached or open, and what would change that',
  })
  toPass: WayOutDto[];
}
class LawUsedDto {
  @ApiProperty() digest: string;
  @ApiProperty({ type: [PackRefDto] }) packs: PackRefDto[];
}
export class PreviewDto {
  @ApiProperty({ enum: PROCEDURES }) procedureId: ProcedureId;
  @ApiProperty({ format: 'date' }) receivedOn: string;
  @ApiProperty({ enum: SCREENING_MODES }) mode: ScreeningMode;
  @ApiProperty({ type: LawUsedDto }) law: LawUsedDto;
  @ApiProperty({ type: 'object', additionalProperties: { type: 'string' } }) packDigests: Record<
    string,
    string
  >;
  @ApiProperty() factsDigest: string;
  @ApiProperty() engineVersion: string;
  @ApiProperty({ enum: TRIGGERS }) trigger: Trigger;
  @ApiProperty() blocking: boolean;
  @ApiProperty({ type: PreviewSummaryDto }) summary: PreviewSummaryDto;
  @ApiProperty({ type: [PreviewFindingDto] }) findings: PreviewFindingDto[];
  @ApiProperty({ type: [CandidateDto] }) candidates: CandidateDto[];
  @ApiProperty({ type: [NoticeDto] }) notices: NoticeDto[];
  @ApiProperty({ type: [RemarkDto] }) remarks: RemarkDto[];
}

export class ListMatchQueryDto {
  @ApiProperty({
    description: 'Name of the technology, Vietnamese with or without accents, or English',
    maxLength: 500,
  })
  @IsString()
  @Length(2, 500)
  name: string;
  @ApiPropertyOptional({
    type: String,
    description: 'HS codes of its machines, comma-separated; they support a match only',
  })
  @MayBeAbsent()
  @Transform(codes)
  @IsArray()
  @ArrayMaxSize(20)
  @Matches(/^\d{2,12}$/, { each: true })
  hs?: string[];
  @ApiPropertyOptional({ type: String, description: 'VSIC codes, comma-separated' })
  @MayBeAbsent()
  @Transform(codes)
  @IsArray()
  @ArrayMaxSize(20)
  @Matches(/^[A-Z]?\d{0,5}$/, { each: true })
  vsic?: string[];
  @ApiPropertyOptional({ format: 'date', description: 'Today when not given' })
  @MayBeAbsent()
  @IsCivilDate()
  on?: string;
  @ApiPropertyOptional({
    enum: SCREENING_MODES,
    description: 'Decides which rows act; that of the installation when not given',
  })
  @MayBeAbsent()
  @IsIn(SCREENING_MODES)
  mode?: ScreeningMode;
}
class ListCandidateDto {
  @ApiProperty({ enum: LIST_KINDS }) list: ListKind;
  @ApiProperty() code: string;
  @ApiProperty() listVersion: string;
  @ApiProperty({ description: 'Instrument that establishes the version' }) instrument: string;
  @ApiProperty() nameVi: string;
  @ApiProperty() nameEn: string;
  @ApiProperty({ description: '0 to 1' }) score: number;
  @ApiProperty({ enum: ['name', 'synonym', 'hs', 'vsic'] }) method: Candidate['method'];
  @ApiProperty({ enum: VERIFICATIONS }) verification: Verification;
  @ApiProperty({ enum: ['acts', 'advice'] }) standing: Candidate['standing'];
}
export class ListMatchDto {
  @ApiProperty({ format: 'date' }) on: string;
  @ApiProperty({ enum: SCREENING_MODES }) mode: ScreeningMode;
  @ApiProperty({ description: 'Name of the matching method' }) method: string;
  @ApiProperty({
    type: [ListCandidateDto],
    description: 'Best first; none here never means that a technology is off a list',
  })
  candidates: ListCandidateDto[];
  @ApiProperty({
    type: [NoticeDto],
    description: 'Each loaded version without a candidate, each list in force that is not loaded',
  })
  notices: NoticeDto[];
}
