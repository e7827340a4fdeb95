import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn } from 'class-validator';
import {
  PROCEDURES,
  type ProcedureId,
  SCREENING_MODES,
  type ScreeningMode,
  type Verification,
  VERIFICATIONS,
} from '#contracts';
import { IsCivilDate } from '../http/is-civil-date.js';
import { BilingualDto, NoticeDto, PackRefDto } from './notice.dto.js';
import { ChecklistItemDto, ClockRuleDto, ListVersionDto, RuleDto } from './rules.dto.js';
import { MayBeAbsent } from '../http/may-be-absent.decorator.js';

export class OnQueryDto {
  @ApiPropertyOptional({ format: 'date', description: 'Day of receipt in Viet Nam; today when not given' })
  @MayBeAbsent()
  @IsCivilDate()
  on?: string;
}
export class LawQueryDto extends OnQueryDto {
  @ApiProperty({ enum: PROCEDURES }) @IsIn(PROCEDURES) procedure: ProcedureId;
}

class ProcedureRefDto {
  @ApiProperty() id: string;
  @ApiProperty() version: string;
  @ApiProperty() packId: string;
}
class ClockOfSetDto extends ClockRuleDto {
  @ApiProperty() packId: string;
}
class RuleOfSetDto extends RuleDto {
  @ApiProperty() packId: string;
  @ApiProperty({ description: 'From a reference pack: acts in demonstration mode only' }) reference: boolean;
}
class VersionOfSetDto extends ListVersionDto {
  @ApiProperty() packId: string;
  @ApiProperty({ description: 'From a reference pack: acts in demonstration mode only' }) reference: boolean;
}
class ItemOfSetDto extends ChecklistItemDto {
  @ApiProperty() packId: string;
}
class SheetOfSetDto {
  @ApiProperty() id: string;
  @ApiProperty({ type: BilingualDto }) title: BilingualDto;
  @ApiProperty() packId: string;
  @ApiProperty({ description: 'Number of criteria' }) criteria: number;
}
export class LawSetDto {
  @ApiProperty({ enum: PROCEDURES }) procedureId: ProcedureId;
  @ApiProperty({ format: 'date' }) chosenFor: string;
  @ApiProperty({ enum: SCREENING_MODES }) mode: ScreeningMode;
  @ApiProperty({ description: 'A dossier of this day is pinned to this digest' }) digest: string;
  @ApiProperty({
    type: ProcedureRefDto,
    nullable: true,
    description: 'null: no pack holds the course of this procedure yet',
  })
  procedure: ProcedureRefDto | null;
  @ApiProperty({ type: [PackRefDto] }) packs: PackRefDto[];
  @ApiProperty({ type: [ClockOfSetDto] }) clocks: ClockOfSetDto[];
  @ApiProperty({ type: [ItemOfSetDto] }) checklist: ItemOfSetDto[];
  @ApiProperty({ type: [SheetOfSetDto] }) criteria: SheetOfSetDto[];
  @ApiProperty({ type: [RuleOfSetDto] }) rules: RuleOfSetDto[];
  @ApiProperty({ type: [VersionOfSetDto] }) listVersions: VersionOfSetDto[];
  @ApiProperty({ type: [NoticeDto], description: 'What is not in force or not loaded' }) notices: NoticeDto[];
}

class StateDto {
  @ApiProperty() status: string;
  @ApiProperty({ type: BilingualDto }) label: BilingualDto;
  @ApiProperty({ type: [String] }) tags: string[];
  @ApiProperty() closed: boolean;
}
class EdgeDto {
  @ApiProperty() from: string;
  @ApiProperty() command: string;
  @ApiProperty() to: string;
  @ApiProperty({ type: [String], description: 'Parties; joined by & they are needed together' }) by: string[];
  @ApiProperty({ type: [String], description: 'Conditions that choose between edges' }) when: string[];
  @ApiProperty({ type: [String], description: 'Refuse by name, in this order' }) guards: string[];
  @ApiProperty({ type: [String] }) effects: string[];
}
class RequestsBasisDto {
  @ApiProperty() basis: string;
  @ApiProperty({ enum: VERIFICATIONS }) verification: Verification;
  @ApiProperty({ type: BilingualDto }) note: BilingualDto;
}
export class ProcedureDto {
  @ApiProperty({ enum: PROCEDURES }) id: ProcedureId;
  @ApiProperty() version: string;
  @ApiProperty() packId: string;
  @ApiProperty({ format: 'date' }) chosenFor: string;
  @ApiProperty({ type: BilingualDto }) title: BilingualDto;
  @ApiProperty() initial: string;
  @ApiProperty({ description: 'Supplement or clarification requests that the law allows' })
  supplementRequests: number;
  @ApiPropertyOptional({ type: RequestsBasisDto }) supplementRequestsBasis?: RequestsBasisDto;
  @ApiProperty({ type: [StateDto] }) states: StateDto[];
  @ApiProperty({ type: [EdgeDto] }) edges: EdgeDto[];
  @ApiProperty({ description: 'State diagram in Mermaid' }) mermaid: string;
  @ApiProperty({ description: 'The edges as a Markdown table' }) table: string;
}
