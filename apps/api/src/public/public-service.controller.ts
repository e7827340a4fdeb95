import { Controller, Get, Header, Inject } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { exampleSecrets, PUBLIC_ACTOR } from '#casework';
import { UnitOfWork } from '#database';
import { LawRegistry } from '#dossiers';
import { civilDateOf, CLOCK, type Clock } from '#kernel';
import { API_CONFIG } from '../config.module.js';
import { type ApiConfig } from '../config.js';
import { type Language } from '../http/language.js';
import { Policy } from '../http/policy.decorator.js';
import { ReaderLanguage } from '../http/reader-language.decorator.js';
import { PublicServiceDto } from './public-service.dto.js';
import { servedProcedures, statusWords, verificationWords } from './public-service.view.js';
import { MODE_WORDS } from './public-words.js';
import { trackingSettings } from './tracking-settings.js';

@ApiTags('Public')
@Controller('public/service')
export class PublicServiceController {
  constructor(
    @Inject(LawRegistry) private readonly registry: LawRegistry,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(API_CONFIG) private readonly config: ApiConfig,
  ) {}

  @Get()
  @Header('vary', 'accept-language')
  @Policy({
    who: 'public',
    ignoresCredentials: true,
    note: 'Everybody, at a rate of its own: what the service is, by the law that is loaded',
  })
  @ApiOperation({
    operationId: 'getPublicService',
    summary: 'What the service is: procedures, papers and terms with their articles, from the packs in force',
  })
  @ApiOkResponse({ type: PublicServiceDto })
  async service(@ReaderLanguage() language: Language): Promise<PublicServiceDto> {
    const { mode, issuer, replyTo, returnPlace } = this.config;
    const { governingBody, body, place } = issuer;
    const today = civilDateOf(this.clock.now());
    return {
      ...{ mode, modeText: MODE_WORDS[mode], today, replyTo, returnPlace },
      issuer: { governingBody, body, place },
      procedures: servedProcedures(this.registry, today, language),
      verifications: verificationWords(),
      tracking: await this.tracking(),
    };
  }

  private async tracking(): Promise<PublicServiceDto['tracking']> {
    const { key, address } = trackingSettings(this.config);
    const isOpen = this.config.mode === 'demonstration' && this.config.demoAccounts;
    const examples = isOpen ? await this.unitOfWork.ask(PUBLIC_ACTOR, (tx) => exampleSecrets(tx, key)) : [];
    return { address, statuses: statusWords(), examples };
  }
}
