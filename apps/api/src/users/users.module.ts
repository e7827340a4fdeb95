import { Module } from '@nestjs/common';
import { OrganisationsController } from './organisations.controller.js';
import { UsersController } from './users.controller.js';

@Module({ controllers: [UsersController, OrganisationsController] })
export class UsersModule {}
