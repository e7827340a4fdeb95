import { Body, Controller, Get, Header, HttpCode, Inject, Param, Post, Query, Req } from '@nestjs/common';
import {
  ApiAcceptedResponse,
  ApiBody,
  ApiConsumes,
  ApiCreatedResponse,
  ApiOkResponse,
  ApiOperation,
  ApiProduces,
  ApiTags,
} from '@nestjs/swagger';
import { type Actor } from '#kernel';
import { IMPORT_LIMITS, IMPORTING_ROLES, ProjectImports, templateCsv } from '#projects';
import { type MultipartRequest, readUpload, type UploadForm } from '../../documents/multipart-upload.js';
import { IdPipe } from '../../http/id.pipe.js';
import { type Language } from '../../http/language.js';
import { Policy } from '../../http/policy.decorator.js';
import { ReaderLanguage } from '../../http/reader-language.decorator.js';
import { CurrentActor, IdempotencyKey } from '../../http/request.decorators.js';
import { ImportDto, ImportPageDto, ImportPreviewDto, ImportRowPageDto } from './import-answers.dto.js';
import { ImportReads } from './import-reads.js';
import { settingsOf } from './import-settings.js';
import { ImportListQueryDto, ImportRowsQueryDto, PreviewImportDto, RunImportDto } from './imports.dto.js';

const NO_FIELDS: UploadForm<null> = { names: [], read: () => null };
const OWN = { who: IMPORTING_ROLES, note: 'Whoever uploaded the list' } as const;
const SEEN = {
  who: [...IMPORTING_ROLES, 'auditor'],
  note: 'Whoever uploaded the list; heads and auditors without its rows',
} as const;
const ENDED = { who: IMPORTING_ROLES, note: 'Whoever uploaded the list, and heads' } as const;
const CSV = 'text/csv; charset=utf-8';
const FIRST_ROWS = Object.assign(new ImportRowsQueryDto(), { limit: 20, after: 0 });

@ApiTags('Register of projects')
@Controller('projects/imports')
export class ImportsController {
  constructor(
    @Inject(ProjectImports) private readonly imports: ProjectImports,
    @Inject(ImportReads) private readonly reads: ImportReads,
  ) {}

  @Post()
  @Policy({ who: IMPORTING_ROLES, note: 'Who enters projects into the register' })
  @ApiOperation({
    operationId: 'uploadImport',
    summary: 'Upload a list (XLSX or CSV) and see how it would be read',
  })
  @ApiConsumes('multipart/form-data')
  @ApiBody({
    schema: {
      type: 'object',
      required: ['file'],
      properties: { file: { type: 'string', format: 'binary' } },
    },
  })
  @ApiCreatedResponse({ type: ImportDto })
  async upload(
    @CurrentActor() actor: Actor,
    @IdempotencyKey() key: string | null,
    @ReaderLanguage() language: Language,
    @Req() request: MultipartRequest,
  ): Promise<ImportDto> {
    const limits = { maxBytes: IMPORT_LIMITS.fileBytes, form: NO_FIELDS };
    const { taken } = await readUpload(request, limits, ({ file, filename }) =>
      this.imports.receive(actor, file, filename),
    );
    const { id } = await this.imports.add(actor, taken, key);
    return this.reads.one(actor, id, language);
  }

  @Get()
  @Policy(SEEN)
  @ApiOperation({ operationId: 'listImports', summary: 'Imports, the newest first' })
  @ApiOkResponse({ type: ImportPageDto })
  list(@CurrentActor() actor: Actor, @Query() query: ImportListQueryDto): Promise<ImportPageDto> {
    return this.reads.list(actor, query);
  }

  @Get('template.csv')
  @Policy({ who: IMPORTING_ROLES, note: 'Who enters projects into the register' })
  @ApiOperation({ operationId: 'importTemplate', summary: 'An empty list with every column and one example' })
  @ApiProduces('text/csv')
  @ApiOkResponse({ schema: { type: 'string' } })
  @Header('content-type', CSV)
  @Header('content-disposition', 'attachment; filename="mau-danh-sach-du-an.csv"')
  template(): string {
    return templateCsv();
  }

