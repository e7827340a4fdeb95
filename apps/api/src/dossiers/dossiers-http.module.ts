import { Module } from '@nestjs/common';
import { DossierClocksController } from './dossier-clocks.controller.js';
import { DossierRoundsController } from './dossier-rounds.controller.js';
import { DossiersController } from './dossiers.controller.js';

@Module({ controllers: [DossiersController, DossierClocksController, DossierRoundsController] })
export class DossiersHttpModule {}
