import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  LIST_KINDS,
  type ListKind,
  PROCEDURES,
  type ProcedureId,
  type Verification,
  VERIFICATIONS,
} from '#contracts';
import {
  type ChecklistItem,
  CLOCK_PURPOSES,
  CLOCK_STARTS,
  type ClockRule,
  type Criterion,
  FACT_CONDITIONS,
  type FactCondition,
  type When,
} from '#law';
import { BilingualDto } from './notice.dto.js';

const WHEN = {
  type: 'object',
  additionalProperties: { type: 'array', items: { type: 'string' } },
  description: 'Attribute of the case: values that it may have',
} as const;

class SourcedDto {
  @ApiProperty({ description: 'Article' }) basis: string;
  @ApiProperty({ enum: VERIFICATIONS }) verification: Verification;
}
class ValidDto extends SourcedDto {
  @ApiProperty({ format: 'date' }) validFrom: string;
  @ApiProperty({
    type: String,
    format: 'date',
    nullable: true,
    description: 'Last day, inclusive; null: still in force',
  })
  validTo: string | null;
}
class StopDto extends SourcedDto {
  @ApiProperty() status: string;
}
class ExtensionDto extends SourcedDto {
  @ApiProperty({ oneOf: [{ type: 'integer' }, { type: 'string', enum: ['same_length'] }] }) max:
    'same_length' | number;
  @ApiProperty() times: number;
}
export class ClockRuleDto extends ValidDto {
  @ApiProperty() id: string;
  @ApiProperty({ type: BilingualDto }) name: BilingualDto;
  @ApiProperty({ enum: CLOCK_PURPOSES }) purpose: ClockRule['purpose'];
  @ApiProperty({ isArray: true, enum: PROCEDURES }) procedures: ProcedureId[];
  @ApiProperty({ type: Number, nullable: true, description: 'null: a command gives the date' }) value:
    number | null;
  @ApiProperty({ enum: ['working_day', 'day'] }) unit: ClockRule['unit'];
  @ApiProperty({ enum: CLOCK_STARTS }) start: ClockRule['start'];
  @ApiProperty(WHEN) when: When;
  @ApiProperty({ type: [StopDto] }) stopsOn: StopDto[];
  @ApiProperty({ enum: ['deemed_agreement', 'discontinue', 'resume_review', 'overdue', 'none'] })
  onExpire: ClockRule['onExpire'];
  @ApiProperty({ type: String, nullable: true }) onExpireBasis: string | null;
  @ApiProperty({ type: ExtensionDto, nullable: true }) extension: ExtensionDto | null;
  @ApiProperty({
    type: String,
    enum: CLOCK_STARTS,
    nullable: true,
    description: 'Another reading of the start, computed beside it',
  })
  alternativeStart: ClockRule['alternativeStart'];
  @ApiProperty({ type: BilingualDto, nullable: true }) note: BilingualDto | null;
}
export class ChecklistItemDto extends SourcedDto {
  @ApiProperty({ example: 'D3' }) code: string;
  @ApiProperty({ type: BilingualDto }) name: BilingualDto;
  @ApiProperty({ isArray: true, enum: ['policy', 'decision'] }) stages: ChecklistItem['stages'];
  @ApiProperty({ enum: ['always', 'if_any', 'when'] }) required: ChecklistItem['required'];
  @ApiProperty(WHEN) when: When;
  @ApiProperty({ isArray: true, enum: PROCEDURES }) procedures: ProcedureId[];
  @ApiProperty({ isArray: true, enum: ['investor', 'requester'] }) channels: ChecklistItem['channels'];
  @ApiPropertyOptional({
    isArray: true,
    enum: FACT_CONDITIONS,
    description: 'Conditions on the facts that make it required',
  })
  whenFacts?: FactCondition[];
  @ApiPropertyOptional({ format: 'date' }) validFrom?: string;
  @ApiPropertyOptional({ type: String, format: 'date', nullable: true }) validTo?: string | null;
}
class PackCriterionDto extends SourcedDto {
  @ApiProperty() code: string;
  @ApiProperty({ type: BilingualDto }) name: BilingualDto;
  @ApiProperty({ isArray: true, enum: ['policy', 'decision'] }) stages: Criterion['stages'];
  @ApiProperty({ type: String, nullable: true }) group: string | null;
}
export class PackCriteriaSheetDto {
  @ApiProperty() id: string;
  @ApiProperty({ type: BilingualDto }) title: BilingualDto;
  @ApiProperty({ isArray: true, enum: PROCEDURES }) procedures: ProcedureId[];
  @ApiProperty({ type: [PackCriterionDto] }) criteria: PackCriterionDto[];
}
export class RuleDto extends ValidDto {
  @ApiProperty() id: string;
  @ApiProperty({ example: 'used.age' }) test: string;
  @ApiProperty({ type: BilingualDto }) name: BilingualDto;
  @ApiProperty({
    type: String,
    nullable: true,
    description: 'Decision model that carries it out; null: the list matcher, or shown only',
  })
  model: string | null;
  @ApiProperty({ enum: ['none', 'by_condition'] }) curable: 'none' | 'by_condition';
  @ApiProperty({ isArray: true, enum: PROCEDURES }) procedures: ProcedureId[];
}
export class ListVersionDto extends ValidDto {
  @ApiProperty() id: string;
  @ApiProperty({ isArray: true, enum: LIST_KINDS }) kinds: ListKind[];
  @ApiProperty() instrument: string;
  @ApiProperty({ description: 'Whether its rows are here' }) loaded: boolean;
  @ApiProperty({ description: 'Rows that are here' }) rows: number;
}
