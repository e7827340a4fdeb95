import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Metrics, type PoolUse } from '#observability';

interface Pool {
  totalCount: number;
  idleCount: number;
  waitingCount: number;
}

/** The figures of the API process. */
@Injectable()
export class ApiMetrics extends Metrics implements OnModuleDestroy {
  constructor(@Inject(DataSource) source: DataSource) {
    super();
    this.pool(() => poolUse(source));
  }

  onModuleDestroy(): void {
    this.close();
  }
}

function poolUse({ driver }: DataSource): PoolUse {
  const { master } = driver as unknown as { master?: Pool };
  if (master === undefined) return { used: 0, idle: 0, waiting: 0 };
  const { totalCount, idleCount, waitingCount } = master;
  return { used: totalCount - idleCount, idle: idleCount, waiting: waitingCount };
}
