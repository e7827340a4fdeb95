import { Module } from '@nestjs/common';
import { ConditionsController } from './conditions.controller.js';
import { DossierConditionsController } from './dossier-conditions.controller.js';

@Module({ controllers: [ConditionsController, DossierConditionsController] })
export class ConditionsApiModule {}
