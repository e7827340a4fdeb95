import { Module } from '@nestjs/common';
import { DossierClocksController } from './dossier-clocks.controller.js';
import { DossiersController } from './dossiers.controller.js';

@Module({ controllers: [DossiersController, DossierClocksController] })
export class DossiersHttpModule {}
