import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { PROCEDURES } from '#contracts';
import { LawRegistry } from '#dossiers';
import { type CivilDate, civilDate, Refusal } from '#kernel';
import { type Language } from '../http/language.js';
import { Policy } from '../http/policy.decorator.js';
import { ReaderLanguage } from '../http/reader-language.decorator.js';
import { LawOfDay } from './law-of-day.js';
import { lawSetDto, procedureDto } from './law-view.js';
import { LawQueryDto, LawSetDto, OnQueryDto, ProcedureDto } from './law.dto.js';

@ApiTags('Law')
@Controller()
@Policy({
  who: 'public',
  ignoresCredentials: true,
  note: 'Law is public: everybody may see by which rules is judged',
})
export class LawController {
  constructor(
    @Inject(LawRegistry) private readonly registry: LawRegistry,
    @Inject(LawOfDay) private readonly law: LawOfDay,
  ) {}

  @Get('law')
  @ApiOperation({ operationId: 'getLawOfDay', summary: 'What governs a dossier that arrives on a day' })
  @ApiOkResponse({ type: LawSetDto })
  ofDay(@Query() { procedure, on }: LawQueryDto, @ReaderLanguage() language: Language): LawSetDto {
    const day = this.day(on);
    const isHeld = this.registry.packs.some(({ procedures }) =>
      procedures.some(({ id }) => id === procedure),
    );
    return lawSetDto(isHeld ? this.registry.compose(procedure, day) : this.law.of(procedure, day), language);
  }

  @Get('procedures/:id')
  @ApiOperation({
    operationId: 'getProcedure',
    summary: 'Statuses and edges of a procedure as it is on a day',
  })
  @ApiParam({ name: 'id', enum: PROCEDURES })
  @ApiOkResponse({ type: ProcedureDto })
  procedure(@Param('id') id: string, @Query() { on }: OnQueryDto): ProcedureDto {
    const procedure = PROCEDURES.find((word) => word === id);
    if (procedure === undefined) throw new Refusal('not_found');
    return procedureDto(this.registry.compose(procedure, this.day(on)));
  }

  private day(on: string | undefined): CivilDate {
    return on === undefined ? this.law.today() : civilDate(on);
  }
}
