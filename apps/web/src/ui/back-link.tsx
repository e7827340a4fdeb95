import { Anchor } from '@mantine/core';
import { Link } from 'wouter';

/** The way back to what a page belongs to, by its name. */
export function BackLink({ to, name }: { to: string; name: string }) {
  return (
    <Anchor component={Link} href={to} size="sm" className="tg-no-print">
      ← {name}
    </Anchor>
  );
}
