import { ApiProperty, ApiPropertyOptional, PartialType } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsString,
  Length,
  Matches,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import { LIST_COLUMNS, type ListColumn, type SavedView } from '#dossiers';
import { MayBeAbsent } from '../http/may-be-absent.decorator.js';

const MOST_PLACES = 999;
export class NewViewDto {
  @ApiProperty({ maxLength: 100, example: 'Sắp đến hạn của tôi' })
  @IsString()
  @Length(1, 100)
  @Matches(/\S/)
  name: string;
  @ApiProperty({
    maxLength: 2000,
    example: 'tab=mine&nearDue=true&sort=dueOn',
    description: 'Query string of GET /dossiers, without cursor, limit and count',
  })
  @IsString()
  @MaxLength(2000)
  query: string;
  @ApiProperty({ enum: LIST_COLUMNS, isArray: true, description: 'In the order in which they are shown' })
  @IsArray()
  @ArrayMaxSize(LIST_COLUMNS.length)
  @ArrayUnique()
  @IsIn(LIST_COLUMNS, { each: true })
  columns: ListColumn[];
  @ApiPropertyOptional({ description: 'Shown to everybody of the house; each sees in it what they may see' })
  @MayBeAbsent()
  @IsBoolean()
  shared?: boolean;
  @ApiPropertyOptional({ minimum: 0, maximum: MOST_PLACES, description: 'Order among the own views' })
  @MayBeAbsent()
  @IsInt()
  @Min(0)
  @Max(MOST_PLACES)
  position?: number;
}
export class ChangeViewDto extends PartialType(NewViewDto, { skipNullProperties: false }) {}
export class SavedViewDto {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty() name: string;
  @ApiProperty() query: string;
  @ApiProperty({ enum: LIST_COLUMNS, isArray: true }) columns: string[];
  @ApiProperty() shared: boolean;
  @ApiProperty() position: number;
  @ApiProperty({ description: "The reader's own: only these can be changed" }) mine: boolean;
  @ApiProperty() ownerName: string;
  @ApiProperty() revision: number;
  @ApiProperty({ format: 'date-time' }) updatedAt: string;
}
export class SavedViewListDto {
  @ApiProperty({ type: [SavedViewDto] }) items: SavedViewDto[];
}

/** A view as it leaves the API. */
export const viewShown = ({ updatedAt, ...view }: SavedView): SavedViewDto => ({
  ...view,
  updatedAt: new Date(updatedAt).toISOString(),
});
