import { Global, Module } from '@nestjs/common';
import { InstallationController } from './installation.controller.js';
import { WebPages } from './web-pages.js';

/** The web application and what its pages need before anybody has signed in; global for the filter of problems. */
@Global()
@Module({ controllers: [InstallationController], providers: [WebPages], exports: [WebPages] })
export class WebModule {}
