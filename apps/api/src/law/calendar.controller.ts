import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags, ApiUnprocessableEntityResponse } from '@nestjs/swagger';
import { type Language } from '../http/language.js';
import { Policy } from '../http/policy.decorator.js';
import { ReaderLanguage } from '../http/reader-language.decorator.js';
import { CalendarDto, CalendarQueryDto, DueDto, DueQueryDto } from './calendar.dto.js';
import { WorkCalendar } from './work-calendar.js';

@ApiTags('Law')
@Controller('calendar')
@Policy({ who: 'public', ignoresCredentials: true, note: 'Everybody may see and check how days are counted' })
export class CalendarController {
  constructor(@Inject(WorkCalendar) private readonly calendar: WorkCalendar) {}

  @Get()
  @ApiOperation({
    operationId: 'getCalendar',
    summary: 'Days off and swapped days of a year, with basis and verification',
  })
  @ApiOkResponse({ type: CalendarDto })
  year(@Query() { year }: CalendarQueryDto): CalendarDto {
    return this.calendar.ofYear(year);
  }

  @Get('due')
  @ApiOperation({ operationId: 'computeDue', summary: 'When a term ends, explained day by day' })
  @ApiOkResponse({ type: DueDto })
  @ApiUnprocessableEntityResponse({ description: 'A stop that is impossible, or a term without an end' })
  due(@Query() query: DueQueryDto, @ReaderLanguage() language: Language): DueDto {
    return this.calendar.due(query, language);
  }
}
