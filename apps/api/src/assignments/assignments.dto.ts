import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsBoolean, IsString, Length } from 'class-validator';
import { type Role, ROLES } from '#contracts';
import { MayBeAbsent } from '../http/may-be-absent.decorator.js';

const KINDS = ['lead', 'expert', 'council'] as const;
const DECLARATIONS = ['no_conflict', 'conflict'] as const;
const STATES = ['invited', 'accepted', 'declined', 'released'] as const;

export class DeclarationDto {
  @ApiProperty({
    description: 'Whether you are in conflict with the investor, the consultant or the technology supplier',
  })
  @IsBoolean()
  conflict: boolean;
  @ApiPropertyOptional({ maxLength: 2000, description: 'Needed where there is a conflict' })
  @MayBeAbsent()
  @IsString()
  @Length(1, 2000)
  reason?: string;
}

export class ReasonDto {
  @ApiProperty({ maxLength: 2000 }) @IsString() @Length(1, 2000) reason: string;
}

export class AssignmentAnswerDto {
  @ApiProperty({ format: 'uuid' }) assignmentId: string;
  @ApiProperty({ enum: ['accepted', 'declined'] }) state: 'accepted' | 'declined';
  @ApiProperty({ enum: DECLARATIONS, nullable: true }) declaration: (typeof DECLARATIONS)[number] | null;
}

export class InvitedPartyDto {
  @ApiProperty({ enum: ['investor', 'consultant', 'technology_supplier'] }) party: string;
  @ApiProperty() name: string;
}

export class MyAssignmentDto {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ format: 'uuid' }) dossierId: string;
  @ApiProperty({ enum: KINDS }) kind: (typeof KINDS)[number];
  @ApiProperty({ enum: STATES }) state: (typeof STATES)[number];
  @ApiProperty({ enum: DECLARATIONS, nullable: true }) declaration: (typeof DECLARATIONS)[number] | null;
  @ApiProperty({ format: 'date-time' }) assignedAt: string;
  @ApiProperty({ format: 'date', nullable: true, type: String }) dueOn: string | null;
  @ApiProperty() overdue: boolean;
  @ApiProperty() revision: number;
  @ApiProperty() projectName: string;
  @ApiProperty({ type: [InvitedPartyDto], description: 'With whom there may be a conflict' })
  parties: InvitedPartyDto[];
}

export class MyAssignmentListDto {
  @ApiProperty({ type: [MyAssignmentDto] }) items: MyAssignmentDto[];
}

export class WorkloadDto {
  @ApiProperty({ format: 'uuid' }) userId: string;
  @ApiProperty() name: string;
  @ApiProperty({ isArray: true, enum: ROLES }) roles: Role[];
  @ApiProperty({ description: 'Open dossiers led' }) leading: number;
  @ApiProperty({ description: 'Open dossiers with an opinion to give' }) advising: number;
  @ApiProperty({ description: 'Assignments without an answer' }) unanswered: number;
  @ApiProperty({ description: 'Led and past the due day' }) overdue: number;
}

export class WorkloadListDto {
  @ApiProperty({ type: [WorkloadDto] }) items: WorkloadDto[];
}

export class ConflictDto {
  @ApiProperty({ format: 'uuid' }) conflictId: string;
  @ApiProperty({ description: 'An open task ended, so the heads heard that somebody else is needed' })
  headsTold: boolean;
}

export class AssignmentDto {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ format: 'uuid' }) assigneeId: string;
  @ApiProperty() assigneeName: string;
  @ApiProperty({ enum: KINDS }) kind: (typeof KINDS)[number];
  @ApiProperty({ enum: STATES }) state: (typeof STATES)[number];
  @ApiProperty({ format: 'date-time' }) assignedAt: string;
  @ApiProperty({ format: 'date', nullable: true, type: String }) dueOn: string | null;
  @ApiProperty({ nullable: true, type: String }) reason: string | null;
  @ApiProperty({ enum: DECLARATIONS, nullable: true }) declaration: (typeof DECLARATIONS)[number] | null;
  @ApiProperty({ format: 'date-time', nullable: true, type: String }) releasedAt: string | null;
}

export class AssignmentListDto {
  @ApiProperty({ type: [AssignmentDto] }) items: AssignmentDto[];
}
