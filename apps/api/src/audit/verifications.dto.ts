import { ApiProperty } from '@nestjs/swagger';
import {
  CHAIN_KINDS,
  ENTRY_FAULTS,
  type Fault,
  type NamedChain,
  OTHER_FAULTS,
  RECORD_FAULTS,
  VERIFICATION_PARTS,
  VERIFICATION_STATES,
  type VerificationPart,
  type VerificationState,
} from '#audit';
import { CheckpointDto } from './audit.dto.js';

export class VerificationSummaryDto {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ enum: VERIFICATION_STATES }) state: VerificationState;
  @ApiProperty({ format: 'uuid' }) requestedBy: string;
  @ApiProperty({ description: 'Of the account today' }) requestedByName: string;
  @ApiProperty({ format: 'date-time' }) requestedAt: string;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) startedAt: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) endedAt: string | null;
  @ApiProperty({ description: 'How often a worker began it: more than once when one was cut off' })
  tries: number;
  @ApiProperty({
    enum: VERIFICATION_PARTS,
    nullable: true,
    description: 'What is being verified; files come last',
  })
  part: VerificationPart | null;
  @ApiProperty({ description: 'Entries, checkpoints, batches of reads, comparisons or files of the part' })
  done: number;
  @ApiProperty({ description: 'How many the part has' }) total: number;
  @ApiProperty({ type: Boolean, nullable: true, description: 'Null until there is a result' }) ok:
    boolean | null;
  @ApiProperty({ type: Number, nullable: true }) faultCount: number | null;
  @ApiProperty({ type: Number, nullable: true }) entries: number | null;
  @ApiProperty({ type: Number, nullable: true }) chains: number | null;
  @ApiProperty({ type: String, nullable: true, description: 'Why there is no result: a name, no text' })
  lastError: string | null;
}
export class VerificationListDto {
  @ApiProperty({ type: [VerificationSummaryDto], description: 'The newest first, at most 20' })
  items: VerificationSummaryDto[];
}
class FaultChainDto implements NamedChain {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ enum: [...CHAIN_KINDS, 'other'], description: '`other`: of nothing that is still there' })
  kind: NamedChain['kind'];
  @ApiProperty({ type: String, nullable: true }) name: string | null;
}
export class VerificationFaultDto {
  @ApiProperty({ enum: [...ENTRY_FAULTS, ...OTHER_FAULTS, ...RECORD_FAULTS] }) reason: Fault['reason'];
  @ApiProperty({
    type: FaultChainDto,
    nullable: true,
    description: 'Null where it is of no chain, or of one that the reader may not see',
  })
  chain: FaultChainDto | null;
  @ApiProperty({ description: 'Of a chain that the reader may not see: its place is not told' })
  hidden: boolean;
  @ApiProperty({ type: Number, nullable: true }) seq: number | null;
  @ApiProperty({ type: Number, nullable: true }) checkpoint: number | null;
  @ApiProperty({ type: String, nullable: true, description: 'A JSON pointer or an id' }) detail:
    string | null;
}
export class VerificationFindingsDto {
  @ApiProperty() ok: boolean;
  @ApiProperty() chains: number;
  @ApiProperty() entries: number;
  @ApiProperty() checkpoints: number;
  @ApiProperty({ description: 'Entries that no checkpoint covers yet' }) uncovered: number;
  @ApiProperty({
    required: false,
    description:
      'Batches of the log of reads, leaves of checkpoints beside the entries; results of an older release have none',
  })
  batches?: number;
  @ApiProperty({ required: false, description: 'Batches that no checkpoint covers yet' })
  uncoveredBatches?: number;
  @ApiProperty({ description: 'Payloads that were lawfully erased' }) erased: number;
  @ApiProperty({ description: 'Steps of dossiers that were compared with the chains' }) steps: number;
  @ApiProperty({ description: 'Stored files that were hashed again' }) files: number;
  @ApiProperty() faultCount: number;
  @ApiProperty({ type: [VerificationFaultDto], description: 'The earliest ones, at most 100' })
  faults: VerificationFaultDto[];
  @ApiProperty({ type: CheckpointDto, nullable: true, description: 'The newest of what was verified' })
  newest: CheckpointDto | null;
}
export class VerificationDto extends VerificationSummaryDto {
  @ApiProperty({
    type: Number,
    nullable: true,
    description: 'Checkpoints known outside of the database that it was compared with',
  })
  knownCheckpoints: number | null;
  @ApiProperty({
    type: String,
    nullable: true,
    description: 'SHA-256 of the whole report, as the log says it',
  })
  reportSha256: string | null;
  @ApiProperty({ type: VerificationFindingsDto, nullable: true }) findings: VerificationFindingsDto | null;
}
