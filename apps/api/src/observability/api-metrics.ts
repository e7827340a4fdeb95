import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Checkpoints } from '#audit';
import { DOCUMENT_STORE, type DocumentStore } from '#documents';
import { CachedReading, lostPlaces, Metrics, type PoolUse } from '#observability';

interface Pool {
  totalCount: number;
  idleCount: number;
  waitingCount: number;
}

/** Places are tried by writing, at most once a second however many ask. */
const PLACES_MAX_AGE_MS = 1000;

/** The figures of the API process. */
@Injectable()
export class ApiMetrics extends Metrics implements OnModuleDestroy {
  constructor(
    @Inject(DataSource) source: DataSource,
    @Inject(DOCUMENT_STORE) store: DocumentStore,
    @Inject(Checkpoints) checkpoints: Checkpoints,
  ) {
    super();
    this.pool(() => poolUse(source));
    const places = new CachedReading(
      () => lostPlaces({ storage: () => store.probe(), keys: () => checkpoints.probe() }),
      PLACES_MAX_AGE_MS,
      () => performance.now(),
    );
    this.places(() => places.get());
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
