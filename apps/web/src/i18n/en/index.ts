import { app } from './app.js';
import { desk } from './desk.js';
import { words } from './words.js';

export const catalogue = { app, desk, words };
