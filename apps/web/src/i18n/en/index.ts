import { app } from './app.js';
import { words } from './words.js';

export const catalogue = { app, words };
