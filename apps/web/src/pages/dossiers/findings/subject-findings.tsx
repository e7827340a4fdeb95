import { Text } from '@mantine/core';
import { IconChevronRight } from '@tabler/icons-react';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Tag } from '../../../ui/status-tag.js';
import { Basis } from '../../../ui/basis.js';
import { type DossierView, type FindingsView, type FindingView } from '../dossier.types.js';
import { Fold } from '../../../ui/fold.js';
import { usePrinting } from '../../../ui/printing.js';
import { FindingCard, TONES } from './finding-card.js';
import { FINDING_KINDS, isShown, kindOf, type Shown, type SubjectGroup } from './finding-kinds.js';
import classes from './findings.module.css';

interface Props {
  group: SubjectGroup;
  shown: Shown;
  begin: boolean;
  dossier: DossierView;
  view: FindingsView;
}
const QUIET: readonly string[] = ['passes', 'not_applicable'];

/** What was found about one line or machine. Only an opened one is drawn: a plant may have thousands. */
export function SubjectFindings({ group, shown, begin, dossier, view }: Props) {
  const { t } = useTranslation('review');
  const [open, setOpen] = useState(begin);
  const printing = usePrinting();
  const body = useId();
  const { kind, name, tally } = group;
  return (
    <section className={classes.subject}>
      <h3 style={{ margin: 0 }}>
        <button
          type="button"
          className={classes.head}
          aria-expanded={open}
          aria-controls={body}
          onClick={() => setOpen(!open)}
        >
          <IconChevronRight size={18} aria-hidden />
          <span className={classes.name}>
            {name ?? t(`subject.${kind}`)}
            {name !== null && (
              <Text span size="sm" c="dimmed" fw={400}>
                {` · ${t(`subject.${kind}`)}`}
              </Text>
            )}
          </span>
          {FINDING_KINDS.filter((one) => tally[one] > 0 && !QUIET.includes(one)).map((one) => (
            <Tag key={one} tone={TONES[one]}>
              {t('subject.tally', { kind: t(`kind.${one}`), count: tally[one] })}
            </Tag>
          ))}
        </button>
      </h3>
      <div id={body} className={classes.body} hidden={!open && !printing}>
        {(open || printing) && <Body {...{ group, shown, dossier, view }} />}
      </div>
    </section>
  );
}

function Body({ group, shown, dossier, view }: Omit<Props, 'begin'>) {
  const { t } = useTranslation('review');
  const wanted = group.findings.filter((finding) => isShown(kindOf(finding), shown));
  const loud = wanted.filter((finding) => !QUIET.includes(kindOf(finding)) || finding.overturn !== null);
  const quietOf = (kind: string) => wanted.filter((one) => !loud.includes(one) && kindOf(one) === kind);
  const rest = group.findings.filter((finding) => QUIET.includes(kindOf(finding)));
  return (
    <>
      {loud.map((finding) => (
        <FindingCard key={finding.key} {...{ finding, dossier, view }} />
      ))}
      {QUIET.map((kind) => (
        <Passed key={kind} findings={quietOf(kind)} />
      ))}
      {shown === 'attention' && rest.length > 0 && (
        <Fold label={t('subject.rest', { passes: group.tally.passes, other: group.tally.not_applicable })}>
          {() => <Passed findings={rest} />}
        </Fold>
      )}
    </>
  );
}

/** Findings that ask nothing of anybody, a line each. */
function Passed({ findings }: { findings: readonly FindingView[] }) {
  const { t } = useTranslation('review');
  if (findings.length === 0) return null;
  return (
    <ul className={classes.passed}>
      {findings.map((finding) => (
        <li key={finding.key}>
          <strong>{finding.texts.title}</strong>{' '}
          <Tag tone={TONES[kindOf(finding)]}>{t(`kind.${kindOf(finding)}`)}</Tag> {finding.texts.sentence}{' '}
          <Basis basis={finding.basis} verification={finding.verification} />
        </li>
      ))}
    </ul>
  );
}
