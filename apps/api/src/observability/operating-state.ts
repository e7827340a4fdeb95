import { Inject, Injectable } from '@nestjs/common';
import { operatingFigures } from '#casework';
import { UnitOfWork } from '#database';
import { CLOCK, type Clock, systemActor } from '#kernel';
import { CachedReading, type OperatingFigures } from '#observability';

/** The figures are of the whole installation. */
const NO_AUTHORITY = '00000000-0000-4000-8000-000000000000';
const MAX_AGE_MS = 5000;

/** How the installation stands, read at most once in a few seconds however many ask. */
@Injectable()
export class OperatingState {
  private readonly reading: CachedReading<OperatingFigures>;

  constructor(@Inject(UnitOfWork) unitOfWork: UnitOfWork, @Inject(CLOCK) clock: Clock) {
    this.reading = new CachedReading(
      () => unitOfWork.read(systemActor(NO_AUTHORITY), operatingFigures),
      MAX_AGE_MS,
      () => clock.now().getTime(),
    );
  }

  /** @throws what the database says when it cannot be read. */
  figures(): Promise<OperatingFigures> {
    return this.reading.get();
  }
}
