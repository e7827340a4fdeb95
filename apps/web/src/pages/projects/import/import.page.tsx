import { Anchor, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'wouter';
import { lazily } from '../../../ui/lazily.js';
import { formatInstant } from '../../../format/format.js';
import { usePerson } from '../../../session/session.provider.js';
import { Page } from '../../../ui/page.js';
import { Answer, LoadingState } from '../../../ui/states.js';
import { Tag } from '../../../ui/status-tag.js';
import { Notice } from '../../../ui/notice.js';
import { Admitted } from '../admitted.js';
import { Back } from '../back.js';
import { seesImports } from '../register-roles.js';
import { type ImportList, importQuery, type ImportState, isAtWork } from './import.query.js';
import { IMPORT_TONES } from './imports.page.js';
import { RunSection } from './run-section.js';

const MappingForm = lazily(async () => (await import('./mapping-form.js')).MappingForm);
const PreviewSection = lazily(async () => (await import('./preview-section.js')).PreviewSection);
const ResultSection = lazily(async () => (await import('./result-section.js')).ResultSection);

/** One list on its way into the register: columns, preview, run, result. It can be left and come back to at any time. */
export function ImportPage() {
  const { id = '' } = useParams();
  return (
    <Admitted to={seesImports}>
      <ImportById id={id} />
    </Admitted>
  );
}

function ImportById({ id }: { id: string }) {
  const { t } = useTranslation('register');
  const query = useQuery(importQuery(id));
  if (query.data) return <OneImport list={query.data} />;
  return (
    <Page title={t('imports.one')} above={<Back to="/projects/import" name={t('imports.title')} />}>
      <Answer query={query}>{() => null}</Answer>
    </Page>
  );
}

function OneImport({ list }: { list: ImportList }) {
  const { t } = useTranslation('register');
  const state = list.state;
  return (
    <Page
      title={list.fileName}
      above={<Back to="/projects/import" name={t('imports.title')} />}
      lead={
        <>
          {formatInstant(list.uploadedAt)}{' '}
          <Tag tone={IMPORT_TONES[state]}>{t(`imports.states.${state}`)}</Tag>
        </>
      }
    >
      {list.sameFile.length > 0 && (state === 'uploaded' || state === 'previewed') && (
        <Notice tone="amber" title={t('imports.sameFile')}>
          <Stack gap={4}>
            {list.sameFile.map((other) => (
              <Anchor key={other} component={Link} href={`/projects/import/${other}`} size="sm">
                {t('imports.openSame')}
              </Anchor>
            ))}
          </Stack>
        </Notice>
      )}
      <Suspense fallback={<LoadingState />}>
        <Steps list={list} state={state} />
      </Suspense>
    </Page>
  );
}

/** What can be seen and done now; the rows are for the person who brought the list. */
function Steps({ list, state }: { list: ImportList; state: ImportState }) {
  const { t } = useTranslation('register');
  const own = list.uploadedBy === usePerson().id;
  const [rereads, setRereads] = useState(false);
  if (isAtWork(state)) return <RunSection list={list} />;
  if (state !== 'uploaded' && state !== 'previewed') return <ResultSection list={list} own={own} />;
  if (!own) return <Text>{t('imports.othersRows')}</Text>;
  if (state === 'uploaded' || rereads)
    return (
      <MappingForm
        list={list}
        onRead={() => setRereads(false)}
        onKeep={state === 'previewed' ? () => setRereads(false) : null}
      />
    );
  return <PreviewSection list={list} onReread={() => setRereads(true)} />;
}
