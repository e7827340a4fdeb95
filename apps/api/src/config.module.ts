import { type DynamicModule, Global, Module } from '@nestjs/common';
import { type ApiConfig } from './config.js';

export const API_CONFIG = Symbol('ApiConfig');

/** Gives every module the checked configuration: `@Inject(API_CONFIG) config: ApiConfig`. */
@Global()
@Module({})
export class ConfigModule {
  static register(config: ApiConfig): DynamicModule {
    return {
      module: ConfigModule,
      providers: [{ provide: API_CONFIG, useValue: config }],
      exports: [API_CONFIG],
    };
  }
}
