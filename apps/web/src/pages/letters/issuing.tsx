import { Anchor, Button, Group, Stack, Text } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { type LetterKind } from '#contracts';
import { hasRole, usePerson } from '../../session/session.provider.js';
import { BackLink } from '../../ui/back-link.js';
import { DueLabel } from '../../ui/due-label.js';
import { Page } from '../../ui/page.js';
import { IssueLetter } from '../dossiers/letters/issue-letter.js';
import { type LetterIssued, type Signing } from '../dossiers/letters/issue-letter.query.js';
import { IssuedNote } from './issued-note.js';
import { LetterDesk } from './letter-desk.js';
import { type JustIssued, placeIn, queueAddress, type QueuedLetter } from './letter-queue.query.js';

interface Props {
  letterId: string;
  items: readonly QueuedLetter[];
  kind: LetterKind | null;
  signing: Partial<Signing>;
  done: readonly JustIssued[];
  onIssued: (queued: QueuedLetter) => (issued: LetterIssued, signing: Signing) => void;
}

/** One letter as it will be printed, beside the form that numbers it; when it has left, the next one is a press away. */
export function Issuing({ letterId, items, kind, signing, done, onIssued }: Props) {
  const { t } = useTranslation(['clerk', 'dossier']);
  const clerk = hasRole(usePerson(), 'clerk');
  const just = done.find(({ queued }) => queued.letterId === letterId);
  const queued = just?.queued ?? items.find((item) => item.letterId === letterId);
  const { position, next, previous } = placeIn(items, letterId);
  const to = (one: QueuedLetter) => queueAddress(kind, one.letterId);
  return (
    <Page
      wide
      title={queued ? t(`dossier:letters.kind.${queued.kind}`) : t('letters.gone')}
      above={<BackLink to={queueAddress(kind)} name={t('letters.back')} />}
      lead={queued && [queued.fileCode, queued.projectName].filter(Boolean).join(' · ')}
      actions={
        <>
          {previous && (
            <Button variant="default" component={Link} href={to(previous)}>
              {t('letters.previous')}
            </Button>
          )}
          {position > 0 && next && (
            <Button variant="default" component={Link} href={to(next)}>
              {t('letters.skip')}
            </Button>
          )}
        </>
      }
    >
      {queued === undefined ? (
        <Gone next={next && to(next)} />
      ) : (
        <LetterDesk letter={queued} issued={just !== undefined}>
          {position > 0 && !just && (
            <Text size="sm" c="dimmed">
              {t('letters.position', { position, count: items.length })}
            </Text>
          )}
          {just ? (
            <IssuedNote letter={just.issued.letter}>
              <NextLink to={next && to(next)} />
            </IssuedNote>
          ) : (
            <>
              <div>
                <DueLabel dueOn={queued.dueOn} />
              </div>
              {clerk ? (
                <IssueLetter target={targetOf(queued)} begin={signing} onIssued={onIssued(queued)} />
              ) : (
                <Text>{t('letters.clerkIssues')}</Text>
              )}
            </>
          )}
          <Anchor component={Link} href={`/dossiers/${queued.dossierId}`} size="sm">
            {t('letters.toDossier')}
          </Anchor>
        </LetterDesk>
      )}
    </Page>
  );
}

const targetOf = ({ dossierId, letterId, revision }: QueuedLetter) => ({ dossierId, letterId, revision });

/** The way to the next letter has the focus: a pile goes by the Enter key. */
function NextLink({ to }: { to: string | null }) {
  const { t } = useTranslation('clerk');
  const onward = useRef<HTMLAnchorElement>(null);
  useEffect(() => onward.current?.focus(), []);
  return (
    <Button component={Link} href={to ?? '/letters'} ref={onward}>
      {t(to === null ? 'letters.allDone' : 'letters.next')}
    </Button>
  );
}

function Gone({ next }: { next: string | null }) {
  const { t } = useTranslation('clerk');
  return (
    <Stack gap="sm">
      <Text>{t('letters.goneText')}</Text>
      <Group>
        <Button component={Link} href={next ?? '/letters'}>
          {t(next === null ? 'letters.back' : 'letters.next')}
        </Button>
      </Group>
    </Stack>
  );
}
