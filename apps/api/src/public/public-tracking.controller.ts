import { Body, Controller, Header, HttpCode, Inject, Param, Post, Req } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiQuery, ApiTags } from '@nestjs/swagger';
import { FollowDossier, RenewTrackingSecret } from '#casework';
import { type Actor } from '#kernel';
import { API_CONFIG } from '../config.module.js';
import { type ApiConfig } from '../config.js';
import { type ApiRequest } from '../http/api-request.types.js';
import { IdPipe } from '../http/id.pipe.js';
import { Policy } from '../http/policy.decorator.js';
import { CurrentActor, DryRun, IdempotencyKey } from '../http/request.decorators.js';
import {
  RenewedTrackingDto,
  RenewTrackingDto,
  TrackingDto,
  TrackingRequestDto,
} from './public-tracking.dto.js';
import { trackingDto } from './tracking-view.js';

@ApiTags('Public')
@Controller()
export class PublicTrackingController {
  constructor(
    @Inject(FollowDossier) private readonly following: FollowDossier,
    @Inject(RenewTrackingSecret) private readonly renewing: RenewTrackingSecret,
    @Inject(API_CONFIG) private readonly config: ApiConfig,
  ) {}

  @Post('public/tracking')
  @HttpCode(200)
  @Header('cache-control', 'no-store')
  @Policy({
    who: 'public',
    ignoresCredentials: true,
    note: 'Whoever holds file code and tracking secret, at a rate of its own; who is signed in changes nothing',
  })
  @ApiOperation({
    operationId: 'followDossier',
    summary: 'Where a dossier stands, whose turn it is, when the answer is expected and why',
  })
  @ApiOkResponse({ type: TrackingDto })
  async follow(@Body() body: TrackingRequestDto, @Req() request: ApiRequest): Promise<TrackingDto> {
    return trackingDto(await this.following.run(body, request.ip), this.config.mode);
  }

  @Post('dossiers/:id/tracking-secret')
  @HttpCode(200)
  @Header('cache-control', 'no-store')
  @Policy({ who: ['clerk'], dossier: true, note: 'The clerk hands it to the owner; the old one dies' })
  @ApiOperation({
    operationId: 'renewTrackingSecret',
    summary: 'Give an accepted dossier a new tracking secret; it is shown in this answer only',
  })
  @ApiQuery({ name: 'dryRun', required: false, type: Boolean })
  @ApiOkResponse({ type: RenewedTrackingDto })
  renew(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) dossierId: string,
    @Body() { reason }: RenewTrackingDto,
    @IdempotencyKey() idempotencyKey: string | null,
    @DryRun() dryRun: boolean,
  ): Promise<RenewedTrackingDto> {
    return this.renewing.run(actor, { dossierId, reason, idempotencyKey, dryRun });
  }
}
