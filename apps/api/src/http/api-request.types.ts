import { type Actor } from '#kernel';

/** How a request proved who it is. */
export interface Principal {
  actor: Actor;
  via: 'bearer' | 'cookie';
  /** Row of the web session, or family of the refresh tokens. */
  sessionId: string;
}

/** What our guards and filters use of a Fastify request. */
export interface ApiRequest {
  id: string;
  method: string;
  /** As it was sent: the same route can be written in many ways, so nothing is decided by it. */
  url: string;
  /** Of Fastify: the template of the route, none where no route fits. */
  routeOptions?: { url?: string | undefined };
  ip: string;
  headers: Readonly<Record<string, string | string[] | undefined>>;
  cookies?: Readonly<Record<string, string | undefined>>;
  query: unknown;
  body: unknown;
  principal?: Principal;
}

export interface CookieOptions {
  path: string;
  httpOnly: boolean;
  sameSite: 'strict';
  secure: boolean;
  maxAge?: number;
}

/** What our guards and filters use of a Fastify reply. */
export interface ApiReply {
  sent: boolean;
  /** Milliseconds since the request arrived. */
  elapsedTime: number;
  code(status: number): ApiReply;
  header(name: string, value: string): ApiReply;
  getHeader(name: string): number | string | string[] | undefined;
  type(contentType: string): ApiReply;
  send(payload?: unknown): ApiReply;
  setCookie(name: string, value: string, options: CookieOptions): ApiReply;
  clearCookie(name: string, options: CookieOptions): ApiReply;
}

/** The single value of a header; a repeated one counts as its first. */
export function headerOf(request: ApiRequest, name: string): string | undefined {
  const value = request.headers[name];
  return Array.isArray(value) ? value[0] : value;
}
