import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsBoolean, IsIn, IsInt, IsString, Length, Max, MaxLength, Min } from 'class-validator';
import { LETTER_KINDS, LETTER_VALIDITIES, type LetterKind, type LetterValidity } from '#contracts';
import { type CivilDate } from '#kernel';
import { IsCivilDate } from '../http/is-civil-date.js';
import { MayBeAbsent } from '../http/may-be-absent.decorator.js';

const wholeNumber = ({ value }: { value: unknown }): unknown =>
  typeof value === 'string' && /^\d{1,6}$/.test(value) ? Number(value) : value;
const several = ({ value }: { value: unknown }): unknown => (typeof value === 'string' ? [value] : value);
const flag = ({ value }: { value: unknown }): unknown =>
  value === 'true' ? true : value === 'false' ? false : value;

/** What of the register is asked for. */
export class LetterConditionsDto {
  @ApiPropertyOptional({
    description: 'A number with or without its symbol (`05/SKHCN-QLCN`), or the beginning of a file code',
  })
  @MayBeAbsent()
  @IsString()
  @Length(1, 60)
  q?: string;
  @ApiPropertyOptional({ enum: LETTER_KINDS, isArray: true, description: 'May be repeated' })
  @MayBeAbsent()
  @Transform(several)
  @IsIn(LETTER_KINDS, { each: true })
  kind?: LetterKind[];
  @ApiPropertyOptional({ enum: LETTER_VALIDITIES, isArray: true, description: 'May be repeated' })
  @MayBeAbsent()
  @Transform(several)
  @IsIn(LETTER_VALIDITIES, { each: true })
  validity?: LetterValidity[];
  @ApiPropertyOptional({ format: 'date', description: 'First day of issue' })
  @MayBeAbsent()
  @IsCivilDate()
  from?: CivilDate;
  @ApiPropertyOptional({ format: 'date', description: 'Last day of issue' })
  @MayBeAbsent()
  @IsCivilDate()
  to?: CivilDate;
}
export class LetterRegisterQueryDto extends LetterConditionsDto {
  @ApiPropertyOptional({ type: 'integer', minimum: 1, maximum: 100, default: 50 })
  @Transform(wholeNumber)
  @IsInt()
  @Min(1)
  @Max(100)
  limit: number = 50;
  @ApiPropertyOptional() @MayBeAbsent() @IsString() @MaxLength(1000) cursor?: string;
  @ApiPropertyOptional({ type: Boolean, default: false, description: 'Count all that is found' })
  @Transform(flag)
  @IsBoolean()
  count: boolean = false;
}

class RegisteredLetterDto {
  @ApiProperty({ format: 'uuid' }) letterId: string;
  @ApiProperty({ format: 'uuid' }) dossierId: string;
  @ApiProperty({ enum: LETTER_KINDS }) kind: LetterKind;
  @ApiProperty({ example: '05/SKHCN-QLCN' }) number: string;
  @ApiProperty({ format: 'date' }) issuedOn: string;
  @ApiProperty({ enum: LETTER_VALIDITIES, description: 'What it is worth today' }) validity: LetterValidity;
  @ApiProperty({ type: [String] }) addressees: string[];
  @ApiProperty() signedName: string;
  @ApiProperty({ nullable: true, type: String }) fileCode: string | null;
  @ApiProperty() projectName: string;
}
export class LetterRegisterPageDto {
  @ApiProperty({ type: [RegisteredLetterDto] }) items: RegisteredLetterDto[];
  @ApiProperty({ nullable: true, type: String }) nextCursor: string | null;
  @ApiPropertyOptional({ description: 'Only when it was asked for' }) total?: number;
}
