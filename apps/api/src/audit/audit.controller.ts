import { Controller, Get, Inject, Post, Query, Res, StreamableFile } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { downloadHeaders } from '#documents';
import { type Actor } from '#kernel';
import { type ApiReply } from '../http/api-request.types.js';
import { csvAnswer } from '../http/csv-answer.js';
import { Policy } from '../http/policy.decorator.js';
import { CurrentActor } from '../http/request.decorators.js';
import {
  AuditEntryListDto,
  BeforeQueryDto,
  CheckpointDto,
  CheckpointListDto,
  LogConditionsDto,
  LogPageDto,
  LogQueryDto,
  PublicKeyDto,
  SystemEntryQueryDto,
} from './audit.dto.js';
import { SystemLog } from './system-log.js';
import { WholeLog } from './whole-log.js';

@ApiTags('Audit')
@Controller('audit')
export class AuditController {
  constructor(
    @Inject(SystemLog) private readonly log: SystemLog,
    @Inject(WholeLog) private readonly whole: WholeLog,
  ) {}

  @Get('public-key')
  @Policy({ who: 'public', ignoresCredentials: true, note: 'Everybody must be able to verify what we sign' })
  @ApiOperation({ operationId: 'getAuditPublicKey', summary: 'The key that signs checkpoints' })
  @ApiOkResponse({ type: PublicKeyDto })
  publicKey(): PublicKeyDto {
    return this.log.publicKey;
  }

  @Get('checkpoints')
  @Policy({
    who: 'signed_in',
    note: 'Roots and signatures only; whoever has an account may keep them to hold us to them',
  })
  @ApiOperation({ operationId: 'listCheckpoints', summary: 'Signed checkpoints, newest first' })
  @ApiOkResponse({ type: CheckpointListDto })
  checkpoints(@CurrentActor() actor: Actor, @Query() query: BeforeQueryDto): Promise<CheckpointListDto> {
    return this.log.list(actor, query);
  }

  @Post('checkpoints')
  @Policy({ who: ['auditor'], note: 'An auditor may fix the state of the log at any time' })
  @ApiOperation({
    operationId: 'takeCheckpoint',
    summary: 'Cover and sign everything that no checkpoint covers yet',
  })
  @ApiCreatedResponse({ type: CheckpointDto })
  take(@CurrentActor() actor: Actor): Promise<CheckpointDto> {
    return this.log.take(actor);
  }

  @Get('entries')
  @Policy({ who: ['auditor'], note: 'Acts that belong to no dossier, of the own authority' })
  @ApiOperation({ operationId: 'listSystemAudit', summary: 'The system chain, newest first' })
  @ApiOkResponse({ type: AuditEntryListDto })
  entries(@CurrentActor() actor: Actor, @Query() query: SystemEntryQueryDto): Promise<AuditEntryListDto> {
    return this.log.entries(actor, query);
  }
  @Get('log')
  @Policy({ who: ['auditor'], note: 'All chains, as far as the auditor may see the dossiers and projects' })
  @ApiOperation({ operationId: 'listLog', summary: 'The log across all chains, newest first' })
  @ApiOkResponse({ type: LogPageDto })
  page(@CurrentActor() actor: Actor, @Query() query: LogQueryDto): Promise<LogPageDto> {
    return this.whole.page(actor, query);
  }

  @Get('log/export.csv')
  @Policy({ who: ['auditor'], note: 'What the list shows, by the same filters; every export is logged' })
  @ApiOperation({ operationId: 'exportLog', summary: 'The filtered log as CSV; every export is logged' })
  @ApiProduces('text/csv')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async exportLog(
    @CurrentActor() actor: Actor,
    @Query() conditions: LogConditionsDto,
    @Res({ passthrough: true }) reply: ApiReply,
  ): Promise<StreamableFile> {
    return csvAnswer(reply, 'nhat-ky.csv', await this.whole.export(actor, conditions));
  }

  @Get('export')
  @Policy({ who: ['auditor'], note: 'The chain of the system, where no other authority shares it' })
  @ApiOperation({
    operationId: 'exportSystemAudit',
    summary: 'Evidence file of the system chain: verifies without the database; every export is logged',
  })
  @ApiProduces('application/json')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async exportEvidence(
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) reply: ApiReply,
  ): Promise<StreamableFile> {
    const content = Buffer.from(JSON.stringify(await this.log.export(actor), null, 1));
    const file = {
      fileName: 'techgate-evidence-system.json',
      contentType: 'application/json',
      size: content.byteLength,
    };
    for (const [name, value] of Object.entries(downloadHeaders(file))) reply.header(name, value);
    return new StreamableFile(content);
  }
}
