import { Global, Module } from '@nestjs/common';
import { ApiMetrics } from './api-metrics.js';
import { MetricsController } from './metrics.controller.js';
import { OperatingState } from './operating-state.js';

/** What the process tells of itself: figures for Prometheus and, for health, how the installation stands. */
@Global()
@Module({
  controllers: [MetricsController],
  providers: [ApiMetrics, OperatingState],
  exports: [ApiMetrics, OperatingState],
})
export class MetricsModule {}
