import { type account as vietnamese } from '../vi/account.js';
import { type SameShape } from '../same-shape.js';

export const account: SameShape<typeof vietnamese> = {
  title: 'My account',
  lead: 'Administrators keep your particulars and roles; you change your password yourself.',
  particulars: 'Particulars',
  name: 'Full name',
  email: 'Email to sign in',
  roles: 'Roles',
  organisation: 'Organisation',
  wrong: 'Is anything wrong? Ask the administrator of your authority to correct it.',
  password: {
    title: 'Change the password',
    text: 'After the change every other session of yours ends at once, also that of whoever knew the old password. This one goes on.',
    current: 'Current password',
    next: 'New password',
    rule: 'At least 12 characters, without the name part of the e-mail. A long sentence is better than a hard word.',
    again: 'New password, again',
    currentMissing: 'Enter the current password',
    tooShort: 'The new password has at least 12 characters',
    differs: 'The new password was not entered the same way twice',
    change: 'Change the password',
    changed_one: 'The password was changed. {{count}} other session has ended.',
    changed_other: 'The password was changed. {{count}} other sessions have ended.',
  },
};
