import { app } from './app.js';
import { words } from './words.js';

/** All texts of the web application in Vietnamese, one file for each area. */
export const catalogue = { app, words };
