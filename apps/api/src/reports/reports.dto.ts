import { ApiProperty, getSchemaPath } from '@nestjs/swagger';
import { DossierListItemDto } from '../dossiers/dossiers.dto.js';
import { ProjectListItemDto } from '../projects/projects.dto.js';

class FigureListDto {
  @ApiProperty({ enum: ['/api/v1/dossiers', '/api/v1/projects'] }) path: string;
  @ApiProperty({ example: 'tab=open&overdue=true' }) query: string;
}
class FigureDto {
  @ApiProperty() value: number;
  @ApiProperty({
    enum: ['today', 'due', 'decided', 'registered'],
    description: 'Which day decides what is counted; today: how things stand now',
  })
  basis: string;
  @ApiProperty({
    type: FigureListDto,
    description: 'GET path?query is the list of which value is the length',
  })
  list: FigureListDto;
}
class ReportRatioDto {
  @ApiProperty() numerator: number;
  @ApiProperty() denominator: number;
  @ApiProperty({ example: '99.99', description: 'Rounded, but so that only all is 100' }) percent: string;
}
class DaysDto {
  @ApiProperty({ example: '2026-01-01' }) from: string;
  @ApiProperty({ example: '2026-07-15' }) to: string;
}
const WORKING_DAYS = { type: Number, nullable: true, description: 'Null where nothing was decided' } as const;
class DurationsDto {
  @ApiProperty(WORKING_DAYS) medianWorkingDays: number | null;
  @ApiProperty(WORKING_DAYS) p90WorkingDays: number | null;
  @ApiProperty({ enum: ['receivedOn'] }) from: string;
  @ApiProperty({ enum: ['decidedOn'] }) to: string;
  @ApiProperty({ enum: ['working_days'] }) unit: string;
  @ApiProperty({ type: FigureDto }) of: FigureDto;
}
class PersonLoadDto {
  @ApiProperty({ format: 'uuid' }) userId: string;
  @ApiProperty() name: string;
  @ApiProperty({ type: FigureDto }) open: FigureDto;
  @ApiProperty({ type: FigureDto }) overdue: FigureDto;
}
const FIGURES = {
  type: 'object',
  additionalProperties: { $ref: getSchemaPath(FigureDto) },
} as const;
class ReportCoverageDto {
  @ApiProperty({
    ...FIGURES,
    description: 'all, none, in_hand, answered, not_subject, missed, late, covered',
  })
  figures: Record<string, FigureDto>;
  @ApiProperty({ type: ReportRatioDto, nullable: true }) ratio: ReportRatioDto | null;
}
class ReportFollowedDto {
  @ApiProperty({ ...FIGURES, description: 'followed, not_followed, no_decision_yet' })
  figures: Record<string, FigureDto>;
  @ApiProperty({ type: ReportRatioDto, nullable: true }) ratio: ReportRatioDto | null;
}
export class DashboardDto {
  @ApiProperty({ example: '2026-07-15' }) asOf: string;
  @ApiProperty({ enum: ['visible_to_reader'] }) scope: string;
  @ApiProperty({ type: DaysDto }) period: DaysDto;
  @ApiProperty({ type: FigureDto }) inHand: FigureDto;
  @ApiProperty({ type: FigureDto }) unassigned: FigureDto;
  @ApiProperty({ type: FigureDto }) overdue: FigureDto;
  @ApiProperty({ type: FigureDto }) dueThisWeek: FigureDto;
  @ApiProperty({ type: FigureDto }) aboutToFallSilent: FigureDto;
  @ApiProperty({ type: FigureDto }) decided: FigureDto;
  @ApiProperty({ type: FigureDto }) refused: FigureDto;
  @ApiProperty({ type: FigureDto }) refusedOutdated: FigureDto;
  @ApiProperty({ type: DurationsDto }) durations: DurationsDto;
  @ApiProperty({ type: [PersonLoadDto] }) load: PersonLoadDto[];
  @ApiProperty({ type: ReportCoverageDto }) coverage: ReportCoverageDto;
  @ApiProperty({ type: ReportFollowedDto }) refusalsFollowed: ReportFollowedDto;
}
class DossierSectionDto {
  @ApiProperty({ type: FigureDto }) figure: FigureDto;
  @ApiProperty({ type: [DossierListItemDto] }) items: DossierListItemDto[];
}
class ProjectSectionDto {
  @ApiProperty({ type: FigureDto }) figure: FigureDto;
  @ApiProperty({ type: [ProjectListItemDto] }) items: ProjectListItemDto[];
}
export class WeekPageDto {
  @ApiProperty({ example: '2026-07-15' }) asOf: string;
  @ApiProperty({ enum: ['visible_to_reader'] }) scope: string;
  @ApiProperty({ type: DaysDto, description: 'Monday and Sunday' }) week: DaysDto;
  @ApiProperty({ type: DossierSectionDto }) overdue: DossierSectionDto;
  @ApiProperty({ type: DossierSectionDto }) dueThisWeek: DossierSectionDto;
  @ApiProperty({ type: DossierSectionDto }) aboutToFallSilent: DossierSectionDto;
  @ApiProperty({ type: DossierSectionDto, description: 'Decided from Monday of the week before on' })
  refusedOutdated: DossierSectionDto;
  @ApiProperty({ type: ProjectSectionDto }) notCovered: ProjectSectionDto;
  @ApiProperty({ type: ProjectSectionDto }) notFollowed: ProjectSectionDto;
  @ApiProperty({ type: ReportCoverageDto }) coverage: ReportCoverageDto;
  @ApiProperty({ type: ReportFollowedDto }) refusalsFollowed: ReportFollowedDto;
}
