import { ApiProperty } from '@nestjs/swagger';
import { IsIn } from 'class-validator';
import { PRESENCE_ACTIVITIES, PRESENCE_SECONDS, type PresenceActivity, type PresentPerson } from '#live';

export class PresenceSignDto {
  @ApiProperty({ enum: PRESENCE_ACTIVITIES }) @IsIn(PRESENCE_ACTIVITIES) activity: PresenceActivity;
}

export class PresentPersonDto implements PresentPerson {
  @ApiProperty({ format: 'uuid' }) userId: string;
  @ApiProperty() name: string;
  @ApiProperty({ example: 'appraiser' }) role: string;
  @ApiProperty({ enum: PRESENCE_ACTIVITIES }) activity: PresenceActivity;
  @ApiProperty({ format: 'date-time' }) since: string;
}

export class DossierPresenceDto {
  @ApiProperty({ type: [PresentPersonDto], description: 'Others of the own side, whoever came first' })
  others: PresentPersonDto[];
  @ApiProperty({ example: PRESENCE_SECONDS, description: 'How long this sign of life counts' })
  expiresInSeconds: number;
}
