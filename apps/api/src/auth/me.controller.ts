import { Controller, Get, Inject, Req } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { People, WebSessions } from '#identity';
import { type ApiRequest, type Principal } from '../http/api-request.types.js';
import { Policy } from '../http/policy.decorator.js';
import { CurrentPrincipal } from '../http/request.decorators.js';
import { MeWithSessionDto } from './auth.dto.js';
import { SessionCookie } from './session-cookie.js';

@ApiTags('Sign-in')
@Controller('me')
export class MeController {
  constructor(
    @Inject(People) private readonly people: People,
    @Inject(WebSessions) private readonly sessions: WebSessions,
    @Inject(SessionCookie) private readonly cookie: SessionCookie,
  ) {}

  @Get()
  @Policy({ who: 'signed_in', note: 'The own account', handsOutCsrf: true })
  @ApiOperation({ operationId: 'me', summary: 'Who I am: roles, organisation, permissions' })
  @ApiOkResponse({ type: MeWithSessionDto })
  async me(@CurrentPrincipal() principal: Principal, @Req() request: ApiRequest): Promise<MeWithSessionDto> {
    const token = principal.via === 'cookie' ? this.cookie.read(request) : undefined;
    return {
      ...(await this.people.me(principal.actor)),
      csrfToken: token ? this.sessions.csrfToken(token) : null,
    };
  }
}