  @Get(':id')
  @Policy(SEEN)
  @ApiOperation({ operationId: 'getImport', summary: 'State, proposal, counts and progress of an import' })
  @ApiOkResponse({ type: ImportDto })
  one(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @ReaderLanguage() language: Language,
  ): Promise<ImportDto> {
    return this.reads.one(actor, id, language);
  }

  @Post(':id/preview')
  @HttpCode(200)
  @Policy(OWN)
  @ApiOperation({
    operationId: 'previewImport',
    summary:
      'Read the rows with this header, mapping and unit, and compare them with the register, which stays as it is',
  })
  @ApiOkResponse({ type: ImportPreviewDto })
  async preview(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Body() body: PreviewImportDto,
    @ReaderLanguage() language: Language,
  ): Promise<ImportPreviewDto> {
    await this.imports.preview(actor, id, settingsOf(body));
    return {
      import: await this.reads.one(actor, id, language),
      rows: await this.reads.rows(actor, id, FIRST_ROWS, language),
    };
  }

  @Get(':id/rows')
  @Policy(OWN)
  @ApiOperation({ operationId: 'importRows', summary: 'Rows with values, faults, duplicates and outcome' })
  @ApiOkResponse({ type: ImportRowPageDto })
  rows(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Query() query: ImportRowsQueryDto,
    @ReaderLanguage() language: Language,
  ): Promise<ImportRowPageDto> {
    return this.reads.rows(actor, id, query, language);
  }

  @Post(':id/run')
  @HttpCode(202)
  @Policy(OWN)
  @ApiOperation({ operationId: 'runImport', summary: 'Bring the rows into the register, in the background' })
  @ApiAcceptedResponse({ type: ImportDto })
  async run(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Body() { undecidedInFile, undecidedInRegister }: RunImportDto,
    @IdempotencyKey() key: string | null,
    @ReaderLanguage() language: Language,
  ): Promise<ImportDto> {
    const undecided = { inFile: undecidedInFile ?? null, inRegister: undecidedInRegister ?? null };
    await this.imports.start(actor, id, undecided, key);
    return this.reads.one(actor, id, language);
  }

  @Post(':id/cancel')
  @HttpCode(200)
  @Policy(ENDED)
  @ApiOperation({ operationId: 'cancelImport', summary: 'Stop an import; what was brought in stays' })
  @ApiOkResponse({ type: ImportDto })
  async cancel(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @IdempotencyKey() key: string | null,
    @ReaderLanguage() language: Language,
  ): Promise<ImportDto> {
    await this.imports.cancel(actor, id, key);
    return this.reads.one(actor, id, language);
  }

  @Post(':id/undo')
  @HttpCode(200)
  @Policy(ENDED)
  @ApiOperation({
    operationId: 'undoImport',
    summary: 'Take back the projects that the import entered and nobody has touched since',
  })
  @ApiOkResponse({ type: ImportDto })
  async undo(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @IdempotencyKey() key: string | null,
    @ReaderLanguage() language: Language,
  ): Promise<ImportDto> {
    await this.imports.undo(actor, id, key);
    return this.reads.one(actor, id, language);
  }

  @Get(':id/faulty-rows.csv')
  @Policy(OWN)
  @ApiOperation({
    operationId: 'faultyImportRows',
    summary: 'The faulty rows with what to correct, to import again',
  })
  @ApiProduces('text/csv')
  @ApiOkResponse({ schema: { type: 'string' } })
  @Header('content-type', CSV)
  @Header('content-disposition', 'attachment; filename="dong-loi.csv"')
  faulty(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @ReaderLanguage() language: Language,
  ): Promise<string> {
    return this.reads.faulty(actor, id, language);
  }
}
