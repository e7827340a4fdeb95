import { Controller, Get, HttpCode, Inject, Param, Post, Res, StreamableFile } from '@nestjs/common';
import { ApiAcceptedResponse, ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { downloadHeaders } from '#documents';
import { type Actor } from '#kernel';
import { type ApiReply } from '../http/api-request.types.js';
import { IdPipe } from '../http/id.pipe.js';
import { Policy } from '../http/policy.decorator.js';
import { CurrentActor, IdempotencyKey } from '../http/request.decorators.js';
import { VerificationDto, VerificationListDto } from './verifications.dto.js';
import { Verifications } from './verifications.js';

@ApiTags('Audit')
@Controller('audit/verifications')
@Policy({
  who: ['auditor'],
  note: 'The whole log; places in dossiers that the auditor may not see are left out',
})
export class VerificationsController {
  constructor(@Inject(Verifications) private readonly verifications: Verifications) {}

  @Post()
  @HttpCode(202)
  @ApiOperation({
    operationId: 'requestVerification',
    summary: 'Verify the whole log in the background, as the command `verify` does; one at a time',
  })
  @ApiAcceptedResponse({ type: VerificationDto })
  request(
    @CurrentActor() actor: Actor,
    @IdempotencyKey() idempotencyKey: string | null,
  ): Promise<VerificationDto> {
    return this.verifications.request(actor, idempotencyKey);
  }

  @Get()
  @ApiOperation({
    operationId: 'listVerifications',
    summary: 'Verifications of the whole log that the own authority asked for, the newest first',
  })
  @ApiOkResponse({ type: VerificationListDto })
  list(@CurrentActor() actor: Actor): Promise<VerificationListDto> {
    return this.verifications.list(actor);
  }

  @Get(':id')
  @ApiOperation({ operationId: 'getVerification', summary: 'How far a verification is, and what it found' })
  @ApiOkResponse({ type: VerificationDto })
  one(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<VerificationDto> {
    return this.verifications.one(actor, id);
  }

  @Get(':id/evidence')
  @ApiOperation({
    operationId: 'exportVerification',
    summary: 'Signed evidence of what a verification found; every export is logged',
  })
  @ApiProduces('application/json')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async evidence(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Res({ passthrough: true }) reply: ApiReply,
  ): Promise<StreamableFile> {
    const content = Buffer.from(JSON.stringify(await this.verifications.evidence(actor, id), null, 1));
    const file = {
      fileName: `techgate-verification-${id}.json`,
      contentType: 'application/json',
      size: content.byteLength,
    };
    for (const [name, value] of Object.entries(downloadHeaders(file))) reply.header(name, value);
    return new StreamableFile(content);
  }
}
