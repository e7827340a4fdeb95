import { ApiProperty } from '@nestjs/swagger';

/** Something the reader has to know about what is not there. */
export class NoticeDto {
  @ApiProperty({ example: 'list_version_not_in_force' }) code: string;
  @ApiProperty({ type: 'object', additionalProperties: { type: 'string' } }) params: Record<string, string>;
  @ApiProperty({ description: 'In the language of Accept-Language' }) text: string;
}
export class PackRefDto {
  @ApiProperty({ example: 'INV-2026' }) packId: string;
  @ApiProperty({ description: 'SHA-256 over the canonical JSON of the pack' }) digest: string;
}
export class BilingualDto {
  @ApiProperty() vi: string;
  @ApiProperty() en: string;
}
