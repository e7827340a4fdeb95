import { type DynamicModule, Module } from '@nestjs/common';
import { type ScreeningMode } from '#contracts';
import { CLOCK, type Clock, civilDateOf, yearOf } from '#kernel';
import { assertOfficialModeReady, type Pack } from '#law';
import { DossierActs } from './dossier-acts.js';
import { LawRegistry } from './law/law-registry.js';

/** The envelope of every change, and the law that governs dossiers; needs the global modules of database, identity and audit. */
@Module({})
export class DossiersModule {
  /**
   * @param packs the loaded law; the promise is awaited while the application starts
   * @throws Refusal `official_mode_not_ready` while the start is under way, when this year's calendar is unconfirmed
   */
  static forRoot({
    packs,
    mode,
  }: {
    packs: () => Promise<readonly Pack[]>;
    mode: ScreeningMode;
  }): DynamicModule {
    const useFactory = async (clock: Clock) => {
      const loaded = await packs();
      if (mode === 'official') assertOfficialModeReady(loaded, yearOf(civilDateOf(clock.now())));
      return new LawRegistry(loaded, mode);
    };
    const law = { provide: LawRegistry, useFactory, inject: [CLOCK] };
    return {
      module: DossiersModule,
      global: true,
      providers: [law, DossierActs],
      exports: [LawRegistry, DossierActs],
    };
  }
}
