import { Button, Text } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { usePrinting } from './printing.js';

/** Something behind a button, drawn only once it is opened; on paper it is always there. */
export function Fold({
  label,
  begin = false,
  children,
}: {
  label: string;
  begin?: boolean;
  children: () => ReactNode;
}) {
  const [open, setOpen] = useState(begin);
  const printing = usePrinting();
  return (
    <>
      <div className="tg-no-print">
        <Button
          variant="default"
          size="compact-sm"
          aria-expanded={open}
          styles={{
            root: { height: 'auto', minHeight: 28 },
            label: { whiteSpace: 'normal', lineHeight: 1.4, paddingBlock: 2 },
          }}
          onClick={() => setOpen(!open)}
        >
          {label}
        </Button>
      </div>
      <Text size="sm" fw={600} className="tg-print-only">
        {label}
      </Text>
      {(open || printing) && children()}
    </>
  );
}
