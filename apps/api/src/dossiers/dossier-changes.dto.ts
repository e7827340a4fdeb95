import { ApiProperty } from '@nestjs/swagger';

class FactNameDto {
  @ApiProperty({ example: 'Xuất xứ công nghệ' }) vi: string;
  @ApiProperty({ example: 'Origin of the technology' }) en: string;
}
class DifferenceSubjectDto {
  @ApiProperty({ enum: ['project', 'line', 'equipment'] }) kind: string;
  @ApiProperty({ type: String, nullable: true }) id: string | null;
  @ApiProperty({ type: String, nullable: true }) name: string | null;
}
class DifferenceItemDto {
  @ApiProperty({ example: 'lines[l1].origin' }) path: string;
  @ApiProperty({ enum: ['added', 'removed', 'changed'] }) kind: string;
  @ApiProperty({ type: DifferenceSubjectDto }) subject: DifferenceSubjectDto;
  @ApiProperty({ type: FactNameDto }) field: FactNameDto;
  @ApiProperty({ nullable: true, description: 'The value that was approved; null where there was none' })
  before: unknown;
  @ApiProperty({ nullable: true, description: 'The value now; null where there is none any more' })
  after: unknown;
}
export class DifferenceDto {
  @ApiProperty({ format: 'uuid' }) firstDossierId: string;
  @ApiProperty({ description: 'Version of the facts of the first dossier that was decided' })
  firstFactsVersion: number;
  @ApiProperty() factsVersion: number;
  @ApiProperty({ type: [DifferenceItemDto] }) items: DifferenceItemDto[];
}
