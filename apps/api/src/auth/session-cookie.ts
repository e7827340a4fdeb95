import { type ApiReply, type ApiRequest, type CookieOptions } from '../http/api-request.types.js';

const MAX_TOKEN = 100;
const SECONDS = 12 * 3600;

/** The session cookie: unreadable for scripts, never sent along from another site. */
export class SessionCookie {
  private readonly name: string;

  constructor(private readonly secure: boolean) {
    // The prefix makes browsers insist on Secure, Path=/ and no Domain.
    this.name = secure ? '__Host-techgate_session' : 'techgate_session';
  }

  read(request: ApiRequest): string | undefined {
    const token = request.cookies?.[this.name];
    return token !== undefined && token !== '' && token.length <= MAX_TOKEN ? token : undefined;
  }

  write(reply: ApiReply, token: string): void {
    reply.setCookie(this.name, token, { ...this.options(), maxAge: SECONDS });
  }

  clear(reply: ApiReply): void {
    reply.clearCookie(this.name, this.options());
  }

  private options(): CookieOptions {
    return { path: '/', httpOnly: true, sameSite: 'strict', secure: this.secure };
  }
}
