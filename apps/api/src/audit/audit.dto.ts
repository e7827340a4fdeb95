import { ApiProperty, ApiPropertyOptional, IntersectionType } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsIn, IsInt, IsString, IsUUID, Length, Matches, Max, MaxLength, Min } from 'class-validator';
import {
  CHAIN_KINDS,
  type ChainKind,
  type ListedEntry,
  type LoggedEntry,
  type SignedCheckpoint,
} from '#audit';
import { IsCivilDate } from '../http/is-civil-date.js';
import { BilingualDto } from '../law/notice.dto.js';
import { MayBeAbsent } from '../http/may-be-absent.decorator.js';

const wholeNumber = ({ value }: { value: unknown }): unknown =>
  typeof value === 'string' && /^\d{1,9}$/.test(value) ? Number(value) : value;
const LAST = 1_000_000_000;

class PageDto {
  @ApiPropertyOptional({ type: 'integer', minimum: 1, maximum: 500, default: 100 })
  @Transform(wholeNumber)
  @IsInt()
  @Min(1)
  @Max(500)
  limit: number = 100;
}
/** Which entries are asked for, of one chain or of all. */
class EntryConditionsDto {
  @ApiPropertyOptional({ example: 'dossier.submit' })
  @MayBeAbsent()
  @Matches(/^[a-z][a-z0-9_.]{0,99}$/)
  action?: string;
  @ApiPropertyOptional({ format: 'uuid' }) @MayBeAbsent() @IsUUID() actorId?: string;
  @ApiPropertyOptional({ enum: ['done', 'refused'] }) @MayBeAbsent() @IsIn(['done', 'refused']) outcome?:
    'done' | 'refused';
  @ApiPropertyOptional({ format: 'date', description: 'First day in Viet Nam' })
  @MayBeAbsent()
  @IsCivilDate()
  from?: string;
  @ApiPropertyOptional({ format: 'date', description: 'Last day in Viet Nam, inclusive' })
  @MayBeAbsent()
  @IsCivilDate()
  to?: string;
}
export class ChainQueryDto extends PageDto {
  @ApiPropertyOptional({
    type: 'integer',
    default: 0,
    description: 'Only entries after this sequence number',
  })
  @Transform(wholeNumber)
  @IsInt()
  @Min(0)
  @Max(LAST)
  after: number = 0;
}
export class BeforeQueryDto extends PageDto {
  @ApiPropertyOptional({ type: 'integer', description: 'Only what lies before this number' })
  @MayBeAbsent()
  @Transform(wholeNumber)
  @IsInt()
  @Min(1)
  @Max(LAST)
  before?: number;
}
export class SystemEntryQueryDto extends IntersectionType(BeforeQueryDto, EntryConditionsDto) {
  @ApiPropertyOptional({ example: 'user' }) @MayBeAbsent() @Matches(/^[\w.-]{1,100}$/) subjectKind?: string;
  @ApiPropertyOptional() @MayBeAbsent() @Matches(/^[\p{L}\p{N}._:/+#,=|-]{1,160}$/u) subjectId?: string;
}
export class LogConditionsDto extends EntryConditionsDto {
  @ApiPropertyOptional({ enum: CHAIN_KINDS, description: 'What the entries belong to' })
  @MayBeAbsent()
  @IsIn(CHAIN_KINDS)
  chain?: ChainKind;
  @ApiPropertyOptional({
    description: 'Part of the name (accents do not matter) or of the e-mail of whoever acted',
  })
  @MayBeAbsent()
  @IsString()
  @Length(1, 100)
  actor?: string;
}
export class LogQueryDto extends IntersectionType(PageDto, LogConditionsDto) {
  @ApiPropertyOptional() @MayBeAbsent() @IsString() @MaxLength(1000) cursor?: string;
}

class AuditSubjectDto {
  @ApiProperty({ example: 'dossier' }) kind: string;
  @ApiProperty() id: string;
}
export class AuditEntryDto implements ListedEntry {
  @ApiProperty({ format: 'uuid' }) chainId: string;
  @ApiProperty({ description: '1, 2, 3 … without a gap' }) seq: number;
  @ApiProperty({ format: 'date-time' }) at: string;
  @ApiProperty() actorId: string;
  @ApiProperty({
    type: String,
    nullable: true,
    description: 'Of the account today; no part of what is hashed',
  })
  actorName: string | null;
  @ApiProperty() actorRole: string;
  @ApiProperty({ example: 'dossier.submitted' }) action: string;
  @ApiProperty({ type: AuditSubjectDto }) subject: AuditSubjectDto;
  @ApiProperty({ enum: ['done', 'refused'] }) outcome: 'done' | 'refused';
  @ApiProperty({ type: 'object', additionalProperties: true }) facts: ListedEntry['facts'];
  @ApiProperty({ type: String, nullable: true }) payloadHash: string | null;
  @ApiProperty() prevHash: string;
  @ApiProperty({ description: 'SHA-256 of the canonical JSON of the entry without this field' }) hash: string;
  @ApiProperty({
    type: Object,
    nullable: true,
    description: 'Free text and names; null where there is none or it was erased',
  })
  payload: unknown;
  @ApiProperty({ enum: ['none', 'stored', 'erased'] }) payloadState: ListedEntry['payloadState'];
  @ApiProperty({ type: Number, nullable: true, description: 'Number of the checkpoint that covers it' })
  checkpoint: number | null;
  @ApiProperty({
    type: BilingualDto,
    nullable: true,
    description: 'Why it was refused, in words of today; no part of what is hashed',
  })
  refusal: BilingualDto | null;
}
export class LoggedEntryDto extends AuditEntryDto implements LoggedEntry {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ enum: CHAIN_KINDS }) chain: ChainKind;
  @ApiProperty({
    type: String,
    nullable: true,
    description: 'File code or name of the dossier, name of the project',
  })
  chainName: string | null;
}
export class LogPageDto {
  @ApiProperty({ type: [LoggedEntryDto], description: 'Newest first' }) items: LoggedEntryDto[];
  @ApiProperty({ type: String, nullable: true }) nextCursor: string | null;
}
export class AuditEntryListDto {
  @ApiProperty({ type: [AuditEntryDto] }) items: AuditEntryDto[];
  @ApiProperty({
    type: Number,
    nullable: true,
    description: '`after` (dossier) or `before` (system chain) of the next page',
  })
  next: number | null;
}
export class CheckpointDto implements SignedCheckpoint {
  @ApiProperty() number: number;
  @ApiProperty({ description: 'Leaves of its own tree' }) size: number;
  @ApiProperty({ description: 'Leaves of all checkpoints up to this one' }) totalSize: number;
  @ApiProperty({ description: 'RFC 6962 root' }) root: string;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) firstAt: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) lastAt: string | null;
  @ApiProperty({ format: 'date-time' }) at: string;
  @ApiProperty() previousCheckpointHash: string;
  @ApiProperty({ description: 'SHA-256 of the DER form of the public key' }) keyId: string;
  @ApiProperty({ description: 'Ed25519 over the canonical JSON of the body, base64' }) signature: string;
}
export class CheckpointListDto {
  @ApiProperty({ type: [CheckpointDto], description: 'Newest first' }) items: CheckpointDto[];
  @ApiProperty({ type: Number, nullable: true, description: '`before` of the next page' }) next:
    number | null;
}
class LinkDto {
  @ApiProperty() seq: number;
  @ApiProperty() hash: string;
}
class InclusionProofDto {
  @ApiProperty() seq: number;
  @ApiProperty({ description: 'Number of the checkpoint' }) checkpoint: number;
  @ApiProperty({ description: 'Place of the leaf, from 0' }) index: number;
  @ApiProperty({ type: [String], description: 'Sibling hashes from the leaf to the root' }) path: string[];
}
export class ChainProofDto {
  @ApiProperty({ format: 'uuid' }) chainId: string;
  @ApiProperty({ type: [LinkDto] }) entries: LinkDto[];
  @ApiProperty({ type: [InclusionProofDto] }) proofs: InclusionProofDto[];
  @ApiProperty({
    type: [CheckpointDto],
    description: 'From the first that covers the chain to the newest, each naming the one before',
  })
  checkpoints: CheckpointDto[];
  @ApiProperty({ type: [Number], description: 'Entries that no checkpoint covers yet' }) uncovered: number[];
}
export class PublicKeyDto {
  @ApiProperty({ description: 'SHA-256 of the DER form, lower-case hex' }) keyId: string;
  @ApiProperty({ description: 'Ed25519 public key, SPKI in PEM form' }) pem: string;
}
