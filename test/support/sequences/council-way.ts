import { type Act, act, type Mood, type Way } from './acts.js';
import { headOf } from './case-people.js';
import { type CaseView } from './case-view.js';
import { SEATS } from '../council-driver.js';
import { issue, opinion } from './straight-way.js';
import { idOf, nameOf } from './world.js';

type Row = Record<string, unknown>;
const VOTERS = Object.entries(SEATS)
  .filter(([, seat]) => seat !== 'secretary')
  .map(([name]) => name);

const establish = (view: CaseView): Act =>
  act(headOf(view), 'establish council', '/council', {
    members: Object.entries(SEATS).map(([name, seat]) => ({ userId: idOf(name), seat })),
  });

const membersOf = (view: CaseView): { member: Row; assignment: Row }[] =>
  view.records.council_member
    .filter(({ council_id }) => council_id === view.council?.['id'])
    .flatMap((member) => {
      const assignment = view.records.assignment.find(({ id }) => id === member['assignment_id']);
      return assignment ? [{ member, assignment }] : [];
    });

const declared = (view: CaseView): Act | null => {
  const open = membersOf(view).find(({ assignment }) => assignment['state'] === 'invited');
  if (!open) return null;
  const who = nameOf(open.assignment['assignee_id'] as string);
  const path = `/api/v1/assignments/${open.assignment['id'] as string}/declaration`;
  return act(who, 'declare', path, { conflict: false });
};

const seated = (view: CaseView): { memberId: string; name: string }[] =>
  membersOf(view)
    .filter(({ assignment }) => assignment['state'] === 'accepted')
    .map(({ member }) => ({ memberId: member['id'] as string, name: nameOf(member['user_id'] as string) }));

const opinions = (view: CaseView, mood: Mood): Act | null => {
  for (const { name } of seated(view).filter((one) => VOTERS.includes(one.name))) {
    const found = opinion(view, name, mood);
    if (found) return found;
  }
  return null;
};

function inSession(view: CaseView, session: Row, mood: Mood): Act {
  const id = session['id'] as string;
  const present = view.records.council_presence.filter(({ session_id }) => session_id === id);
  const people = seated(view);
  if (present.length === 0)
    return act('thuky', 'record presence', `/council/sessions/${id}/presence`, {
      presence: people.map(({ memberId }) => ({ memberId, presence: 'present' })),
    });
  const motions = view.records.council_motion.filter(({ session_id }) => session_id === id);
  const open = motions.find(({ closed_at }) => closed_at === null);
  if (motions.length === 0)
    return act('thuky', 'put motion', `/council/sessions/${id}/motions`, {
      kind: 'conclusion',
      text: 'Kết luận của hội đồng',
      outcome: mood.outcome === 'agree' ? 'agree' : 'disagree_other',
    });
  if (!open) return act('thuky', 'close session', `/council/sessions/${id}/close`);
  const voted = view.records.council_vote.filter(({ motion_id }) => motion_id === open['id']);
  const next = people.find(
    ({ memberId, name }) => VOTERS.includes(name) && !voted.some(({ member_id }) => member_id === memberId),
  );
  const path = `/council/motions/${open['id'] as string}`;
  return next
    ? act(next.name, 'vote', `${path}/votes`, { vote: 'for' })
    : act('thuky', 'close motion', `${path}/close`);
}

/** The next thing that a council does until its minutes are signed; null where none is wanted or it is over. */
export const councilWay: Way = (view, mood) => {
  if (mood.form !== 'council') return null;
  const { council } = view;
  if (!council || council['status'] === 'dissolved') return establish(view);
  if (council['status'] === 'concluded') return null;
  const decision = view.letters.find(({ id }) => id === council['decision_letter_id']);
  if (decision?.status === 'draft') return issue(view, decision);
  const waiting = declared(view) ?? opinions(view, mood);
  if (waiting) return waiting;
  const sessions = view.records.council_session.filter(({ council_id }) => council_id === council['id']);
  const open = sessions.find(({ closed_at }) => closed_at === null);
  if (open) return inSession(view, open, mood);
  const held = sessions.find(({ valid }) => valid === true);
  if (!held)
    return act('thuky', 'open session', '/council/sessions', { mode: 'meeting', place: 'Phòng họp 2' });
  const minutes = view.records.council_minutes.find(({ session_id }) => session_id === held['id']);
  const letter = view.letters.find(({ id }) => id === minutes?.['letter_id']);
  return letter
    ? issue(view, letter)
    : act('thuky', 'draft minutes', `/council/sessions/${held['id'] as string}/minutes`);
};
