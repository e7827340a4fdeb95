import { Alert, type AlertProps } from '@mantine/core';
import classes from './notice.module.css';

const COLOURS = { red: 'red', amber: 'yellow', plain: 'jade' } as const;

/** Something that the person should know, on a ground on which it can be read. */
export function Notice({
  tone,
  ...props
}: Omit<AlertProps, 'color' | 'variant' | 'classNames'> & { tone: keyof typeof COLOURS }) {
  return <Alert {...props} color={COLOURS[tone]} variant="outline" classNames={{ root: classes.root }} />;
}
