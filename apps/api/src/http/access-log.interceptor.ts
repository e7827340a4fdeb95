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

/** Routes below this path speak about dossiers. */
const DOSSIERS = '/api/v1/dossiers';

/** Notes who read what of which dossier; downloads and exports are written by their own routes before a byte leaves. */
@Injectable()
export class AccessLogInterceptor implements NestInterceptor {
  constructor(
    @Inject(Reflector) private readonly reflector: Reflector,
    @Inject(AccessLog) private readonly accessLog: AccessLog,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<ApiRequest & { params?: { id?: string } }>();
    const actor = request.principal?.actor;
    const policy = this.reflector.getAllAndOverride<RoutePolicy | undefined>(ROUTE_POLICY, [
      context.getHandler(),
      context.getClass(),
    ]);
    const isRead = request.method === 'GET' && request.url.startsWith(DOSSIERS);
    if (!actor || !policy?.dossier || !isRead) return next.handle();
    return next.handle().pipe(tap(() => this.note(actor, request)));
  }

  private note(actor: Actor, request: ApiRequest & { params?: { id?: string } }): void {
    const actorRole = actingRoleOf(actor);
    const id = request.params?.id?.toLowerCase();
    const [path = '', query] = request.url.split('?');
    if (id === undefined) {
      const action = new URLSearchParams(query).has('q') ? 'searched' : 'listed';
      return this.accessLog.note(actor, action, { actorRole, subject: { kind: 'list', id: 'dossiers' } });
    }
    const kind = path.split('/').at(-1) === id ? 'dossier' : (path.split('/').at(-1) ?? 'dossier');
    this.accessLog.note(actor, 'read', { actorRole, subject: { kind, id }, dossierId: id });
  }
}
