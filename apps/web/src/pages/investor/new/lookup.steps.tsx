import { Radio, Stack, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../../../api/client.js';
import { formatDate } from '../../../format/format.js';
import { type Organisation } from '../../admin/admin.query.js';
import { hasRole, usePerson } from '../../../session/session.provider.js';
import { Answer } from '../../../ui/states.js';
import { NewOrganisation } from './new-organisation.js';
import { type QuestionProps } from './steps.js';

const PAUSE_MS = 250;
const SHOWN = 10;
const SHOWN_DOSSIERS = 50;

interface OrganisationProps extends QuestionProps {
  which: 'behalf' | 'investor';
}

/**
 * Finds an organisation by a part of its name, without accents too, or by its tax code. A clerk enters one that nobody has
 * entered yet: of a paper the investor is mostly new.
 */
export function OrganisationStep({ which, given, setGiven, fault }: OrganisationProps) {
  const { t } = useTranslation('investor');
  const isClerk = hasRole(usePerson(), 'clerk');
  const [words, setWords] = useState(given[`${which}Name`] ?? '');
  const [q] = useDebouncedValue(words.trim(), PAUSE_MS);
  const kind = which === 'investor' ? { kind: 'investor' as const } : {};
  const found = useQuery({
    queryKey: ['organisations', which, q],
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) =>
      answer(
        api.GET('/api/v1/organisations', {
          params: { query: { ...kind, ...(q === '' ? {} : { q }), limit: SHOWN } },
          signal,
        }),
      ),
  });
  const choose = (chosen: Pick<Organisation, 'id' | 'name' | 'kind'> | undefined) =>
    setGiven({
      ...given,
      ...(chosen && { [which]: chosen.id, [`${which}Name`]: chosen.name }),
      ...(which === 'behalf' && chosen ? { behalfKind: chosen.kind } : {}),
    });
  return (
    <Stack gap="md">
      <TextInput
        id="new-answer"
        label={t(`new.find.${which}`)}
        description={t('new.findHint')}
        error={fault}
        value={words}
        maxLength={100}
        autoComplete="off"
        onChange={({ currentTarget }) => setWords(currentTarget.value)}
      />
      <Answer query={found}>
        {({ items }) =>
          items.length === 0 ? (
            <Text role="status">{t('new.noneFound')}</Text>
          ) : (
            <Radio.Group
              labelProps={{ display: 'none' }}
              label={t(`new.find.${which}`)}
              value={given[which] ?? null}
              onChange={(id) => choose(items.find((one) => one.id === id))}
            >
              <Stack gap="sm">
                {items.map(({ id, name, taxCode }) => (
                  <Radio
                    key={id}
                    value={id}
                    label={name}
                    description={taxCode ? t('new.taxCode', { code: taxCode }) : undefined}
                  />
                ))}
              </Stack>
            </Radio.Group>
          )
        }
      </Answer>
      {isClerk && (
        <NewOrganisation
          words={words}
          {...kind}
          onCreated={(created) => {
            setWords(created.name);
            choose(created);
          }}
        />
      )}
    </Stack>
  );
}

/** The approved dossier that a change of technology changes; the draft begins with its facts. */
export function FirstDossierStep({ given, setGiven, fault }: QuestionProps) {
  const { t } = useTranslation('investor');
  const found = useQuery({
    queryKey: ['dossiers', 'changeable'],
    queryFn: () =>
      answer(
        api.GET('/api/v1/dossiers', {
          params: {
            query: { status: ['approved', 'approved_with_conditions'], limit: SHOWN_DOSSIERS },
          },
        }),
      ),
  });
  return (
    <Answer query={found}>
      {({ items }) =>
        items.length === 0 ? (
          <Text>{t('new.noFirst')}</Text>
        ) : (
          <Radio.Group
            labelProps={{ display: 'none' }}
            label={t('new.titles.first')}
            error={fault}
            value={given.first ?? null}
            onChange={(id) => {
              const chosen = items.find((one) => one.id === id);
              setGiven({ ...given, first: id, firstName: chosen?.projectName ?? '' });
            }}
          >
            <Stack gap="sm">
              {items.map(({ id, projectName, fileCode, receivedOn }, index) => (
                <Radio
                  key={id}
                  id={index === 0 ? 'new-answer' : undefined}
                  value={id}
                  label={projectName}
                  description={`${fileCode ?? ''} · ${formatDate(receivedOn)}`}
                />
              ))}
            </Stack>
          </Radio.Group>
        )
      }
    </Answer>
  );
}
