import {
  type CallHandler,
  type ExecutionContext,
  Inject,
  Injectable,
  type NestInterceptor,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { type Observable, tap } from 'rxjs';
import { AccessLog } from '#audit';
import { actingRoleOf } from '#dossiers';
import { type Actor } from '#kernel';
import { type ApiRequest } from './api-request.types.js';
import { ROUTE_POLICY, type RoutePolicy } from './policy.decorator.js';
import { routeOf } from './request-log.js';

/** Routes below this path speak about dossiers. */
const DOSSIERS = '/api/v1/dossiers';
const READS = ['GET', 'HEAD'];
type SeenRead = ApiRequest & { params?: { id?: string } };

/** Notes who read what of which dossier; downloads and exports are written by their own routes before a byte leaves. */
@Injectable()
export class AccessLogInterceptor implements NestInterceptor {
  constructor(
    @Inject(Reflector) private readonly reflector: Reflector,
    @Inject(AccessLog) private readonly accessLog: AccessLog,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<SeenRead>();
    const actor = request.principal?.actor;
    const policy = this.reflector.getAllAndOverride<RoutePolicy | undefined>(ROUTE_POLICY, [
      context.getHandler(),
      context.getClass(),
    ]);
    // The route and not what was sent: one route can be written in many ways.
    const route = routeOf(request) ?? '';
    const isRead = READS.includes(request.method) && route.startsWith(DOSSIERS);
    if (!actor || !policy?.dossier || !isRead) return next.handle();
    return next.handle().pipe(tap(() => this.note(actor, request, route)));
  }

  private note(actor: Actor, request: SeenRead, route: string): void {
    const actorRole = actingRoleOf(actor);
    const id = request.params?.id?.toLowerCase();
    if (id === undefined) {
      const action = (request.query as { q?: unknown }).q === undefined ? 'listed' : 'searched';
      return this.accessLog.note(actor, action, { actorRole, subject: { kind: 'list', id: 'dossiers' } });
    }
    const last = route.split('/').at(-1) ?? '';
    const kind = last.startsWith(':') ? 'dossier' : last;
    this.accessLog.note(actor, 'read', { actorRole, subject: { kind, id }, dossierId: id });
  }
}
