import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsString, IsUUID } from 'class-validator';
import { STATUSES, type Status, VERIFICATIONS, type Verification } from '#contracts';
import {
  ROUND_STEPS,
  type RoundStep,
  RULED_OUT_REASONS,
  type RuledOutReason,
  type StepFault,
} from '#workflow';
import { CONFLICT_GROUNDS, type ConflictGround } from '#identity';
import { WorkloadDto } from '../assignments/assignments.dto.js';
import { IsCivilDate } from '../http/is-civil-date.js';
import { TextLength } from '../http/text-length.js';
import { MayBeAbsent } from '../http/may-be-absent.decorator.js';

const FAULTS = [...RULED_OUT_REASONS, 'other_step'] as const;

export class NewSubstituteAuthorityDto {
  @ApiProperty({ maxLength: 300, example: 'Bộ Khoa học và Công nghệ' })
  @IsString()
  @TextLength(2, 300)
  name: string;
  @ApiPropertyOptional({ maxLength: 500 }) @MayBeAbsent() @IsString() @TextLength(1, 500) address?: string;
  @ApiProperty({ maxLength: 500, description: 'Why it is that authority; a convention of the house says so' })
  @IsString()
  @TextLength(2, 500)
  legalBasis: string;
  @ApiProperty({ enum: VERIFICATIONS }) @IsIn(VERIFICATIONS) verification: Verification;
}
export class SubstituteAuthorityDto {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ description: 'Each record replaces the one before, which is kept' }) number: number;
  @ApiProperty() name: string;
  @ApiProperty({ type: String, nullable: true }) address: string | null;
  @ApiProperty() legalBasis: string;
  @ApiProperty({ enum: VERIFICATIONS }) verification: Verification;
  @ApiProperty({ format: 'date-time' }) recordedAt: string;
}
export class CurrentSubstituteDto {
  @ApiProperty({ type: SubstituteAuthorityDto, nullable: true }) current: SubstituteAuthorityDto | null;
}

class PersonDto {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty() name: string;
}
class RuledOutDto extends PersonDto {
  @ApiProperty({ enum: RULED_OUT_REASONS }) reason: RuledOutReason;
}
class RuledOutCountsDto implements Record<RuledOutReason, number> {
  @ApiProperty() conflict: number;
  @ApiProperty() four_eyes: number;
  @ApiProperty() role: number;
}
export class StepStaffingDto {
  @ApiProperty({ enum: ROUND_STEPS }) step: RoundStep;
  @ApiProperty({ type: [PersonDto] }) people: PersonDto[];
  @ApiProperty({
    type: [RuledOutDto],
    nullable: true,
    description: 'For heads, leaders and auditors; null for others',
  })
  ruledOut: RuledOutDto[] | null;
  @ApiProperty({ type: RuledOutCountsDto }) ruledOutCounts: RuledOutCountsDto;
  @ApiProperty({ enum: FAULTS, nullable: true, description: 'Why the step keeps the way from being gone' })
  fault: StepFault | null;
}
export class DossierStaffingDto {
  @ApiProperty({ enum: STATUSES }) status: Status;
  @ApiProperty({ description: 'Different people exist for every step that is left of this round' })
  feasible: boolean;
  @ApiProperty({ description: 'The authority can decide, if need be after another conclusion' })
  competent: boolean;
  @ApiProperty({ type: [StepStaffingDto] }) steps: StepStaffingDto[];
  @ApiProperty({ type: SubstituteAuthorityDto, nullable: true })
  substituteAuthority: SubstituteAuthorityDto | null;
}

export class NewAffiliationDto {
  @ApiProperty({ format: 'uuid' }) @IsUUID() organisationId: string;
  @ApiProperty({ format: 'date', description: 'Not after today' }) @IsCivilDate() validFrom: string;
  @ApiPropertyOptional({ format: 'date', description: 'Last day; absent while it lasts' })
  @MayBeAbsent()
  @IsCivilDate()
  validTo?: string;
  @ApiPropertyOptional({ maxLength: 500 }) @MayBeAbsent() @IsString() @TextLength(1, 500) note?: string;
}
export class EndAffiliationDto {
  @ApiProperty({ format: 'date', description: 'Last day, not after today' }) @IsCivilDate() validTo: string;
}
export class AffiliationDto {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ format: 'uuid' }) userId: string;
  @ApiProperty({ format: 'uuid' }) organisationId: string;
  @ApiProperty() organisationName: string;
  @ApiProperty({ format: 'date' }) validFrom: string;
  @ApiProperty({ format: 'date', type: String, nullable: true }) validTo: string | null;
  @ApiProperty({ type: String, nullable: true }) note: string | null;
}
export class AffiliationListDto {
  @ApiProperty({ type: [AffiliationDto] }) items: AffiliationDto[];
}
export class AffiliationRecordedDto {
  @ApiProperty({ type: AffiliationDto }) affiliation: AffiliationDto;
  @ApiProperty({
    description: 'Open dossiers with which the person is in conflict from now on; their heads were told',
  })
  conflictsArisen: number;
}

class AssigneeConflictDto {
  @ApiProperty({ enum: CONFLICT_GROUNDS }) ground: ConflictGround;
  @ApiProperty({
    type: String,
    nullable: true,
    description: 'The party; null where it was declared or recorded',
  })
  organisation: string | null;
}
class AssigneeDto extends WorkloadDto {
  @ApiProperty({ type: AssigneeConflictDto, nullable: true }) conflict: AssigneeConflictDto | null;
  @ApiProperty({
    enum: ['lead', 'expert', 'council'],
    isArray: true,
    description: 'Open tasks on this dossier',
  })
  tasks: ('lead' | 'expert' | 'council')[];
  @ApiProperty({ description: 'Declined or was released from this dossier before' }) leftBefore: boolean;
}
export class AssigneeListDto {
  @ApiProperty({ type: [AssigneeDto] }) items: AssigneeDto[];
}
