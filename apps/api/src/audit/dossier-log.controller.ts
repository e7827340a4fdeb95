import { Controller, Get, Inject, Param, Query, Res, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { downloadHeaders } from '#documents';
import { type Actor } from '#kernel';
import { type ApiReply } from '../http/api-request.types.js';
import { IdPipe } from '../http/id.pipe.js';
import { Policy } from '../http/policy.decorator.js';
import { CurrentActor } from '../http/request.decorators.js';
import { AuditEntryListDto, ChainProofDto, ChainQueryDto } from './audit.dto.js';
import { DossierLog } from './dossier-log.js';

@ApiTags('Audit')
@Controller('dossiers/:id/audit')
@Policy({
  who: 'signed_in',
  dossier: true,
  note: 'Auditor, head and leader who may see the dossier; others who see it are refused, strangers find nothing',
})
export class DossierLogController {
  constructor(@Inject(DossierLog) private readonly log: DossierLog) {}

  @Get()
  @ApiOperation({
    operationId: 'listDossierAudit',
    summary: 'The log of a dossier, oldest first, with its hashes',
  })
  @ApiOkResponse({ type: AuditEntryListDto })
  entries(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Query() query: ChainQueryDto,
  ): Promise<AuditEntryListDto> {
    return this.log.entries(actor, id, query);
  }

  @Get('proof')
  @ApiOperation({
    operationId: 'getDossierAuditProof',
    summary: 'Proofs that the entries stand under signed checkpoints',
  })
  @ApiOkResponse({ type: ChainProofDto })
  proof(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<ChainProofDto> {
    return this.log.proof(actor, id);
  }

  @Get('export')
  @ApiOperation({
    operationId: 'exportDossierAudit',
    summary: 'Evidence file: verifies without the database; every export is logged',
  })
  @ApiProduces('application/json')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async export(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Res({ passthrough: true }) reply: ApiReply,
  ): Promise<StreamableFile> {
    const content = Buffer.from(JSON.stringify(await this.log.export(actor, id), null, 1));
    const file = {
      fileName: `techgate-evidence-${id}.json`,
      contentType: 'application/json',
      size: content.byteLength,
    };
    for (const [name, value] of Object.entries(downloadHeaders(file))) reply.header(name, value);
    return new StreamableFile(content);
  }
}
