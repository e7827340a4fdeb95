import { Group, NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'wouter';
import { PROCEDURES, type ProcedureId } from '#contracts';
import { useInstallation } from '../../api/installation.query.js';
import { todayHere } from '../../format/format.js';
import { DateField } from '../../ui/date-field.js';
import { Disclosure } from '../../ui/disclosure.js';
import { Page } from '../../ui/page.js';
import { TabLinks } from '../../ui/tab-links.js';
import { Course } from './course.js';
import { Governing } from './governing.js';
import { LAW_PAGE_PARTS, LAW_PARTS, type LawPagePart } from './law-parts.js';
import { ListSearch } from './list-search.js';
import { Marks } from './marks.js';
import { NameMatch } from './name-match.js';
import { WorkingDays } from './working-days.js';

const OF_A_PROCEDURE: readonly LawPagePart[] = [...LAW_PARTS, 'course'];
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** What the address says is looked at. */
function useLooked() {
  const [search, setSearch] = useSearchParams();
  const today = useInstallation().data?.today ?? todayHere();
  const asked = search.get('on') ?? '';
  const part: LawPagePart = LAW_PAGE_PARTS.find((one) => one === search.get('part')) ?? 'packs';
  const procedure: ProcedureId = PROCEDURES.find((one) => one === search.get('procedure')) ?? 'opinion';
  const on = DAY.test(asked) ? asked : today;
  const addressOf = (next: { part?: LawPagePart; procedure?: ProcedureId; on?: string }) => {
    const wanted = { part, procedure, on, ...next };
    return new URLSearchParams({
      part: wanted.part,
      ...(wanted.procedure !== 'opinion' && { procedure: wanted.procedure }),
      ...(wanted.on !== today && { on: wanted.on }),
    });
  };
  const look = (next: { procedure?: ProcedureId; on?: string }) => setSearch(addressOf(next));
  return { part, procedure, on, look, addressOf };
}

/** What governs on a day, with how sure each of it is: rules, terms, papers, the course, the lists and the working days. Law is public. */
export function LawPage() {
  const { t } = useTranslation(['law', 'words']);
  const { part, procedure, on, look, addressOf } = useLooked();
  const lawPart = LAW_PARTS.find((one) => one === part);
  return (
    <Page title={t('title')} lead={t('lead')} wide>
      <TabLinks
        label={t('parts.label')}
        tabs={LAW_PAGE_PARTS.map((one) => ({
          to: `/law?${addressOf({ part: one }).toString()}`,
          name: t(`parts.${one}`),
          current: one === part,
        }))}
      />
      <Group gap="md" align="flex-start" className="tg-no-print">
        <DateField
          label={t('on')}
          description={t('onText')}
          value={on}
          w={240}
          onChange={(day) => day !== '' && look({ on: day })}
        />
        {OF_A_PROCEDURE.includes(part) && (
          <NativeSelect
            label={t('procedure')}
            description={t('procedureText')}
            w={300}
            value={procedure}
            data={PROCEDURES.map((value) => ({ value, label: t(`words:procedure.${value}`) }))}
            onChange={({ currentTarget: { value } }) =>
              look({ procedure: PROCEDURES.find((one) => one === value) ?? 'opinion' })
            }
          />
        )}
      </Group>
      <Disclosure summary={t('marks.title')}>
        <Marks />
      </Disclosure>
      {lawPart && <Governing key={`${procedure} ${on}`} {...{ part: lawPart, procedure, on }} />}
      {part === 'course' && <Course key={`${procedure} ${on}`} {...{ procedure, on }} />}
      {part === 'lists' && <ListSearch on={on} />}
      {part === 'names' && <NameMatch on={on} />}
      {part === 'days' && <WorkingDays year={Number(on.slice(0, 4))} />}
    </Page>
  );
}
