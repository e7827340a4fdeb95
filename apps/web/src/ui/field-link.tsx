import { Anchor } from '@mantine/core';
import { type ReactNode } from 'react';

/** Leads from a fault to its field, which comes into sight and takes the focus. */
export function FieldLink({ id, children }: { id: string; children: ReactNode }) {
  return (
    <Anchor
      size="sm"
      // Links below each other are targets of their own: 24 px high at least.
      display="inline-block"
      py={2}
      href={`#${id}`}
      onClick={(event) => {
        event.preventDefault();
        const field = document.getElementById(id);
        field?.scrollIntoView({ block: 'center' });
        field?.focus({ preventScroll: true });
      }}
    >
      {children}
    </Anchor>
  );
}
