import {
  type ArgumentsHost,
  Catch,
  type ExceptionFilter,
  Inject,
  Logger,
  NotFoundException,
} from '@nestjs/common';
import { loggedFault } from '#database';
import { Refusal } from '#kernel';
import { API_CONFIG } from '../config.module.js';
import { type ApiConfig } from '../config.js';
import { answerOnGrid } from './answer-on-grid.js';
import { type ApiReply, type ApiRequest, headerOf } from './api-request.types.js';
import { languageOf } from './language.js';
import { ApiMetrics } from '../observability/api-metrics.js';
import { isAskedByPerson } from './asked-by-person.js';
import { PROBLEM_TYPE, problemDocument } from './problem-document.js';
import { refusalOfError } from './refusal-of-error.js';
import { whoAndWhat } from './request-log.js';
import { refusedPage } from '../web/refused-page.js';
import { type FileReply, WebPages } from '../web/web-pages.js';
import { RoutesByPath } from './routes-by-path.js';

/** Refusals that say something of us, and that an operator has to find in the log. */
const OF_THE_HOUSE = ['dependency_unavailable', 'took_too_long'];
/** What is refused alike whether it is there or not. */
const HIDING: readonly string[] = ['not_found', 'tracking_unknown'];
const HTML = 'text/html; charset=utf-8';

/** Turns every error into a problem document: named where it is a refusal, without its inside where it is a fault. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger(ProblemFilter.name);

  constructor(
    @Inject(RoutesByPath) private readonly routes: RoutesByPath,
    @Inject(ApiMetrics) private readonly metrics: ApiMetrics,
    @Inject(WebPages) private readonly pages: WebPages,
    @Inject(API_CONFIG) private readonly config: ApiConfig,
  ) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    this.answerError(error, http.getRequest<ApiRequest>(), http.getResponse<ApiReply>());
  }

  /** Answers whatever was thrown, also on routes that Nest knows nothing of. */
  answerError(error: unknown, request: ApiRequest, reply: ApiReply): void {
    const refusal = this.wrongMethod(error, request) ?? refusalOfError(error);
    if (refusal === null || OF_THE_HOUSE.includes(refusal.code)) this.report(error, request);
    if (refusal && HIDING.includes(refusal.code)) this.answerHidden(refusal, request, reply);
    else if (!reply.sent) this.answer(refusal ?? new Refusal('internal_error'), request, reply);
  }

  /** What is not yours takes longer to find out than what is not there: neither tells by its time which of them it is. */
  private answerHidden(refusal: Refusal, request: ApiRequest, reply: ApiReply): void {
    const arrival = performance.now() - reply.elapsedTime;
    answerOnGrid(arrival, this.config.notFoundAfter, () => {
      if (!reply.sent) this.answer(refusal, request, reply);
    });
  }

  private answer(refusal: Refusal, request: ApiRequest, reply: ApiReply): void {
    this.metrics.refused(refusal.code);
    const language = languageOf(headerOf(request, 'accept-language'));
    const problem = problemDocument(refusal, request, language);
    const retryAfter = refusal.details['retryAfterSeconds'];
    if (typeof retryAfter === 'number')
      reply.header('retry-after', String(Math.max(1, Math.ceil(retryAfter))));
    if (Array.isArray(refusal.details['allowed']))
      reply.header('allow', refusal.details['allowed'].join(', '));
    if (problem.status === 404 && this.pages.wants(request))
      return void this.pages.sendPage(reply.code(404) as ApiReply & FileReply<unknown>);
    if (problem.status === 401) reply.header('www-authenticate', 'Bearer realm="techgate"');
    reply.code(problem.status).header('cache-control', 'no-store');
    if (isAskedByPerson(request)) return void reply.type(HTML).send(refusedPage(problem, language));
    reply.type(PROBLEM_TYPE).send(problem);
  }

  // Only Nest itself throws NotFoundException, where no route fits; ours are refusals.
  private wrongMethod(error: unknown, request: ApiRequest): Refusal | null {
    if (!(error instanceof NotFoundException)) return null;
    const allowed = this.routes.methodsOf(request.url.split('?')[0] ?? '');
    return allowed.length === 0 ? null : new Refusal('method_not_allowed', { allowed });
  }

  private report(error: unknown, request: ApiRequest): void {
    this.logger.error({ msg: 'request failed', ...whoAndWhat(request), ...loggedFault(error) });
  }
}
