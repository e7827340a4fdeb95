import {
  type CouncilDecisionData,
  type CouncilMinutesData,
  type CouncilRuleLine,
  type CountLine,
  type MotionLine,
  type Share,
} from '#contracts';
import {
  ADVICE_VI,
  ANALOGY_VI,
  COUNCIL_DECISION_VI as ORDER,
  COUNCIL_MINUTES_VI as MINUTES,
  MODES_VI,
  PRESENCE_VI,
  RULES_VI,
  SEATS_VI,
  VOTES_VI,
} from '../../catalogue/council.vi.js';
import { type Block } from '../letter-content.types.js';
import { type LetterText } from './letter-parts.js';
import {
  basisBlocks,
  basisText,
  closing,
  columnsOf,
  day,
  dossierText,
  numberedTable,
  paragraph,
  paragraphs,
  referenceText,
  sections,
  sentence,
} from './wording.js';

const bold = (text: string): Block => ({ kind: 'paragraph', style: 'bold', text });
const shareText = ({ numerator, denominator }: Share): string => `${numerator}/${denominator}`;
type Sourced = Pick<CountLine, 'basis' | 'verification' | 'analogy'>;
/** Where a rule comes from, with the word that it was made for another kind of council where it was. */
const sourceText = ({ basis, verification, analogy }: Sourced): string => {
  const text = basisText({ text: basis, verification });
  return analogy ? `${text} – ${ANALOGY_VI}` : text;
};

const ruleTable = (rules: CouncilRuleLine[]): Block[] =>
  numberedTable(
    ORDER.rulesCaption,
    columnsOf(ORDER.ruleColumns, [3, 2]),
    rules.map((line) => [RULES_VI[line.rule](line.value), sourceText(line)]),
  );

/** The decision that establishes a council or changes who sits in it. */
export function councilDecisionText(data: CouncilDecisionData): LetterText {
  const { projectName } = data.dossier;
  const earlier = data.earlier === null ? null : referenceText(data.earlier);
  const subject = data.changes ? ORDER.changedSubject : ORDER.subject;
  return {
    about: null,
    heading: { title: ORDER.title, subject: subject(data.councilName, projectName) },
    blocks: [
      ...basisBlocks(data.legalBasis),
      ...(data.decidedBasis === null ? [] : [paragraph(data.decidedBasis)]),
      paragraph(ORDER.opening(dossierText(data))),
      bold(ORDER.decides),
      paragraph(
        data.changes ? ORDER.changed(data.councilName, earlier) : ORDER.established(data.councilName),
      ),
      ...memberTable(data),
      paragraph(ORDER.task),
      ...ruleTable(data.rules),
      closing(ORDER.ends),
    ],
  };
}

const memberTable = ({ members }: CouncilDecisionData): Block[] =>
  numberedTable(
    ORDER.membersCaption,
    columnsOf(ORDER.memberColumns, [2.2, 2.6, 1.4]),
    members.map(({ name, organisation, seat }) => [name, organisation ?? '–', SEATS_VI[seat]]),
  );

/** The minutes of a session: attendance, quorum, opinions, every vote by name, results with their fractions. */
export function councilMinutesText(data: CouncilMinutesData): LetterText {
  const { session, councilName, dossier } = data;
  return {
    about: null,
    heading: {
      title: MINUTES.title,
      subject: MINUTES.subject(session.number, councilName, dossier.projectName),
    },
    blocks: [
      ...basisBlocks(data.legalBasis),
      ...sessionFields(data),
      ...sections([
        { title: MINUTES.attendanceHeading, blocks: attendance(data) },
        { title: MINUTES.opinionsHeading, blocks: opinions(data) },
        { title: MINUTES.motionsHeading, blocks: data.motions.flatMap(motionBlocks) },
        { title: MINUTES.rulesHeading, blocks: ruleTable(data.rules) },
      ]),
      paragraph(MINUTES.signed(data.secretary ?? '')),
      closing(MINUTES.end),
    ],
  };
}

const field = (label: string, value: string | null): Block[] =>
  value === null ? [] : [{ kind: 'field', label, value }];

const sessionFields = ({ session, presidedBy, secretary }: CouncilMinutesData): Block[] => [
  ...field(MINUTES.mode, MODES_VI[session.mode]),
  ...field(MINUTES.heldOn, day(session.heldOn)),
  ...field(MINUTES.place, session.place),
  ...field(MINUTES.closesOn, session.closesOn === null ? null : day(session.closesOn)),
  ...field(MINUTES.presidedBy, presidedBy),
  ...field(MINUTES.secretary, secretary),
];

function attendance({ attendance, quorum, valid, largeEnough }: CouncilMinutesData): Block[] {
  const rows = attendance.map(({ name, seat, presence, proxyName }) => [
    name,
    SEATS_VI[seat],
    PRESENCE_VI[presence],
    proxyName ?? '–',
  ]);
  const { numerator, denominator, needed } = quorum;
  return [
    ...numberedTable(
      MINUTES.attendanceCaption,
      columnsOf(MINUTES.attendanceColumns, [2.2, 1.4, 1.6, 1.6]),
      rows,
    ),
    paragraph(MINUTES.quorum(numerator, denominator, shareText(needed))),
    paragraph(sentence(sourceText(quorum))),
    ...(largeEnough ? [] : [paragraph(MINUTES.tooSmall)]),
    bold(valid ? MINUTES.valid : MINUTES.notValid),
  ];
}

const opinions = ({ opinions }: CouncilMinutesData): Block[] =>
  numberedTable(
    MINUTES.opinionsCaption,
    columnsOf(MINUTES.opinionColumns, [1.6, 1.8, 3]),
    opinions.map(({ name, recommendation, summary }) => [name, ADVICE_VI[recommendation], summary]),
  );

function motionBlocks(motion: MotionLine): Block[] {
  return [
    bold(MINUTES.motion(motion.number, sentence(motion.text))),
    ...(motion.outcome === null ? [] : [paragraph(MINUTES.advice(ADVICE_VI[motion.outcome]))]),
    ...field(MINUTES.conditions, motion.conditions),
    ...voteTable(motion),
    paragraph(MINUTES.tally(motion.for, motion.against, motion.abstain, motion.missing)),
    paragraph(sentence(`${shareLine(motion)}: ${sourceText(motion.count)}`)),
    ...tieLine(motion),
    bold(motion.count.reached ? MINUTES.carried : MINUTES.lost),
    ...motion.dissents.flatMap(({ name, text }) => paragraphs(MINUTES.dissent(name, text))),
  ];
}

const shareLine = ({ comparison, count }: MotionLine): string =>
  (comparison === 'at_least' ? MINUTES.atLeast : MINUTES.moreThan)(
    count.numerator,
    count.denominator,
    shareText(count.needed),
  );

function tieLine({ tie, tieBrokenBy }: MotionLine): Block[] {
  if (!tie) return [];
  return [paragraph(tieBrokenBy === null ? MINUTES.tie : MINUTES.tieBroken(tieBrokenBy))];
}

const voteTable = ({ number, votes }: MotionLine): Block[] =>
  numberedTable(
    MINUTES.votesCaption(number),
    columnsOf(MINUTES.voteColumns, [2.4, 1.6, 1.6]),
    votes.map(({ name, vote, onPaper }) => [
      name,
      VOTES_VI[vote],
      onPaper ? MINUTES.onPaper : MINUTES.electronic,
    ]),
  );
