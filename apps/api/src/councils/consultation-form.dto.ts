import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsString, Length } from 'class-validator';
import { FORM_NEEDS, type FormNeed } from '#casework';
import { CONSULTATION_FORMS, type ConsultationForm, type Verification, VERIFICATIONS } from '#contracts';

const COUNCIL_STATES = ['none', 'open', 'closed', 'dissolved'] as const;

export class ConsultationChoiceDto {
  @ApiProperty({ enum: CONSULTATION_FORMS }) @IsIn(CONSULTATION_FORMS) form: ConsultationForm;
  @ApiProperty({ maxLength: 4000 }) @IsString() @Length(1, 4000) reason: string;
}

export class ConsultationFormAnswerDto {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty() round: number;
  @ApiProperty({ enum: CONSULTATION_FORMS }) form: ConsultationForm;
}

export class ConsultationChoiceRowDto extends ConsultationFormAnswerDto {
  @ApiProperty({ description: 'Running number in the round' }) number: number;
  @ApiProperty() reason: string;
  @ApiProperty({ format: 'uuid' }) chosenBy: string;
  @ApiProperty() chosenByName: string;
  @ApiProperty({ format: 'date-time' }) chosenAt: string;
}

class EstablishByDto {
  @ApiProperty({ format: 'date' }) dueOn: string;
  @ApiProperty() late: boolean;
  @ApiProperty() basis: string;
  @ApiProperty({ enum: VERIFICATIONS }) verification: Verification;
  @ApiProperty() analogy: boolean;
}
export class ConsultationFormDto {
  @ApiProperty() round: number;
  @ApiProperty({ enum: CONSULTATION_FORMS, description: 'What counts now: in_house where nobody chose' })
  form: ConsultationForm;
  @ApiProperty({ description: 'Whether the head chose it in this round' }) chosen: boolean;
  @ApiProperty({ enum: FORM_NEEDS, nullable: true, description: 'What a conclusion then needs' })
  needs: FormNeed | null;
  @ApiProperty({ description: 'Recorded opinions of the round by others than the lead appraiser' })
  expertOpinions: number;
  @ApiProperty({ enum: COUNCIL_STATES }) council: (typeof COUNCIL_STATES)[number];
  @ApiProperty({ type: EstablishByDto, nullable: true, description: 'A reminder only' })
  establishBy: EstablishByDto | null;
  @ApiProperty({ type: [ConsultationChoiceRowDto], description: 'Every choice, newest first' })
  history: ConsultationChoiceRowDto[];
}
