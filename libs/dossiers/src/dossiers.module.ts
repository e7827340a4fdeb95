import { type DynamicModule, Module } from '@nestjs/common';
import { type ScreeningMode } from '#contracts';
import { type Pack } from '#law';
import { DossierActs } from './dossier-acts.js';
import { LawRegistry } from './law/law-registry.js';
import { SavedViews } from './views/saved-views.use-case.js';

/** The envelope of every change, and the law that governs dossiers; needs the global modules of database, identity and audit. */
@Module({})
export class DossiersModule {
  /** @param packs the law as `loadLawToRun` loaded it */
  static forRoot({ packs, mode }: { packs: readonly Pack[]; mode: ScreeningMode }): DynamicModule {
    const law = { provide: LawRegistry, useValue: new LawRegistry(packs, mode) };
    return {
      module: DossiersModule,
      global: true,
      providers: [law, DossierActs, SavedViews],
      exports: [LawRegistry, DossierActs, SavedViews],
    };
  }
}
