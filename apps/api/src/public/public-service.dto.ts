import { ApiProperty } from '@nestjs/swagger';
import {
  PROCEDURES,
  type ProcedureId,
  PUBLIC_STATUSES,
  type PublicStatus,
  SCREENING_MODES,
  type ScreeningMode,
  type Verification,
  VERIFICATIONS,
} from '#contracts';
import { type ChecklistItem, CLOCK_PURPOSES, CLOCK_STARTS, type ClockRule, type When } from '#law';
import { BilingualDto, NoticeDto } from '../law/notice.dto.js';

const WHEN = {
  type: 'object',
  additionalProperties: { type: 'array', items: { type: 'string' } },
  description: 'Attribute of the case: values for which it holds; empty: always',
} as const;

class LawSaysDto {
  @ApiProperty({ description: 'Article' }) basis: string;
  @ApiProperty({ enum: VERIFICATIONS }) verification: Verification;
}
class ServiceTermDto extends LawSaysDto {
  @ApiProperty() id: string;
  @ApiProperty({ type: BilingualDto }) name: BilingualDto;
  @ApiProperty({ enum: CLOCK_PURPOSES }) purpose: ClockRule['purpose'];
  @ApiProperty({ type: Number, nullable: true, description: 'null: the day is set in each case' }) value:
    number | null;
  @ApiProperty({ enum: ['working_day', 'day'] }) unit: ClockRule['unit'];
  @ApiProperty({ enum: CLOCK_STARTS, description: 'The event from which it is counted' })
  start: ClockRule['start'];
  @ApiProperty(WHEN) when: When;
  @ApiProperty({ type: BilingualDto, nullable: true }) note: BilingualDto | null;
}
class ServicePaperDto extends LawSaysDto {
  @ApiProperty({ example: 'D3' }) code: string;
  @ApiProperty({ type: BilingualDto }) name: BilingualDto;
  @ApiProperty({ isArray: true, enum: ['policy', 'decision'] }) stages: ChecklistItem['stages'];
  @ApiProperty({ isArray: true, enum: ['investor', 'requester'], description: 'Who hands it in' })
  channels: ChecklistItem['channels'];
  @ApiProperty({ enum: ['always', 'if_any', 'when'] }) required: ChecklistItem['required'];
  @ApiProperty(WHEN) when: When;
}
class ServicePackDto {
  @ApiProperty({ example: 'INV-2026' }) id: string;
  @ApiProperty({ type: BilingualDto }) title: BilingualDto;
  @ApiProperty({ type: [String] }) instruments: string[];
  @ApiProperty({ enum: VERIFICATIONS }) verification: Verification;
  @ApiProperty({ format: 'date' }) validFrom: string;
}
class ServiceProcedureDto {
  @ApiProperty({ enum: PROCEDURES }) id: ProcedureId;
  @ApiProperty({ type: BilingualDto }) title: BilingualDto;
  @ApiProperty({ type: ServicePackDto, description: 'The pack that holds its course today' })
  pack: ServicePackDto;
  @ApiProperty({ type: [ServiceTermDto] }) terms: ServiceTermDto[];
  @ApiProperty({ type: [ServicePaperDto] }) papers: ServicePaperDto[];
  @ApiProperty({ description: 'How often the department may ask for a supplement' })
  supplementRequests: number;
  @ApiProperty({ type: [NoticeDto], description: 'What is not in force or not loaded' }) notices: NoticeDto[];
}
class ServiceIssuerDto {
  @ApiProperty() governingBody: string;
  @ApiProperty() body: string;
  @ApiProperty() place: string;
}
class VerificationWordDto {
  @ApiProperty({ enum: VERIFICATIONS }) verification: Verification;
  @ApiProperty({ type: BilingualDto }) text: BilingualDto;
}
class PublicStatusWordDto {
  @ApiProperty({ enum: PUBLIC_STATUSES }) code: PublicStatus;
  @ApiProperty({ type: BilingualDto }) label: BilingualDto;
  @ApiProperty({ type: BilingualDto }) meaning: BilingualDto;
}
class TrackingExampleDto {
  @ApiProperty() fileCode: string;
  @ApiProperty() secret: string;
}
class TrackingServiceDto {
  @ApiProperty({ description: 'Where a dossier is followed, as receipts print it' }) address: string;
  @ApiProperty({ type: [PublicStatusWordDto], description: 'What a dossier can be told to be' })
  statuses: PublicStatusWordDto[];
  @ApiProperty({
    type: [TrackingExampleDto],
    description: 'Dossiers of the demonstration to try it with; none where accounts are not published',
  })
  examples: TrackingExampleDto[];
}
export class PublicServiceDto {
  @ApiProperty({ enum: SCREENING_MODES }) mode: ScreeningMode;
  @ApiProperty({ type: BilingualDto }) modeText: BilingualDto;
  @ApiProperty({ format: 'date', description: 'The day whose law is told' }) today: string;
  @ApiProperty({ type: ServiceIssuerDto }) issuer: ServiceIssuerDto;
  @ApiProperty({ description: 'Where answers are handed in' }) replyTo: string;
  @ApiProperty({ description: 'Where results are fetched' }) returnPlace: string;
  @ApiProperty({ type: [ServiceProcedureDto] }) procedures: ServiceProcedureDto[];
  @ApiProperty({ type: [VerificationWordDto], description: 'What the marks of the articles mean' })
  verifications: VerificationWordDto[];
  @ApiProperty({ type: TrackingServiceDto }) tracking: TrackingServiceDto;
}
