import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsInt,
  IsString,
  IsUUID,
  Length,
  Max,
  MaxLength,
  Min,
  ValidateIf,
} from 'class-validator';
import { MARKS, type Mark } from '#appraisal';
import { OUTCOMES, type Outcome } from '#contracts';
import { MayBeAbsent } from '../http/may-be-absent.decorator.js';
import { NestedList } from '../http/nested.decorator.js';

export class CriterionMarkDto {
  @ApiProperty({ example: 'I.1', maxLength: 40 }) @IsString() @Length(1, 40) code: string;
  @ApiProperty({ enum: MARKS, nullable: true, description: 'Null in a draft: remarked on, not judged yet' })
  @ValidateIf(({ mark }: CriterionMarkDto) => mark !== null)
  @IsIn(MARKS)
  mark: Mark | null;
  @ApiPropertyOptional({ maxLength: 4000 }) @MayBeAbsent() @IsString() @MaxLength(4000) remark?: string;
  @ApiPropertyOptional({
    type: [String],
    format: 'uuid',
    description: 'Documents of the dossier that show it',
  })
  @MayBeAbsent()
  @IsArray()
  @ArrayMaxSize(50)
  @ArrayUnique()
  @IsUUID(undefined, { each: true })
  documentIds?: string[];
}

export class SaveOpinionDto {
  @ApiProperty({ description: 'Revision of the opinion that you saw; 0 for the first save', minimum: 0 })
  @IsInt()
  @Min(0)
  @Max(1_000_000)
  revision: number;
  @ApiPropertyOptional({
    description: 'Criteria sheet; the first of the dossier when not given',
    maxLength: 80,
  })
  @MayBeAbsent()
  @IsString()
  @Length(1, 80)
  sheetId?: string;
  @ApiProperty({ type: [CriterionMarkDto] })
  @ArrayMaxSize(200)
  @NestedList(() => CriterionMarkDto)
  criteria: CriterionMarkDto[];
  @ApiProperty({ enum: OUTCOMES, nullable: true })
  @ValidateIf(({ recommendation }: SaveOpinionDto) => recommendation !== null)
  @IsIn(OUTCOMES)
  recommendation: Outcome | null;
  @ApiProperty({ maxLength: 20_000 }) @IsString() @MaxLength(20_000) summary: string;
}

export class RecordOpinionDto {
  @ApiProperty({ description: 'Revision of the draft that you saw', minimum: 1 })
  @IsInt()
  @Min(1)
  @Max(1_000_000)
  revision: number;
}

export class OpinionAnswerDto {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty() round: number;
  @ApiProperty() sheetId: string;
  @ApiProperty({ enum: ['draft', 'recorded'] }) state: 'draft' | 'recorded';
  @ApiProperty() revision: number;
  @ApiProperty({ format: 'date-time' }) updatedAt: string;
  @ApiProperty({ format: 'date-time', nullable: true, type: String }) recordedAt: string | null;
}

export class OpinionDto extends OpinionAnswerDto {
  @ApiProperty({ format: 'uuid' }) authorId: string;
  @ApiProperty() authorName: string;
  @ApiProperty({
    type: Boolean,
    nullable: true,
    description:
      'The author is in conflict by now, so the opinion does not count; told to heads, leaders and auditors',
  })
  authorInConflict: boolean | null;
  @ApiProperty({ type: [CriterionMarkDto] }) criteria: CriterionMarkDto[];
  @ApiProperty({ enum: OUTCOMES, nullable: true }) recommendation: Outcome | null;
  @ApiProperty() summary: string;
}

export class OpinionListDto {
  @ApiProperty({ type: [OpinionDto] }) items: OpinionDto[];
}

export class OpinionContentDto {
  @ApiProperty() sheetId: string;
  @ApiProperty({ type: [CriterionMarkDto] }) criteria: CriterionMarkDto[];
  @ApiProperty({ enum: OUTCOMES, nullable: true }) recommendation: Outcome | null;
  @ApiProperty() summary: string;
}

export class OpinionVersionDto {
  @ApiProperty() revision: number;
  @ApiProperty({ format: 'date-time' }) at: string;
  @ApiProperty({ type: OpinionContentDto }) content: OpinionContentDto;
}

export class OpinionVersionListDto {
  @ApiProperty({ type: [OpinionVersionDto] }) items: OpinionVersionDto[];
}

export class TextDto {
  @ApiProperty() vi: string;
  @ApiProperty() en: string;
}

export class CriterionDto {
  @ApiProperty() code: string;
  @ApiProperty({ type: TextDto }) name: TextDto;
  @ApiProperty({ nullable: true, type: String }) group: string | null;
  @ApiProperty() basis: string;
  @ApiProperty({ enum: ['text_read', 'secondary', 'inference', 'memory'] }) verification: string;
}

export class CriteriaSheetDto {
  @ApiProperty() id: string;
  @ApiProperty() packId: string;
  @ApiProperty({ type: TextDto }) title: TextDto;
  @ApiProperty({ type: [CriterionDto] }) criteria: CriterionDto[];
}

export class CriteriaSheetListDto {
  @ApiProperty({ type: [CriteriaSheetDto] }) items: CriteriaSheetDto[];
}
