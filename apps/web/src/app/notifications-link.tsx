import { ActionIcon, Indicator } from '@mantine/core';
import { IconBell } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { unreadQuery } from '../pages/notifications/notifications.query.js';

const MOST_SHOWN = 99;

export function NotificationsLink() {
  const { t } = useTranslation();
  const unread = useQuery(unreadQuery).data ?? 0;
  const label = unread > 0 ? t('header.unread', { count: unread }) : t('header.notifications');
  return (
    <Indicator
      label={unread > MOST_SHOWN ? `${MOST_SHOWN}+` : String(unread)}
      size={18}
      offset={4}
      color="red.8"
      disabled={unread === 0}
    >
      <ActionIcon
        component={Link}
        href="/notifications"
        variant="subtle"
        size="lg"
        aria-label={label}
        title={label}
      >
        <IconBell size={20} aria-hidden />
      </ActionIcon>
    </Indicator>
  );
}
