import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import { type Observable, tap } from 'rxjs';
import { type ApiReply } from './api-request.types.js';

const revisionOf = (body: unknown): number | null => {
  if (typeof body !== 'object' || body === null || !('revision' in body)) return null;
  return typeof body.revision === 'number' ? body.revision : null;
};

/** Gives every answer that carries a `revision` its ETag. */
@Injectable()
export class EtagInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const reply = context.switchToHttp().getResponse<ApiReply>();
    return next.handle().pipe(
      tap((body: unknown) => {
        const revision = revisionOf(body);
        if (revision !== null) reply.header('etag', `"${revision}"`);
      }),
    );
  }
}
