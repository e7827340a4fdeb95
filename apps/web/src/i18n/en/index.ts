import { app } from './app.js';
import { audit } from './audit.js';
import { desk } from './desk.js';
import { dossier } from './dossier.js';
import { investor } from './investor.js';
import { publicTexts } from './public.js';
import { words } from './words.js';

export const catalogue = { app, audit, desk, dossier, investor, public: publicTexts, words };
