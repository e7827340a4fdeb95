import { Module } from '@nestjs/common';
import { DossierChangesController } from './dossier-changes.controller.js';
import { DossierClocksController } from './dossier-clocks.controller.js';
import { DossierCommandsController } from './dossier-commands.controller.js';
import { DossierNeighboursController } from './dossier-neighbours.controller.js';
import { DossierRoundsController } from './dossier-rounds.controller.js';
import { DossiersController } from './dossiers.controller.js';

@Module({
  controllers: [
    DossiersController,
    DossierChangesController,
    DossierClocksController,
    DossierCommandsController,
    DossierNeighboursController,
    DossierRoundsController,
  ],
})
export class DossiersHttpModule {}
