import { ApiProperty } from '@nestjs/swagger';

export class ScreeningSummaryDto {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ description: '1, 2, 3 … within the dossier' }) number: number;
  @ApiProperty() round: number;
  @ApiProperty({ enum: ['official', 'demonstration'] }) mode: string;
  @ApiProperty() factsVersion: number;
  @ApiProperty({ format: 'date-time' }) performedAt: string;
}

export class ScreeningDto extends ScreeningSummaryDto {
  @ApiProperty({ description: 'Digest of the law set' }) lawSetDigest: string;
  @ApiProperty() engineVersion: string;
  @ApiProperty({ format: 'date' }) receivedOn: string;
  @ApiProperty() blocking: boolean;
  @ApiProperty({ description: 'SHA-256 of the result in canonical form' }) resultDigest: string;
  @ApiProperty({
    description: 'How many findings have each verdict',
    type: 'object',
    additionalProperties: { type: 'integer' },
  })
  verdicts: Record<string, number>;
}

export class ScreeningListDto {
  @ApiProperty({ type: [ScreeningDto] }) items: ScreeningDto[];
}

export class ReplayDto {
  @ApiProperty({ format: 'uuid' }) screeningId: string;
  @ApiProperty({ description: 'The engine of today gives the same findings from the stored inputs' })
  same: boolean;
  @ApiProperty({ nullable: true, type: String, description: 'JSON pointer' }) firstDifference: string | null;
  @ApiProperty({ description: 'The stored result still is what its digest says' }) intact: boolean;
  @ApiProperty() storedEngine: string;
  @ApiProperty() replayedEngine: string;
}
