import { ApiProperty } from '@nestjs/swagger';
import { IsEmail, IsString, MaxLength, MinLength } from 'class-validator';
import { ROLES, type Role } from '#contracts';

export class SignInDto {
  @ApiProperty({ example: 'chuyenvien1@demo.techgate.vn', maxLength: 254 })
  @IsEmail({ allow_utf8_local_part: false })
  @MaxLength(254)
  email: string;

  @ApiProperty({ example: 'TechGate-demo-2026', minLength: 1, maxLength: 200 })
  @IsString()
  @MinLength(1)
  @MaxLength(200)
  password: string;
}

export class ChangePasswordDto {
  @ApiProperty({ minLength: 1, maxLength: 200 })
  @IsString()
  @MinLength(1)
  @MaxLength(200)
  currentPassword: string;

  @ApiProperty({ minLength: 12, maxLength: 200 })
  @IsString()
  @MaxLength(200)
  newPassword: string;
}
export class PasswordChangedDto {
  @ApiProperty({ description: 'Other sessions and sign-ins of API clients that ended' })
  endedSessions: number;
}

export class RefreshDto {
  @ApiProperty({ description: 'The newest refresh token; works once', maxLength: 100 })
  @IsString()
  @MinLength(20)
  @MaxLength(100)
  refreshToken: string;
}

export class OrganisationRefDto {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty() name: string;
  @ApiProperty() kind: string;
}

export class MeDto {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty() email: string;
  @ApiProperty() displayName: string;
  @ApiProperty({ isArray: true, enum: ROLES }) roles: Role[];
  @ApiProperty({ type: OrganisationRefDto, nullable: true }) organisation: OrganisationRefDto | null;
  @ApiProperty({ format: 'uuid' }) authorityId: string;
  @ApiProperty({
    type: [String],
    description: 'What the roles allow in general; each dossier has its own answer',
  })
  permissions: string[];
}

export class MeWithSessionDto extends MeDto {
  @ApiProperty({ nullable: true, type: String, description: 'Only for cookie sessions' }) csrfToken:
    string | null;
}

export class TokensDto {
  @ApiProperty({ description: 'JWT, HS256' }) accessToken: string;
  @ApiProperty({ description: 'Seconds', example: 900 }) expiresIn: number;
  @ApiProperty() refreshToken: string;
  @ApiProperty({ type: MeDto }) user: MeDto;
}

export class SessionDto {
  @ApiProperty({ description: 'Send as X-CSRF-Token with every write' }) csrfToken: string;
  @ApiProperty({ format: 'date-time' }) expiresAt: string;
  @ApiProperty({ type: MeDto }) user: MeDto;
}
