import { Module } from '@nestjs/common';
import { AffiliationsController } from './affiliations.controller.js';
import { SubstituteAuthorityController } from './substitute-authority.controller.js';
import { WhoMayActController } from './who-may-act.controller.js';

/** Who is left to act, to whom people belong, who takes over; needs the global casework module. */
@Module({ controllers: [AffiliationsController, SubstituteAuthorityController, WhoMayActController] })
export class StaffingApiModule {}
