import { app } from './app.js';
import { audit } from './audit.js';
import { desk } from './desk.js';
import { dossier } from './dossier.js';
import { investor } from './investor.js';
import { publicTexts } from './public.js';
import { words } from './words.js';

/** All texts of the web application in Vietnamese, one file for each area. */
export const catalogue = { app, audit, desk, dossier, investor, public: publicTexts, words };
