import { FileButton as PlainFileButton, type FileButtonProps } from '@mantine/core';
import { useRef } from 'react';

/**
 * A button that takes files. What was chosen is forgotten at once: a browser reports no change when the same path is
 * chosen again, so a file that was mended in its place would not be taken.
 */
export function FileButton<Multiple extends boolean = false>({
  onChange,
  ...props
}: Omit<FileButtonProps<Multiple>, 'resetRef'>) {
  const forget = useRef<() => void>(null);
  const take: typeof onChange = (chosen) => {
    forget.current?.();
    onChange(chosen);
  };
  return (
    <PlainFileButton<Multiple>
      {...(props as Omit<FileButtonProps<Multiple>, 'onChange'>)}
      resetRef={forget}
      onChange={take}
    />
  );
}
