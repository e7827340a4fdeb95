import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsIn, IsInt, IsString, IsUUID, Length, Matches, Max, Min } from 'class-validator';
import {
  AMOUNT_UNITS,
  type AmountUnit,
  DECIMAL_SIGNS,
  type DecimalSign,
  type ImportField,
  ROW_DECISIONS,
  ROW_KINDS,
  ROW_OUTCOMES,
  type RowDecision,
  type RowKind,
  type RowOutcome,
} from '#projects';
import { MayBeAbsent } from '../../http/may-be-absent.decorator.js';
import { Nested } from '../../http/nested.decorator.js';

const UNITS = Object.keys(AMOUNT_UNITS) as AmountUnit[];
const LAST_ROW = 1_048_576;
const wholeNumber = ({ value }: { value: unknown }): unknown =>
  typeof value === 'string' && /^\d{1,9}$/.test(value) ? Number(value) : value;

/** A column of the file, by its letters. */
function Column(example: string): PropertyDecorator {
  return (target, property) => {
    ApiPropertyOptional({ pattern: '^[A-Z]{1,2}$', example })(target, property);
    MayBeAbsent()(target, property);
    Matches(/^[A-Z]{1,2}$/)(target, property);
  };
}

/** Which column of the file is which field; fields that are left out are not read. */
export class ImportColumnsDto implements Partial<Record<ImportField, string>> {
  @Column('B') name?: string;
  @Column('C') investorName?: string;
  @Column('D') investorTaxCode?: string;
  @Column('E') projectAuthority?: string;
  @Column('F') agencyName?: string;
  @Column('G') sectorVsic?: string;
  @Column('H') capitalVnd?: string;
  @Column('I') capitalOrigin?: string;
  @Column('J') investorCountry?: string;
  @Column('K') communeCode?: string;
  @Column('L') projectGroup?: string;
  @Column('M') registeredOn?: string;
  @Column('N') policyDecidedOn?: string;
  @Column('O') certificateNumber?: string;
  @Column('P') certificateOn?: string;
  @Column('Q') sourceText?: string;
}

export class ImportUnitsDto {
  @ApiPropertyOptional({ enum: UNITS, description: 'What one in the column of the capital stands for' })
  @MayBeAbsent()
  @IsIn(UNITS)
  capital?: AmountUnit;

  @ApiPropertyOptional({
    enum: DECIMAL_SIGNS,
    description: 'What the single sign of 1.234 or 1,234 is; without it such amounts are faults',
  })
  @MayBeAbsent()
  @IsIn(DECIMAL_SIGNS)
  decimal?: DecimalSign;
}

export class PreviewImportDto {
  @ApiProperty({ description: 'Name of the sheet; CSV for a CSV file', example: 'Danh mục' })
  @IsString()
  @Length(1, 100)
  sheet: string;

  @ApiProperty({ type: 'integer', minimum: 1, description: 'Row that names the columns' })
  @IsInt()
  @Min(1)
  @Max(LAST_ROW)
  headerRow: number;

  @ApiProperty({ type: ImportColumnsDto })
  @Nested(() => ImportColumnsDto)
  mapping: ImportColumnsDto;

  @ApiPropertyOptional({ type: ImportUnitsDto })
  @MayBeAbsent()
  @Nested(() => ImportUnitsDto)
  units?: ImportUnitsDto;
}

export class RowDecisionDto {
  @ApiProperty({ enum: ROW_DECISIONS })
  @IsIn(ROW_DECISIONS)
  decision: RowDecision;

  @ApiPropertyOptional({ format: 'uuid', description: 'The project to update; the likest one when absent' })
  @MayBeAbsent()
  @IsUUID()
  projectId?: string;
}

/** What is done with duplicates on which nobody decided one by one. */
export class RunImportDto {
  @ApiPropertyOptional({
    enum: ['skip', 'import_as_new'],
    description: 'Rows like an earlier row of the file',
  })
  @MayBeAbsent()
  @IsIn(['skip', 'import_as_new'])
  undecidedInFile?: 'skip' | 'import_as_new';

  @ApiPropertyOptional({ enum: ROW_DECISIONS, description: 'Rows like a project of the register' })
  @MayBeAbsent()
  @IsIn(ROW_DECISIONS)
  undecidedInRegister?: RowDecision;
}

export class ImportListQueryDto {
  @ApiPropertyOptional({ type: 'integer', minimum: 1, maximum: 100, default: 20 })
  @Transform(wholeNumber)
  @IsInt()
  @Min(1)
  @Max(100)
  limit: number = 20;

  @ApiPropertyOptional()
  @MayBeAbsent()
  @IsString()
  @Length(1, 500)
  cursor?: string;
}

export class ImportRowsQueryDto {
  @ApiPropertyOptional({ type: 'integer', minimum: 1, maximum: 100, default: 20 })
  @Transform(wholeNumber)
  @IsInt()
  @Min(1)
  @Max(100)
  limit: number = 20;

  @ApiPropertyOptional({ type: 'integer', default: 0, description: 'Only rows after this one' })
  @Transform(wholeNumber)
  @IsInt()
  @Min(0)
  @Max(LAST_ROW)
  after: number = 0;

  @ApiPropertyOptional({ enum: ROW_KINDS })
  @MayBeAbsent()
  @IsIn(ROW_KINDS)
  kind?: RowKind;

  @ApiPropertyOptional({ enum: ROW_OUTCOMES })
  @MayBeAbsent()
  @IsIn(ROW_OUTCOMES)
  outcome?: RowOutcome;
}
