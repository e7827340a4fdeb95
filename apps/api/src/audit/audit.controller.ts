import { Controller, Get, Inject, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Actor } from '#kernel';
import { Policy } from '../http/policy.decorator.js';
import { CurrentActor } from '../http/request.decorators.js';
import {
  AuditEntryListDto,
  BeforeQueryDto,
  CheckpointDto,
  CheckpointListDto,
  PublicKeyDto,
  SystemEntryQueryDto,
} from './audit.dto.js';
import { SystemLog } from './system-log.js';

@ApiTags('Audit')
@Controller('audit')
export class AuditController {
  constructor(@Inject(SystemLog) private readonly log: SystemLog) {}

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
}
