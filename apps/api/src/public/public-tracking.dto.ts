import { ApiProperty } from '@nestjs/swagger';
import { IsString, Length } from 'class-validator';
import {
  LETTER_KINDS,
  LETTER_STANDINGS,
  type LetterKind,
  type LetterStanding,
  PUBLIC_OUTCOMES,
  PUBLIC_REASONS,
  PUBLIC_STATUSES,
  PUBLIC_STEPS,
  PUBLIC_TURNS,
  type PublicOutcome,
  type PublicReason,
  type PublicStatus,
  type PublicStep,
  type PublicTurn,
  SCREENING_MODES,
  type ScreeningMode,
  type Verification,
  VERIFICATIONS,
} from '#contracts';
import { WithoutUnseen } from '../http/without-unseen.js';
import { BilingualDto } from '../law/notice.dto.js';

const DAY = { type: String, format: 'date', nullable: true } as const;

export class TrackingRequestDto {
  @ApiProperty({ example: 'H49.11-260715-0001', description: 'As the receipt prints it' })
  @WithoutUnseen()
  @IsString()
  @Length(1, 60)
  fileCode: string;
  @ApiProperty({
    example: 'K7QF-9M2D-XW4T-3HJB-0ZNC-8R5V',
    description: 'As the receipt prints it; small letters, spaces and dashes do not matter',
  })
  @WithoutUnseen()
  @IsString()
  @Length(1, 60)
  secret: string;
}
class TrackedStatusDto {
  @ApiProperty({ enum: PUBLIC_STATUSES }) code: PublicStatus;
  @ApiProperty({ type: BilingualDto }) label: BilingualDto;
  @ApiProperty({ type: BilingualDto, description: 'What it means and what to do' }) meaning: BilingualDto;
}
class TrackedOutcomeDto {
  @ApiProperty({ enum: PUBLIC_OUTCOMES }) code: PublicOutcome;
  @ApiProperty({ type: BilingualDto }) text: BilingualDto;
}
class TrackedTurnDto {
  @ApiProperty({ enum: PUBLIC_TURNS }) code: PublicTurn;
  @ApiProperty({ type: BilingualDto }) text: BilingualDto;
}
class ExpectedDayDto {
  @ApiProperty({ ...DAY, description: 'null: the term stands still' }) on: string | null;
  @ApiProperty() passed: boolean;
  @ApiProperty({ description: 'Whether the law sets the term; else it is a target of the department' })
  statutory: boolean;
  @ApiProperty({ format: 'date' }) startedOn: string;
  @ApiProperty({ type: Number, nullable: true, description: 'null: the day itself was given' }) value:
    number | null;
  @ApiProperty({ enum: ['working_day', 'day'] }) unit: 'working_day' | 'day';
  @ApiProperty({ description: 'Article' }) basis: string;
  @ApiProperty({ enum: VERIFICATIONS }) verification: Verification;
  @ApiProperty({ type: BilingualDto }) verificationText: BilingualDto;
}
class TrackedReasonDto {
  @ApiProperty({ enum: PUBLIC_REASONS }) code: PublicReason;
  @ApiProperty({ type: BilingualDto }) text: BilingualDto;
  @ApiProperty(DAY) since: string | null;
  @ApiProperty(DAY) until: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'Article' }) basis: string | null;
  @ApiProperty({ type: String, enum: VERIFICATIONS, nullable: true }) verification: Verification | null;
}
class TrackedLetterRefDto {
  @ApiProperty() number: string;
  @ApiProperty({ enum: LETTER_KINDS }) kind: LetterKind;
  @ApiProperty({ type: BilingualDto }) kindName: BilingualDto;
}
class TrackedStepDto {
  @ApiProperty({ format: 'date' }) on: string;
  @ApiProperty({ enum: PUBLIC_STEPS }) step: PublicStep;
  @ApiProperty({ type: BilingualDto }) text: BilingualDto;
  @ApiProperty({ type: TrackedLetterRefDto, nullable: true }) letter: TrackedLetterRefDto | null;
}
class TrackedLetterDto extends TrackedLetterRefDto {
  @ApiProperty({ format: 'date' }) issuedOn: string;
  @ApiProperty({ enum: LETTER_STANDINGS }) standing: LetterStanding;
  @ApiProperty({ type: BilingualDto }) standingText: BilingualDto;
}
export class TrackingDto {
  @ApiProperty() fileCode: string;
  @ApiProperty({ type: BilingualDto, description: 'Name of the procedure by its pack' })
  procedure: BilingualDto;
  @ApiProperty({ enum: SCREENING_MODES }) mode: ScreeningMode;
  @ApiProperty({ type: BilingualDto }) modeText: BilingualDto;
  @ApiProperty({ type: TrackedStatusDto }) status: TrackedStatusDto;
  @ApiProperty({ type: TrackedOutcomeDto, nullable: true, description: 'Once its letter has left' })
  outcome: TrackedOutcomeDto | null;
  @ApiProperty({ type: TrackedTurnDto, description: 'Who has to act now' }) turn: TrackedTurnDto;
  @ApiProperty(DAY) receivedOn: string | null;
  @ApiProperty({ ...DAY, description: 'When it was complete and got its code' }) takenInOn: string | null;
  @ApiProperty({ type: ExpectedDayDto, nullable: true, description: 'null: nothing is owed any more' })
  expected: ExpectedDayDto | null;
  @ApiProperty({ ...DAY, description: 'The day by which you are asked to answer' }) answerBy: string | null;
  @ApiProperty({ type: [TrackedReasonDto] }) reasons: TrackedReasonDto[];
  @ApiProperty({ type: [TrackedStepDto], description: 'Newest first' }) timeline: TrackedStepDto[];
  @ApiProperty({ type: [TrackedLetterDto], description: 'Newest first' }) letters: TrackedLetterDto[];
}

export class RenewTrackingDto {
  @ApiProperty({ description: 'Why: lost, or seen by others' }) @IsString() @Length(3, 500) reason: string;
}
export class RenewedTrackingDto {
  @ApiProperty() fileCode: string;
  @ApiProperty({ description: 'Counts renewals; secrets of earlier versions open nothing any more' })
  version: number;
  @ApiProperty({ description: 'Shown here only: hand it to the owner, it is stored nowhere' }) secret: string;
  @ApiProperty({ description: 'Where the dossier is followed' }) address: string;
}
