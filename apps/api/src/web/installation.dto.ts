import { ApiProperty } from '@nestjs/swagger';
import { ROLES, type Role } from '#contracts';

/** An account of the demonstration; its password is published on purpose. */
export class DemoAccountDto {
  @ApiProperty({ format: 'email' }) email: string;
  @ApiProperty() displayName: string;
  @ApiProperty({ enum: ROLES, isArray: true }) roles: Role[];
  @ApiProperty() organisation: string;
}

/** What a page has to know before anybody has signed in. */
export class InstallationDto {
  @ApiProperty({ enum: ['official', 'demonstration'] }) mode: 'official' | 'demonstration';
  @ApiProperty() version: string;
  @ApiProperty({ format: 'date', description: "Today in Asia/Ho_Chi_Minh, by the server's clock" })
  today: string;
  @ApiProperty({ description: 'Largest file that may be uploaded, in bytes' }) uploadMaxBytes: number;
  @ApiProperty({
    type: String,
    nullable: true,
    description: 'Common password of the demonstration accounts; null where they are off',
  })
  demoPassword: string | null;
  @ApiProperty({ type: [DemoAccountDto] }) demoAccounts: DemoAccountDto[];
}
