import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsString,
  IsUUID,
  Length,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import { CONDITION_EVENTS, CONDITION_STATES, type ConditionEventKind, type ConditionState } from '#contracts';
import { IsCivilDate } from '../http/is-civil-date.js';
import { MayBeAbsent } from '../http/may-be-absent.decorator.js';

const wholeNumber = ({ value }: { value: unknown }): unknown =>
  typeof value === 'string' && /^\d{1,6}$/.test(value) ? Number(value) : value;
const truth = ({ value }: { value: unknown }): unknown =>
  value === 'true' ? true : value === 'false' ? false : value;
const many = ({ value }: { value: unknown }): unknown =>
  value === undefined || Array.isArray(value) ? value : [value];

export class ConditionQueryDto {
  @ApiPropertyOptional({ enum: CONDITION_STATES, isArray: true })
  @MayBeAbsent()
  @Transform(many)
  @IsArray()
  @ArrayMaxSize(CONDITION_STATES.length)
  @IsIn(CONDITION_STATES, { each: true })
  state?: ConditionState[];
  @ApiPropertyOptional({ default: false, description: 'Owed, and the deadline is over' })
  @Transform(truth)
  @IsBoolean()
  overdue: boolean = false;
  @ApiPropertyOptional({ format: 'uuid' }) @MayBeAbsent() @IsUUID() dossier?: string;
  @ApiPropertyOptional({
    description: 'Words of project, file code or incoming number; accents do not matter',
  })
  @MayBeAbsent()
  @IsString()
  @MaxLength(200)
  q?: string;
  @ApiPropertyOptional({ type: 'integer', minimum: 1, maximum: 100, default: 20 })
  @Transform(wholeNumber)
  @IsInt()
  @Min(1)
  @Max(100)
  limit: number = 20;
  @ApiPropertyOptional() @MayBeAbsent() @IsString() @MaxLength(1000) cursor?: string;
  @ApiPropertyOptional({ default: false, description: 'Whether to count all of them' })
  @Transform(truth)
  @IsBoolean()
  count: boolean = false;
}

class ConditionCallDto {
  @ApiPropertyOptional({ description: 'Revision of the condition that was seen' })
  @MayBeAbsent()
  @IsInt()
  @Min(1)
  @Max(1_000_000)
  revision?: number;
}
export class ConditionProofDto extends ConditionCallDto {
  @ApiProperty({ type: [String], description: 'Documents of the dossier that prove it' })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(50)
  @ArrayUnique()
  @IsUUID(undefined, { each: true })
  documentIds: string[];
  @ApiPropertyOptional({ maxLength: 5000 }) @MayBeAbsent() @IsString() @Length(1, 5000) note?: string;
}
export class ConditionAcceptDto extends ConditionCallDto {
  @ApiPropertyOptional({ maxLength: 5000 }) @MayBeAbsent() @IsString() @Length(1, 5000) note?: string;
}
export class ConditionRejectDto extends ConditionCallDto {
  @ApiProperty({ maxLength: 5000 }) @IsString() @Length(1, 5000) reason: string;
}
export class ConditionDeadlineDto extends ConditionCallDto {
  @ApiProperty({ example: '2027-03-31' }) @IsCivilDate() deadlineOn: string;
  @ApiProperty({ maxLength: 5000 }) @IsString() @Length(1, 5000) reason: string;
}

class ConditionStepDto {
  @ApiProperty({ enum: CONDITION_EVENTS }) kind: ConditionEventKind;
  @ApiProperty({ enum: CONDITION_STATES, description: 'After it' }) state: ConditionState;
  @ApiProperty({ example: '2027-03-31', description: 'After it' }) deadlineOn: string;
  @ApiProperty({ type: String, nullable: true }) note: string | null;
  @ApiProperty({ type: [String] }) documentIds: string[];
  @ApiProperty() actorRole: string;
  @ApiProperty({ type: String, nullable: true, description: 'Inside the house only' })
  actorName: string | null;
  @ApiProperty({ type: String, format: 'date-time' }) at: Date;
}
class ImposedConditionDto {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ format: 'uuid' }) dossierId: string;
  @ApiProperty() round: number;
  @ApiProperty() number: number;
  @ApiProperty() what: string;
  @ApiProperty({ example: '2027-03-31' }) deadlineOn: string;
  @ApiProperty() proof: string;
  @ApiProperty() responsible: string;
  @ApiProperty({ type: [String], description: 'Keys of findings that it cures' }) cures: string[];
  @ApiProperty({ enum: CONDITION_STATES }) state: ConditionState;
  @ApiProperty({ type: String, nullable: true, description: 'Day of the letter that told it' })
  imposedOn: string | null;
  @ApiProperty() revision: number;
  @ApiProperty() overdue: boolean;
}
export class ConditionTaskDto extends ImposedConditionDto {
  @ApiProperty({ type: [ConditionStepDto], description: 'Oldest first' }) history: ConditionStepDto[];
}
class ListedConditionDto extends ImposedConditionDto {
  @ApiProperty() projectName: string;
  @ApiProperty({ type: String, nullable: true }) fileCode: string | null;
}
export class ConditionListDto {
  @ApiProperty({ type: [ConditionTaskDto] }) items: ConditionTaskDto[];
}
export class ConditionPageDto {
  @ApiProperty({ type: [ListedConditionDto] }) items: ListedConditionDto[];
  @ApiProperty({ type: String, nullable: true }) nextCursor: string | null;
  @ApiPropertyOptional() total?: number;
}
class ToldPersonDto {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty() name: string;
}
export class ConditionAnswerDto {
  @ApiProperty({ type: ConditionTaskDto }) condition: ConditionTaskDto;
  @ApiProperty({ description: 'How many conditions of the dossier are still owed' }) owed: number;
  @ApiProperty({ type: [ToldPersonDto], description: 'Who is told; none outside the house' })
  recipients: ToldPersonDto[];
  @ApiProperty() dryRun: boolean;
}
