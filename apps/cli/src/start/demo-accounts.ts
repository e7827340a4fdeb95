/** A demo account as it is printed. */
export interface DemoAccount {
  email: string;
  displayName: string;
  roles: readonly string[];
}

const padded = (text: string, width: number): string => text.padEnd(width);

/** Lines that name the account of each role and the password they share. */
export function accountLines(accounts: readonly DemoAccount[], password: string): string[] {
  const width = Math.max(...accounts.map(({ email }) => email.length)) + 2;
  const lines = accounts.map(
    ({ email, displayName, roles }) =>
      `  ${padded(email, width)}${padded(roles.join(', '), 28)}${displayName}`,
  );
  return [`Demo accounts (password of all: ${password}):`, ...lines];
}
