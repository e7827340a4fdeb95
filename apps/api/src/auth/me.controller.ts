import { Body, Controller, Get, HttpCode, Inject, Post, Req } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { DossierActs } from '#dossiers';
import { OwnPassword, passwordDigest, People, WebSessions } from '#identity';
import { type ApiRequest, type Principal } from '../http/api-request.types.js';
import { Policy } from '../http/policy.decorator.js';
import { CurrentPrincipal, IdempotencyKey } from '../http/request.decorators.js';
import { ChangePasswordDto, MeWithSessionDto, PasswordChangedDto } from './auth.dto.js';
import { SessionCookie } from './session-cookie.js';

@ApiTags('Sign-in')
@Controller('me')
export class MeController {
  constructor(
    @Inject(People) private readonly people: People,
    @Inject(WebSessions) private readonly sessions: WebSessions,
    @Inject(OwnPassword) private readonly ownPassword: OwnPassword,
    @Inject(DossierActs) private readonly acts: DossierActs,
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
  @Post('password')
  @HttpCode(200)
  @Policy({ who: 'signed_in', note: 'The own password, for whoever knows the current one' })
  @ApiOperation({
    operationId: 'changeOwnPassword',
    summary: 'Change the own password; every other session of the person ends',
  })
  @ApiOkResponse({ type: PasswordChangedDto })
  async changePassword(
    @CurrentPrincipal() { actor, sessionId }: Principal,
    @IdempotencyKey() idempotencyKey: string | null,
    @Body() { currentPassword: current, newPassword: next }: ChangePasswordDto,
  ): Promise<PasswordChangedDto> {
    // As dear to guess as the stored hash: it is kept to know a repeated request.
    const digest = await passwordDigest(`${current}\n${next}`, `change_own_password:${actor.id}`);
    const delivery = { action: 'change_own_password', body: { digest }, idempotencyKey };
    const change = { current, next, sessionId };
    return this.ownPassword.change(actor, change, (work) => this.acts.create(actor, delivery, work));
  }
}
