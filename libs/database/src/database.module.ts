import { type DynamicModule, Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CLOCK, type Clock } from '#kernel';
import { type DatabaseConfig } from './database-config.js';
import { dataSourceOptions } from './data-source-options.js';
import { UnitOfWork } from './unit-of-work.js';

/** One data source for the process; every lib gets UnitOfWork, CLOCK and DataSource from here. */
@Global()
@Module({})
export class DatabaseModule {
  /** Connects on start, once: a database that cannot be reached stops the start instead of hiding behind retries. */
  static forRoot(config: DatabaseConfig, clock: Clock): DynamicModule {
    return {
      module: DatabaseModule,
      imports: [
        TypeOrmModule.forRootAsync({
          useFactory: () => ({ ...dataSourceOptions(config), autoLoadEntities: true, retryAttempts: 0 }),
        }),
      ],
      providers: [UnitOfWork, { provide: CLOCK, useValue: clock }],
      exports: [UnitOfWork, CLOCK, TypeOrmModule],
    };
  }
}
