import { type DynamicModule, Module, type Type } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, APP_PIPE, DiscoveryModule } from '@nestjs/core';
import { LoggerModule } from 'nestjs-pino';
import { AuditModule } from '#audit';
import { CaseworkModule } from '#casework';
import { DatabaseModule } from '#database';
import { DocumentsModule } from '#documents';
import { DossiersModule } from '#dossiers';
import { IdentityModule } from '#identity';
import { type Clock, systemClock } from '#kernel';
import { type Pack } from '#law';
import { AppraisalApiModule } from './appraisal/appraisal-api.module.js';
import { AssignmentsApiModule } from './assignments/assignments-api.module.js';
import { AuditApiModule } from './audit/audit-api.module.js';
import { AuthModule } from './auth/auth.module.js';
import { ConditionsApiModule } from './conditions/conditions-api.module.js';
import { type ApiConfig } from './config.js';
import { ConfigModule } from './config.module.js';
import { CouncilsApiModule } from './councils/councils-api.module.js';
import { ConsultationsApiModule } from './consultations/consultations-api.module.js';
import { DecisionsApiModule } from './decisions/decisions-api.module.js';
import { DocumentsApiModule } from './documents/documents-api.module.js';
import { DossiersHttpModule } from './dossiers/dossiers-http.module.js';
import { HealthModule } from './health/health.module.js';
import { AccessGuard } from './http/access.guard.js';
import { AccessLogInterceptor } from './http/access-log.interceptor.js';
import { EtagInterceptor } from './http/etag.interceptor.js';
import { MetricsModule } from './observability/metrics.module.js';
import { NotificationsApiModule } from './notifications/notifications-api.module.js';
import { ProblemFilter } from './http/problem.filter.js';
import { type LogStream, requestLog } from './http/request-log.js';
import { DryRunGuard } from './http/request.decorators.js';
import { RateLimits } from './http/rate-limits.js';
import { RequestValidationPipe } from './http/request-validation.pipe.js';
import { RoutesByPath } from './http/routes-by-path.js';
import { UnaskedBodyGuard } from './http/unasked-body.guard.js';
import { LawApiModule } from './law/law-api.module.js';
import { LettersHttpModule } from './letters/letters-http.module.js';
import { LiveApiModule } from './live/live-api.module.js';
import { ProjectImportsApiModule } from './projects/imports/project-imports-api.module.js';
import { ProjectsApiModule } from './projects/projects-api.module.js';
import { PublicApiModule } from './public/public-api.module.js';
import { trackingSettings } from './public/tracking-settings.js';
import { ReportsApiModule } from './reports/reports-api.module.js';
import { ScreeningApiModule } from './screening/screening-api.module.js';
import { StaffingApiModule } from './staffing/staffing-api.module.js';
import { UsersModule } from './users/users.module.js';
import { ViewsApiModule } from './views/views-api.module.js';
import { WebModule } from './web/web.module.js';

/** What tests and the demo may replace. */
export interface Overrides {
  clock?: Clock;
  log?: LogStream;
  /** Law that was loaded and checked already, for several applications in one process. */
  law?: readonly Pack[];
}

/* ---- Feature modules: add yours here, one line each, in alphabetical order ---- */
const features = (config: ApiConfig, packs: readonly Pack[]): (DynamicModule | Type)[] => [
  AppraisalApiModule,
  AssignmentsApiModule,
  AuditApiModule,
  AuditModule.forRoot(config),
  CaseworkModule.forRoot({ ...config, tracking: trackingSettings(config) }),
  ConditionsApiModule,
  CouncilsApiModule,
  ConsultationsApiModule,
  DecisionsApiModule,
  DocumentsApiModule.register(config),
  DocumentsModule.forRoot(config),
  DossiersHttpModule,
  DossiersModule.forRoot({ packs, mode: config.mode }),
  LawApiModule,
  LettersHttpModule,
  LiveApiModule,
  NotificationsApiModule,
  ProjectImportsApiModule,
  ProjectsApiModule,
  PublicApiModule,
  ReportsApiModule,
  ScreeningApiModule,
  StaffingApiModule,
  ViewsApiModule,
];

@Module({})
export class AppModule {
  static register(config: ApiConfig, packs: readonly Pack[], overrides: Overrides = {}): DynamicModule {
    return {
      module: AppModule,
      imports: [
        DiscoveryModule,
        ConfigModule.register(config),
        LoggerModule.forRoot(requestLog(config.logLevel, overrides.log)),
        DatabaseModule.forRoot(
          { ...config.database, statementSeconds: config.timeLimits.statement },
          overrides.clock ?? systemClock,
        ),
        IdentityModule.forRoot(config),
        AuthModule.register(config),
        UsersModule,
        HealthModule,
        MetricsModule,
        WebModule,
        ...features(config, packs),
      ],
      providers: [
        RoutesByPath,
        RateLimits,
        { provide: APP_GUARD, useClass: AccessGuard },
        { provide: APP_GUARD, useClass: DryRunGuard },
        { provide: APP_GUARD, useClass: UnaskedBodyGuard },
        { provide: APP_PIPE, useClass: RequestValidationPipe },
        { provide: APP_INTERCEPTOR, useClass: AccessLogInterceptor },
        { provide: APP_INTERCEPTOR, useClass: EtagInterceptor },
        ProblemFilter,
        { provide: APP_FILTER, useExisting: ProblemFilter },
      ],
    };
  }
}
