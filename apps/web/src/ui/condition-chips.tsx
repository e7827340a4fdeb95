import { ActionIcon, Button, Group, Text, UnstyledButton } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { Tag } from './status-tag.js';

interface Props<Name extends string> {
  /** The conditions that are set, each in words. */
  set: readonly { name: Name; words: string }[];
  texts: {
    active: string;
    clear: string;
    remove: (words: string) => string;
    /** Where a chip leads to its field. */
    change?: (words: string) => string;
  };
  onRemove: (names: readonly Name[]) => void;
  onEdit?: (name: Name) => void;
}

/** The conditions of a list, each in words, to change or take away. */
export function ConditionChips<Name extends string>({ set, texts, onRemove, onEdit }: Props<Name>) {
  if (set.length === 0) return null;
  return (
    <Group gap="xs" role="group" aria-label={texts.active}>
      <Text size="sm" c="dimmed">
        {texts.active}
      </Text>
      {set.map(({ name, words }) => (
        <Group key={name} gap={2} wrap="nowrap">
          {onEdit === undefined ? (
            <Tag tone="blue">{words}</Tag>
          ) : (
            <UnstyledButton mih={24} onClick={() => onEdit(name)} aria-label={texts.change?.(words)}>
              <Tag tone="blue">{words}</Tag>
            </UnstyledButton>
          )}
          <ActionIcon
            variant="subtle"
            color="gray"
            size={24}
            aria-label={texts.remove(words)}
            onClick={() => onRemove([name])}
          >
            <IconX size={14} aria-hidden />
          </ActionIcon>
        </Group>
      ))}
      <Button size="compact-sm" variant="subtle" onClick={() => onRemove(set.map(({ name }) => name))}>
        {texts.clear}
      </Button>
    </Group>
  );
}
