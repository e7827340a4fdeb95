import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn } from 'class-validator';
import { type CouncilStage } from '#casework';
import {
  COUNCIL_SEATS,
  COUNCIL_STATUSES,
  type CouncilSeat,
  type CouncilStatus,
  type Role,
  ROLES,
} from '#contracts';
import { MayBeAbsent } from '../http/may-be-absent.decorator.js';

const STAGES = ['open', 'closed'] as const satisfies readonly CouncilStage[];

export class CouncilStageDto {
  @ApiPropertyOptional({ enum: STAGES, default: 'open' }) @MayBeAbsent() @IsIn(STAGES) stage: CouncilStage =
    'open';
}

class MyCouncilDto {
  @ApiProperty({ format: 'uuid' }) councilId: string;
  @ApiProperty({ format: 'uuid' }) dossierId: string;
  @ApiProperty({ format: 'uuid' }) assignmentId: string;
  @ApiProperty({ enum: COUNCIL_SEATS }) seat: CouncilSeat;
  @ApiProperty({ enum: ['invited', 'accepted'] }) state: 'invited' | 'accepted';
  @ApiProperty() projectName: string;
  @ApiProperty({ type: String, nullable: true, description: 'Known after the declaration' }) name:
    string | null;
  @ApiProperty({ enum: COUNCIL_STATUSES, nullable: true }) status: CouncilStatus | null;
  @ApiProperty({ type: String, nullable: true }) fileCode: string | null;
  @ApiProperty({ type: Number, nullable: true, description: 'Motions that wait for votes' }) openMotions:
    number | null;
}
export class MyCouncilListDto {
  @ApiProperty({ type: [MyCouncilDto] }) items: MyCouncilDto[];
}

class KnownCouncilDto {
  @ApiProperty({ format: 'uuid' }) councilId: string;
  @ApiProperty({ format: 'uuid' }) dossierId: string;
  @ApiProperty({ enum: COUNCIL_SEATS, nullable: true, description: 'The own one' }) seat: CouncilSeat | null;
  @ApiProperty() projectName: string;
  @ApiProperty({ type: String, nullable: true }) name: string | null;
  @ApiProperty({ enum: COUNCIL_STATUSES, nullable: true }) status: CouncilStatus | null;
  @ApiProperty({ type: String, nullable: true }) fileCode: string | null;
  @ApiProperty({ type: Number, nullable: true, description: 'Motions that wait for votes' }) openMotions:
    number | null;
}
export class KnownCouncilListDto {
  @ApiProperty({ type: [KnownCouncilDto] }) items: KnownCouncilDto[];
}

class CouncilCandidateDto {
  @ApiProperty({ format: 'uuid' }) userId: string;
  @ApiProperty() name: string;
  @ApiProperty({ type: String, nullable: true }) organisation: string | null;
  @ApiProperty({ enum: ROLES, isArray: true }) roles: Role[];
  @ApiProperty({ description: 'In conflict with the dossier: the invitation would be refused' })
  inConflict: boolean;
}
export class CouncilCandidateListDto {
  @ApiProperty({ type: [CouncilCandidateDto] }) items: CouncilCandidateDto[];
}
