import { Body, Controller, Inject, Param, ParseIntPipe, Put } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Actor, Refusal } from '#kernel';
import { IMPORTING_ROLES, ProjectImports } from '#projects';
import { IdPipe } from '../../http/id.pipe.js';
import { type Language } from '../../http/language.js';
import { Policy } from '../../http/policy.decorator.js';
import { ReaderLanguage } from '../../http/reader-language.decorator.js';
import { CurrentActor } from '../../http/request.decorators.js';
import { ImportRowDto } from './import-answers.dto.js';
import { ImportReads } from './import-reads.js';
import { RowDecisionDto } from './imports.dto.js';
import { MendRowDto, textsOf } from './mend-row.dto.js';

const OWN = { who: IMPORTING_ROLES, note: 'Whoever uploaded the list' } as const;
const rowPipe = new ParseIntPipe({ exceptionFactory: () => new Refusal('not_found') });

/** What a person does with one row of a preview. */
@ApiTags('Register of projects')
@Controller('projects/imports/:id/rows/:row')
export class ImportRowsController {
  constructor(
    @Inject(ProjectImports) private readonly imports: ProjectImports,
    @Inject(ImportReads) private readonly reads: ImportReads,
  ) {}

  @Put()
  @Policy(OWN)
  @ApiOperation({ operationId: 'decideImportRow', summary: 'Say what is done with a duplicate' })
  @ApiOkResponse({ type: ImportRowDto })
  async decide(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) importId: string,
    @Param('row', rowPipe) number: number,
    @Body() { decision, projectId }: RowDecisionDto,
    @ReaderLanguage() language: Language,
  ): Promise<ImportRowDto> {
    await this.imports.decide(actor, { importId, number, decision, projectId: projectId ?? null });
    return this.reads.row(actor, importId, number, language);
  }

  @Put('values')
  @Policy(OWN)
  @ApiOperation({
    operationId: 'mendImportRow',
    summary: 'Write cells of a row anew before it is brought in; the row is read and compared again',
  })
  @ApiOkResponse({ type: ImportRowDto })
  async mend(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) importId: string,
    @Param('row', rowPipe) number: number,
    @Body() body: MendRowDto,
    @ReaderLanguage() language: Language,
  ): Promise<ImportRowDto> {
    await this.imports.mend(actor, { importId, number, texts: textsOf(body) });
    return this.reads.row(actor, importId, number, language);
  }
}
