import { Button, Group, NativeSelect, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation, useSearchParams } from 'wouter';
import { LETTER_KINDS, type LetterKind } from '#contracts';
import { formatNumber } from '../../format/format.js';
import { hasRole, usePerson } from '../../session/session.provider.js';
import { MoreButton } from '../../ui/more-button.js';
import { ForbiddenPage } from '../../ui/forbidden.js';
import { Page } from '../../ui/page.js';
import { Answer, EmptyState } from '../../ui/states.js';
import { type LetterIssued, type Signing } from '../dossiers/letters/issue-letter.query.js';
import { Issuing } from './issuing.js';
import {
  type JustIssued,
  kindIn,
  letterQueueQuery,
  queueAddress,
  type QueuedLetter,
} from './letter-queue.query.js';
import { QueueTable } from './queue-table.js';

/** Letters that wait for their number, one after the other, each beside the form that issues it. */
export function LettersPage() {
  const { t } = useTranslation(['clerk', 'app']);
  const person = usePerson();
  const [search] = useSearchParams();
  const kind = kindIn(search);
  const query = useInfiniteQuery(letterQueueQuery(kind));
  const [signing, setSigning] = useState<Partial<Signing>>({});
  const [done, setDone] = useState<JustIssued[]>([]);
  const letterId = search.get('letter');
  if (!hasRole(person, 'clerk', 'head', 'leader')) return <ForbiddenPage title={t('letters.title')} />;
  const items = query.data?.pages.flatMap((page) => page.items) ?? [];
  const onIssued = (queued: QueuedLetter) => (issued: LetterIssued, given: Signing) => {
    // The day belongs to one letter, who signs mostly to the whole pile.
    setSigning({ ...given, issuedOn: '' });
    setDone((before) => [{ queued, issued }, ...before]);
  };
  if (letterId !== null && query.data !== undefined)
    return <Issuing key={letterId} {...{ letterId, items, kind, signing, done, onIssued }} />;
  return (
    <Page
      wide
      title={t('letters.title')}
      lead={t('letters.lead')}
      actions={
        <Button component={Link} href="/letters/register" variant="default">
          {t('letters.toRegister')}
        </Button>
      }
    >
      <Answer query={query}>
        {() => (
          <>
            <Group justify="space-between" align="flex-end">
              <KindFilter kind={kind} />
              <Text role="status">
                {t('letters.count', {
                  count: items.length,
                  shown: `${formatNumber(items.length)}${query.hasNextPage ? '+' : ''}`,
                })}
              </Text>
            </Group>
            {items.length === 0 ? (
              <EmptyState title={t('letters.none')}>{t('letters.noneText')}</EmptyState>
            ) : (
              <QueueTable items={items} kind={kind} />
            )}
            <MoreButton list={query} />
          </>
        )}
      </Answer>
    </Page>
  );
}

function KindFilter({ kind }: { kind: LetterKind | null }) {
  const { t } = useTranslation(['clerk', 'dossier']);
  const [, navigate] = useLocation();
  return (
    <NativeSelect
      label={t('letters.kind')}
      value={kind ?? ''}
      data={[
        { value: '', label: t('letters.allKinds') },
        ...LETTER_KINDS.map((value) => ({ value, label: t(`dossier:letters.kind.${value}`) })),
      ]}
      onChange={({ currentTarget: { value } }) =>
        navigate(queueAddress(LETTER_KINDS.find((one) => one === value) ?? null), { replace: true })
      }
    />
  );
}
