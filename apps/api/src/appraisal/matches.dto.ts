import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsString, IsUUID, Length, Matches } from 'class-validator';
import { LIST_KINDS, type ListKind } from '#contracts';
import { MayBeAbsent } from '../http/may-be-absent.decorator.js';

export const DECISIONS = ['confirmed', 'rejected'] as const;
export const DECISION_STATES = [
  'awaiting_second_person',
  'stands',
  'withdrawal_proposed',
  'withdrawn',
  'reopened',
] as const;
const LINE_ID = /^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/;
const CODE = /^[\p{L}\p{N}._:/+#,=|-]{1,60}$/u;

export class DecideListMatchDto {
  @ApiProperty({ description: 'Id of the line of the facts', maxLength: 64 })
  @Matches(LINE_ID)
  lineId: string;
  @ApiProperty({ enum: LIST_KINDS }) @IsIn(LIST_KINDS) list: ListKind;
  @ApiProperty({ description: 'Code of the row of the list', maxLength: 60 }) @Matches(CODE) code: string;
  @ApiProperty({ enum: DECISIONS }) @IsIn(DECISIONS) decision: (typeof DECISIONS)[number];
  @ApiProperty({ maxLength: 4000 }) @IsString() @Length(1, 4000) reason: string;
}

export class WithdrawMatchDto {
  @ApiProperty({ maxLength: 4000 }) @IsString() @Length(1, 4000) reason: string;
  @ApiPropertyOptional({
    format: 'uuid',
    description: 'A document of the dossier; needed where the decision stands',
  })
  @MayBeAbsent()
  @IsUUID()
  documentId?: string;
}

export class MatchAnswerDto {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty() lineId: string;
  @ApiProperty({ enum: LIST_KINDS }) list: ListKind;
  @ApiProperty() code: string;
  @ApiProperty({ enum: DECISIONS }) decision: (typeof DECISIONS)[number];
  @ApiProperty({ enum: DECISION_STATES }) state: (typeof DECISION_STATES)[number];
  @ApiProperty({ description: 'Of the decision, not of the dossier' }) revision: number;
  @ApiProperty() secondPersonNeeded: boolean;
}

export class OverturnDto {
  @ApiProperty({ maxLength: 200, example: 'used.line.age:lines[L1]' })
  @IsString()
  @Length(1, 200)
  findingKey: string;
  @ApiProperty({ maxLength: 4000 }) @IsString() @Length(1, 4000) reason: string;
  @ApiProperty({ format: 'uuid', description: 'A document of the dossier' }) @IsUUID() documentId: string;
}

export class OverturnAnswerDto {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty() findingKey: string;
  @ApiProperty({ enum: ['awaiting_second_person', 'stands'] }) state: 'awaiting_second_person' | 'stands';
  @ApiProperty() revision: number;
}

export class CheckAnnexDto {
  @ApiProperty({ maxLength: 64 }) @Matches(LINE_ID) lineId: string;
  @ApiProperty({ maxLength: 100, description: 'As a finding names it: what follows annex:' })
  @Matches(/^[\p{L}\p{N}._:/+#,=|-]{1,100}$/u)
  listVersion: string;
  @ApiProperty({ enum: ['not_found', 'found'] }) @IsIn(['not_found', 'found']) result: 'not_found' | 'found';
  @ApiProperty({ maxLength: 4000, description: 'What was looked into and how' })
  @IsString()
  @Length(1, 4000)
  remark: string;
  @ApiPropertyOptional({ format: 'uuid' }) @MayBeAbsent() @IsUUID() documentId?: string;
}

export class AnnexCheckAnswerDto {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty() lineId: string;
  @ApiProperty() listVersion: string;
  @ApiProperty({ enum: ['not_found', 'found'] }) result: 'not_found' | 'found';
}

export class EvidenceAnswerDto {
  @ApiProperty() evidenceId: string;
  @ApiProperty({ format: 'uuid' }) acceptedBy: string;
  @ApiProperty({ format: 'date' }) acceptedOn: string;
  @ApiProperty({ description: 'Of the dossier' }) revision: number;
  @ApiProperty() factsVersion: number;
}
