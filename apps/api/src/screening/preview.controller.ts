import { Body, Controller, Get, Header, HttpCode, Inject, Post, Query, UseGuards } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Refusal } from '#kernel';
import { type Language } from '../http/language.js';
import { Policy } from '../http/policy.decorator.js';
import { ReaderLanguage } from '../http/reader-language.decorator.js';
import { StrangersBodyGuard } from '../http/strangers-body.guard.js';
import { FindCandidates } from './find-candidates.js';
import { previewDto } from './preview-answer.js';
import { PreviewScreening } from './preview-screening.js';
import { ListMatchDto, ListMatchQueryDto, PreviewDto, PreviewRequestDto } from './screening.dto.js';

@ApiTags('Screening')
@Controller()
export class PreviewController {
  constructor(
    @Inject(PreviewScreening) private readonly screening: PreviewScreening,
    @Inject(FindCandidates) private readonly candidates: FindCandidates,
  ) {}

  @Post('screenings/preview')
  @UseGuards(StrangersBodyGuard)
  @HttpCode(200)
  @Header('cache-control', 'no-store')
  @Policy({
    who: 'public',
    note: 'Everybody, at a rate of the address or of whoever is signed in; nothing is stored',
  })
  @ApiOperation({
    operationId: 'previewScreening',
    summary: 'What a screening would find, and what would change it',
  })
  @ApiOkResponse({ type: PreviewDto })
  async preview(@Body() body: PreviewRequestDto, @ReaderLanguage() language: Language): Promise<PreviewDto> {
    if (body.confirmations !== undefined) throw new Refusal('confirmations_not_facts');
    return previewDto(await this.screening.run(body, language), language);
  }

  @Get('lists/match')
  @Header('cache-control', 'no-store')
  @Policy({
    who: 'public',
    note: 'Everybody, at the rate of previews; list rows are published law',
  })
  @ApiOperation({ operationId: 'matchLists', summary: 'Rows of the lists that a technology name may mean' })
  @ApiOkResponse({ type: ListMatchDto })
  match(@Query() query: ListMatchQueryDto, @ReaderLanguage() language: Language): ListMatchDto {
    return this.candidates.find(query, language);
  }
}
