import {
  Body,
  Controller,
  Get,
  HttpCode,
  Inject,
  Param,
  Post,
  Req,
  Res,
  StreamableFile,
} from '@nestjs/common';
import {
  ApiBody,
  ApiConsumes,
  ApiCreatedResponse,
  ApiOkResponse,
  ApiOperation,
  ApiProduces,
  ApiTags,
} from '@nestjs/swagger';
import { DOCUMENT_KINDS, downloadHeaders } from '#documents';
import { type Actor } from '#kernel';
import { type ApiReply } from '../http/api-request.types.js';
import { IdPipe } from '../http/id.pipe.js';
import { Policy } from '../http/policy.decorator.js';
import { CurrentActor, IdempotencyKey, IfMatch } from '../http/request.decorators.js';
import { DossierDocuments } from './dossier-documents.js';
import { DocumentDto, documentDto, DocumentListDto, WithdrawDocumentDto } from './documents.dto.js';
import { DOCUMENT_FORM, type MultipartRequest, readUpload } from './multipart-upload.js';
import { UPLOAD_MAX_BYTES } from './upload-limit.js';

const UPLOAD_SCHEMA = {
  type: 'object',
  required: ['file'],
  properties: {
    kind: { type: 'string', enum: [...DOCUMENT_KINDS], default: 'paper' },
    checklistItem: { type: 'string', example: 'D3' },
    file: {
      type: 'string',
      format: 'binary',
      description: 'PDF, PNG, JPEG, DOCX or XLSX; after the other fields',
    },
  },
};

@ApiTags('Documents')
@Controller()
export class DocumentsController {
  constructor(
    @Inject(DossierDocuments) private readonly documents: DossierDocuments,
    @Inject(UPLOAD_MAX_BYTES) private readonly maxBytes: number,
  ) {}

  @Post('dossiers/:id/documents')
  @Policy({
    who: 'signed_in',
    dossier: true,
    note: 'Owner while the dossier is editable; counter, head, leader; until it is closed the lead appraiser, the consulted for their answer, council members for proxies and ballots',
  })
  @ApiOperation({ operationId: 'uploadDocument', summary: 'Add a file to a dossier' })
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: UPLOAD_SCHEMA })
  @ApiCreatedResponse({ type: DocumentDto })
  async upload(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) dossierId: string,
    @IdempotencyKey() idempotencyKey: string | null,
    @Req() request: MultipartRequest,
  ): Promise<DocumentDto> {
    const { maxBytes } = this;
    const form = DOCUMENT_FORM;
    const { taken, fields } = await readUpload(request, { maxBytes, form }, ({ file, filename, mimetype }) =>
      this.documents.receive(actor, {
        dossierId,
        declared: { fileName: filename, contentType: mimetype },
        source: file,
        maxBytes,
        idempotencyKey,
      }),
    );
    return documentDto(
      await this.documents.add(actor, { dossierId, ...fields, file: taken, idempotencyKey }),
    );
  }

  @Get('dossiers/:id/documents')
  @Policy({ who: 'signed_in', dossier: true, note: 'Whoever may see the dossier' })
  @ApiOperation({
    operationId: 'listDocuments',
    summary: 'Files of a dossier, oldest first, withdrawn ones marked',
  })
  @ApiOkResponse({ type: DocumentListDto })
  async list(@CurrentActor() actor: Actor, @Param('id', IdPipe) dossierId: string): Promise<DocumentListDto> {
    return { items: (await this.documents.list(actor, dossierId)).map(documentDto) };
  }

  @Post('documents/:id/withdraw')
  @HttpCode(200)
  @Policy({ who: 'signed_in', dossier: true, note: 'Whoever may add files to the dossier' })
  @ApiOperation({
    operationId: 'withdrawDocument',
    summary: 'Take a file back; it stays visible as withdrawn',
  })
  @ApiOkResponse({ type: DocumentDto })
  async withdraw(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) documentId: string,
    @IfMatch() revision: number,
    @IdempotencyKey() idempotencyKey: string | null,
    @Body() { reason }: WithdrawDocumentDto,
  ): Promise<DocumentDto> {
    return documentDto(
      await this.documents.withdraw(actor, { documentId, revision, reason, idempotencyKey }),
    );
  }

  @Get('documents/:id/content')
  @Policy({ who: 'signed_in', dossier: true, note: 'Whoever may see the dossier; every download is logged' })
  @ApiOperation({ operationId: 'downloadDocument', summary: 'The file itself, always as an attachment' })
  @ApiProduces('application/octet-stream')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async content(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) documentId: string,
    @Res({ passthrough: true }) reply: ApiReply,
  ): Promise<StreamableFile> {
    const { document, file } = await this.documents.download(actor, documentId);
    for (const [name, value] of Object.entries(downloadHeaders({ ...document, size: file.size })))
      reply.header(name, value);
    return new StreamableFile(file.stream);
  }
}
