/** Marks a form of the page, itself no dialog, in which somebody has entered something. */
export const ENTERED = { 'data-entered': true } as const;

/** Whether a dialog is open: what is pressed there is not meant for the page behind it. */
export const isDialogOpen = (): boolean => document.querySelector('[role="dialog"]') !== null;

/** Whether keys that lead away from a page rest, because a dialog or a form with something in it stands there. */
export const isKeptHere = (): boolean => isDialogOpen() || document.querySelector('[data-entered]') !== null;
