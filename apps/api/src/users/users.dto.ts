import { ApiProperty, ApiPropertyOptional, PartialType, PickType } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsEmail,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import { ROLES, type Role } from '#contracts';
import { ORGANISATION_KINDS, type OrganisationKind } from '#identity';
import { TextLength } from '../http/text-length.js';
import { MayBeAbsent } from '../http/may-be-absent.decorator.js';

const wholeNumber = ({ value }: { value: unknown }): unknown =>
  typeof value === 'string' && /^\d{1,6}$/.test(value) ? Number(value) : value;
const truth = ({ value }: { value: unknown }): unknown =>
  value === 'true' ? true : value === 'false' ? false : value;

class PageQueryDto {
  @ApiPropertyOptional({ type: 'integer', minimum: 1, maximum: 100, default: 20 })
  @Transform(wholeNumber)
  @IsInt()
  @Min(1)
  @Max(100)
  limit: number = 20;

  @ApiPropertyOptional()
  @MayBeAbsent()
  @IsString()
  @MaxLength(1000)
  cursor?: string;
}

export class UserQueryDto extends PageQueryDto {
  @ApiPropertyOptional({ description: 'Part of the name (accents do not matter) or of the e-mail address' })
  @MayBeAbsent()
  @IsString()
  @Length(1, 100)
  q?: string;

  @ApiPropertyOptional({ enum: ROLES })
  @MayBeAbsent()
  @IsIn(ROLES)
  role?: Role;

  @ApiPropertyOptional()
  @MayBeAbsent()
  @Transform(truth)
  @IsBoolean()
  active?: boolean;
}

export class OrganisationQueryDto extends PageQueryDto {
  @ApiPropertyOptional({ description: 'Part of the name (accents do not matter) or a tax code' })
  @MayBeAbsent()
  @IsString()
  @Length(1, 100)
  q?: string;

  @ApiPropertyOptional({ enum: ORGANISATION_KINDS })
  @MayBeAbsent()
  @IsIn(ORGANISATION_KINDS)
  kind?: OrganisationKind;
}

export class NewUserDto {
  @ApiProperty({ maxLength: 254 }) @IsEmail() @MaxLength(254) email: string;
  @ApiProperty({ maxLength: 200 }) @IsString() @TextLength(1, 200) displayName: string;
  @ApiProperty({ minLength: 12, maxLength: 200 }) @IsString() @MaxLength(200) password: string;
  @ApiProperty({ isArray: true, enum: ROLES })
  @IsArray()
  @ArrayUnique()
  @ArrayMaxSize(ROLES.length)
  @IsIn(ROLES, { each: true })
  roles: Role[];
  @ApiPropertyOptional({ format: 'uuid' }) @MayBeAbsent() @IsUUID() organisationId?: string;
  @ApiPropertyOptional({ maxLength: 200 }) @MayBeAbsent() @IsString() @TextLength(1, 200) position?: string;
}

export class ChangeUserDto extends PartialType(
  PickType(NewUserDto, ['displayName', 'position', 'password', 'roles', 'organisationId'] as const),
  {
    skipNullProperties: false,
  },
) {
  @ApiPropertyOptional({ description: 'false ends every session of the person' })
  @MayBeAbsent()
  @IsBoolean()
  active?: boolean;
}

export class NewOrganisationDto {
  @ApiProperty({ maxLength: 300 }) @IsString() @TextLength(2, 300) name: string;
  @ApiProperty({ enum: ORGANISATION_KINDS }) @IsIn(ORGANISATION_KINDS) kind: OrganisationKind;
  @ApiPropertyOptional({ example: '5709900011' })
  @MayBeAbsent()
  @Matches(/^\d{10}(-\d{3})?$/)
  taxCode?: string;
  @ApiPropertyOptional({ maxLength: 300 }) @MayBeAbsent() @IsString() @TextLength(1, 300) address?: string;
}

export class ChangeOrganisationDto {
  @ApiPropertyOptional({ maxLength: 300 })
  @MayBeAbsent()
  @IsString()
  @TextLength(2, 300)
  name?: string;
  @ApiPropertyOptional({
    type: String,
    nullable: true,
    example: '5709900011',
    description: 'null removes it',
  })
  @IsOptional()
  @Matches(/^\d{10}(-\d{3})?$/)
  taxCode?: string | null;
  @ApiPropertyOptional({ type: String, nullable: true, maxLength: 300, description: 'null removes it' })
  @IsOptional()
  @IsString()
  @TextLength(1, 300)
  address?: string | null;
}

class OrganisationOfUserDto {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty() name: string;
}

export class UserDto {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty() email: string;
  @ApiProperty() displayName: string;
  @ApiProperty({ type: String, nullable: true }) position: string | null;
  @ApiProperty({ isArray: true, enum: ROLES }) roles: Role[];
  @ApiProperty({ type: OrganisationOfUserDto, nullable: true }) organisation: OrganisationOfUserDto | null;
  @ApiProperty() active: boolean;
  @ApiProperty() demo: boolean;
  @ApiProperty() revision: number;
  @ApiProperty({ format: 'date-time' }) updatedAt: string;
}
export class UserPageDto {
  @ApiProperty({ type: [UserDto] }) items: UserDto[];
  @ApiProperty({ type: String, nullable: true }) nextCursor: string | null;
}

export class OrganisationDto {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty() name: string;
  @ApiProperty({ enum: ORGANISATION_KINDS }) kind: OrganisationKind;
  @ApiProperty({ type: String, nullable: true }) taxCode: string | null;
  @ApiProperty({ type: String, nullable: true }) address: string | null;
  @ApiProperty() active: boolean;
  @ApiProperty() revision: number;
}
export class OrganisationPageDto {
  @ApiProperty({ type: [OrganisationDto] }) items: OrganisationDto[];
  @ApiProperty({ type: String, nullable: true }) nextCursor: string | null;
}
