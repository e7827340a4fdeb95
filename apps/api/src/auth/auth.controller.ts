import { Body, Controller, Delete, HttpCode, Inject, Post, Req, Res, UseGuards } from '@nestjs/common';
import {
  ApiBody,
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import { AccessTokens, People, type Refreshed, RefreshTokens, WebSessions } from '#identity';
import { type Actor, Refusal } from '#kernel';
import { type ApiReply, type ApiRequest, type Principal } from '../http/api-request.types.js';
import { Policy } from '../http/policy.decorator.js';
import { CurrentPrincipal } from '../http/request.decorators.js';
import { RefreshDto, SessionDto, SignInDto, TokensDto } from './auth.dto.js';
import { PasswordGuard } from './passport.guards.js';
import { SessionCookie } from './session-cookie.js';

const signedIn = (request: ApiRequest & { user?: Actor }): Actor => {
  if (!request.user) throw new Refusal('invalid_credentials');
  return request.user;
};

@ApiTags('Sign-in')
@Controller('auth')
export class AuthController {
  constructor(
    @Inject(RefreshTokens) private readonly refreshTokens: RefreshTokens,
    @Inject(AccessTokens) private readonly accessTokens: AccessTokens,
    @Inject(WebSessions) private readonly sessions: WebSessions,
    @Inject(People) private readonly people: People,
    @Inject(SessionCookie) private readonly cookie: SessionCookie,
  ) {}

  @Post('login')
  @HttpCode(200)
  @UseGuards(PasswordGuard)
  @Policy({ who: 'public', ignoresCredentials: true, note: 'Sign-in of API clients' })
  @ApiOperation({ operationId: 'login', summary: 'Sign in an API client' })
  @ApiBody({ type: SignInDto })
  @ApiOkResponse({ type: TokensDto })
  async login(@Body() _credentials: SignInDto, @Req() request: ApiRequest): Promise<TokensDto> {
    return this.tokens(await this.refreshTokens.begin(signedIn(request)));
  }

  @Post('refresh')
  @HttpCode(200)
  @Policy({ who: 'public', ignoresCredentials: true, note: 'The refresh token is the proof' })
  @ApiOperation({ operationId: 'refresh', summary: 'Exchange a refresh token for new tokens' })
  @ApiOkResponse({ type: TokensDto })
  async refresh(@Body() body: RefreshDto): Promise<TokensDto> {
    return this.tokens(await this.refreshTokens.rotate(body.refreshToken));
  }

  @Post('logout')
  @HttpCode(204)
  @Policy({ who: 'signed_in', note: 'Ends the own sign-in' })
  @ApiOperation({ operationId: 'logout', summary: 'End this sign-in; its tokens stop working at once' })
  @ApiNoContentResponse()
  async logout(
    @CurrentPrincipal() principal: Principal,
    @Res({ passthrough: true }) reply: ApiReply,
  ): Promise<void> {
    await this.end(principal, reply);
  }

  @Post('session')
  @UseGuards(PasswordGuard)
  @Policy({ who: 'public', ignoresCredentials: true, note: 'Sign-in of the web' })
  @ApiOperation({ operationId: 'openSession', summary: 'Sign in a browser with a cookie session' })
  @ApiBody({ type: SignInDto })
  @ApiCreatedResponse({ type: SessionDto })
  async openSession(
    @Body() _credentials: SignInDto,
    @Req() request: ApiRequest,
    @Res({ passthrough: true }) reply: ApiReply,
  ): Promise<SessionDto> {
    const actor = signedIn(request);
    const session = await this.sessions.open(actor, this.cookie.read(request));
    this.cookie.write(reply, session.token);
    return {
      csrfToken: session.csrfToken,
      expiresAt: session.expiresAt.toISOString(),
      user: await this.people.me(actor),
    };
  }

  @Delete('session')
  @HttpCode(204)
  @Policy({ who: 'signed_in', note: 'Ends the own session' })
  @ApiOperation({ operationId: 'closeSession', summary: 'End the cookie session' })
  @ApiNoContentResponse()
  async closeSession(
    @CurrentPrincipal() principal: Principal,
    @Res({ passthrough: true }) reply: ApiReply,
  ): Promise<void> {
    await this.end(principal, reply);
  }

  private async end(principal: Principal, reply: ApiReply): Promise<void> {
    if (principal.via === 'bearer') return this.refreshTokens.end(principal.actor, principal.sessionId);
    await this.sessions.end(principal.actor, principal.sessionId);
    this.cookie.clear(reply);
  }

  private async tokens({ actor, familyId, refreshToken }: Refreshed): Promise<TokensDto> {
    return {
      ...(await this.accessTokens.sign(actor, familyId)),
      refreshToken,
      user: await this.people.me(actor),
    };
  }
}
