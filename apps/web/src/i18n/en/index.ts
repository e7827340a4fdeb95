import { app } from './app.js';
import { desk } from './desk.js';
import { investor } from './investor.js';
import { publicTexts } from './public.js';
import { words } from './words.js';

export const catalogue = { app, desk, public: publicTexts, investor, words };
