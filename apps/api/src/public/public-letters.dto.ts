import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsString, Length, Matches } from 'class-validator';
import { LETTER_KINDS, LETTER_STANDINGS, type LetterKind, type LetterStanding } from '#contracts';
import { IsCivilDate } from '../http/is-civil-date.js';
import { WithoutUnseen } from '../http/without-unseen.js';
import { BilingualDto } from '../law/notice.dto.js';
import { MayBeAbsent } from '../http/may-be-absent.decorator.js';

export class LetterNumberQueryDto {
  @ApiProperty({ example: '05/SKHCN-QLCN', description: 'Number and symbol as the letter prints them' })
  @WithoutUnseen()
  @IsString()
  @Length(1, 60)
  number: string;
  @ApiPropertyOptional({
    format: 'date',
    description: 'Day on the letter; numbers begin again each year, all years when not given',
  })
  @MayBeAbsent()
  @IsCivilDate()
  issuedOn?: string;
}
export class LetterHashDto {
  @ApiProperty({ description: 'SHA-256 of the bytes of the PDF, 64 hexadecimal digits' })
  @WithoutUnseen()
  @IsString()
  @Matches(/^[0-9a-fA-F]{64}$/)
  sha256: string;
}
class LetterIssuerDto {
  @ApiProperty() governingBody: string;
  @ApiProperty() body: string;
}
class ReplacingLetterDto {
  @ApiProperty() number: string;
  @ApiProperty({ format: 'date' }) issuedOn: string;
}
class PublicLetterDto {
  @ApiProperty({ example: '05/SKHCN-QLCN' }) number: string;
  @ApiProperty({ format: 'date' }) issuedOn: string;
  @ApiProperty({ enum: LETTER_KINDS }) kind: LetterKind;
  @ApiProperty({ type: BilingualDto }) kindName: BilingualDto;
  @ApiProperty({ type: LetterIssuerDto }) issuer: LetterIssuerDto;
  @ApiProperty({ description: 'Of the issued PDF' }) sha256: string;
  @ApiProperty({ enum: LETTER_STANDINGS }) standing: LetterStanding;
  @ApiProperty({ type: BilingualDto }) standingText: BilingualDto;
  @ApiProperty({ type: ReplacingLetterDto, nullable: true }) replacedBy: ReplacingLetterDto | null;
  @ApiProperty({ description: 'Issued by a demonstration: without legal effect' }) demonstration: boolean;
}
export class LetterCheckDto {
  @ApiProperty({ description: 'Whether a letter that was asked for was issued here' }) known: boolean;
  @ApiProperty({ type: BilingualDto, description: 'What the answer means and what to do now' })
  text: BilingualDto;
  @ApiProperty({ type: [PublicLetterDto], description: 'Newest first; none where it is unknown' })
  letters: PublicLetterDto[];
  @ApiProperty({ type: BilingualDto, description: 'What is told to everybody and what is not' })
  disclosure: BilingualDto;
}
