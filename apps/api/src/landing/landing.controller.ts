import { Controller, Get, Header, Inject, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { API_CONFIG } from '../config.module.js';
import { type ApiConfig } from '../config.js';
import { type ApiReply, type ApiRequest, headerOf } from '../http/api-request.types.js';
import { type Language, languageOf } from '../http/language.js';
import { Policy } from '../http/policy.decorator.js';
import { LANDING_STYLE, landingPage } from './landing.page.js';

@ApiExcludeController()
@Controller()
@Policy({
  who: 'public',
  ignoresCredentials: true,
  note: 'What the system is; demonstration accounts only where they are on',
})
export class LandingController {
  constructor(@Inject(API_CONFIG) private readonly config: ApiConfig) {}

  @Get()
  @Header('content-type', 'text/html; charset=utf-8')
  page(
    @Query('lang') lang: unknown,
    @Req() request: ApiRequest,
    @Res({ passthrough: true }) reply: ApiReply,
  ): string {
    const language: Language =
      lang === 'vi' || lang === 'en' ? lang : languageOf(headerOf(request, 'accept-language'));
    reply.header('content-language', language).header('vary', 'accept-language');
    return landingPage(language, {
      demonstration: this.config.mode === 'demonstration',
      demoAccounts: this.config.demoAccounts,
    });
  }

  @Get('landing.css')
  @Header('content-type', 'text/css; charset=utf-8')
  @Header('cache-control', 'public, max-age=3600')
  style(): string {
    return LANDING_STYLE;
  }
}
