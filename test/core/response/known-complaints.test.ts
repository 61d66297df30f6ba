/** `known-complaints.md`, section "Inquiry clock", by its ids. BER P unless a case says otherwise. */
import { describe, expect, it } from 'vitest';
import { currentInquiry } from '#core';
import { inquiries, june, told } from '../../support/oracle/threads.ts';

const NOTHING_RUNS = { late: '0:00:00', left: '0:00:00' };

describe('first-unanswered', () => {
  const asked = 'C Mon 10:00, C Tue 10:00, C Wed 10:00';

  it('the clock runs from the first message that nobody has answered', () => {
    const found = inquiries(asked, 'Wed 12:00');
    expect(found).toHaveLength(1);
    expect(told(found[0])).toMatchObject({ state: 'overdue', received: 'Mon 8 10:00', due: 'Tue 9 10:00' });
  });

  it('one reply answers all three, late', () => {
    const found = inquiries(`${asked}, S Thu 09:00`, 'Thu 12:00');
    expect(found).toHaveLength(1);
    expect(told(found[0])).toMatchObject({
      state: 'answered-late',
      due: 'Tue 9 10:00',
      answered: 'Thu 11 09:00',
    });
  });
});

describe('answered-is-answered', () => {
  it('nothing is owed while the last word is the vendor’s', () => {
    const found = inquiries('C Mon 10:00, S Mon 15:00', 'Fri 12:00');
    expect(told(currentInquiry(found))).toMatchObject({ state: 'answered-in-time', ...NOTHING_RUNS });
  });

  it('a reply sent together with “pending” is a reply', () => {
    const found = inquiries('C Mon 10:00, S Mon 10:05', 'Fri 12:00', { status: 'pending' });
    expect(told(found[0])).toMatchObject({ state: 'answered-in-time', answered: 'Mon 8 10:05' });
  });

  it('a ticket that staff opened has no inquiry', () => {
    expect(inquiries('S Mon 10:00', 'Fri 12:00')).toEqual([]);
    expect(currentInquiry([])).toBe(null);
  });
});

describe('goodbye-restarts', () => {
  const thanked = 'C Mon 10:00, S Tue 09:00, C Tue 11:00';
  const dismissals = [{ inquiryMs: june('Tue 11:00'), by: 'Mia', atMs: june('Tue 11:02') }];

  it('a “thanks” is an inquiry until somebody says that it is none', () => {
    const found = inquiries(thanked, 'Tue 12:00');
    expect(found.map(told)).toMatchObject([
      { state: 'answered-in-time' },
      { state: 'running', due: 'Wed 10 11:00' },
    ]);
  });

  it('marked as needing no answer, nothing is owed; the next question is', () => {
    const marked = inquiries(thanked, 'Fri 12:00', { dismissals });
    expect(told(currentInquiry(marked))).toMatchObject({ state: 'nothing-owed', ...NOTHING_RUNS });
    expect(currentInquiry(marked)?.dismissed).toMatchObject({ by: 'Mia', atMs: june('Tue 11:02') });
    const askedAgain = inquiries(`${thanked}, C Wed 09:20`, 'Wed 12:00', { dismissals });
    expect(told(currentInquiry(askedAgain))).toMatchObject({ state: 'running', due: 'Thu 11 09:20' });
  });

  it('not marked and closed, it is closed unanswered: no countdown, but the due time is kept for the report', () => {
    const found = inquiries(thanked, 'Fri 12:00', { status: 'closed' });
    expect(told(currentInquiry(found))).toMatchObject({
      state: 'closed-unanswered',
      due: 'Wed 10 11:00',
      ...NOTHING_RUNS,
    });
  });
});

describe('notes-and-replies', () => {
  it('an internal note answers nothing', () => {
    const found = inquiries('C Mon 10:00, N Mon 11:00', 'Mon 12:00');
    expect(told(found[0])).toMatchObject({ state: 'running', due: 'Tue 9 10:00', answered: null });
  });

  it('what staff made public answers, and what the customer wrote in the portal asks', () => {
    const answered = inquiries('C Mon 10:00, S Mon 11:00', 'Mon 12:00');
    expect(told(answered[0])).toMatchObject({ state: 'answered-in-time', answered: 'Mon 8 11:00' });
    const asked = inquiries('S Mon 11:00, C Tue 11:00', 'Tue 12:00');
    expect(told(currentInquiry(asked))).toMatchObject({ state: 'running', due: 'Wed 10 11:00' });
  });

  it('a message whose kind could not be read neither asks nor answers', () => {
    const found = inquiries('? Mon 09:00, C Mon 10:00, ? Mon 11:00', 'Mon 12:00');
    expect(found.map(told)).toMatchObject([
      { state: 'running', received: 'Mon 8 10:00', due: 'Tue 9 10:00' },
    ]);
  });
});

describe('auto-acknowledgement', () => {
  it('an automatic first reply does not answer', () => {
    const found = inquiries('C Mon 10:00:00, A Mon 10:00:02', 'Mon 12:00');
    expect(found.map(told)).toMatchObject([{ state: 'running', due: 'Tue 9 10:00' }]);
  });
});

describe('waiting-does-not-pause', () => {
  it('“on hold” stops nothing', () => {
    // Due Tue 10:00; until the close seven hours, and none before Wednesday's opening.
    const found = inquiries('C Mon 10:00', 'Wed 09:00', { status: 'pending' });
    expect(told(found[0])).toMatchObject({ state: 'overdue', due: 'Tue 9 10:00', late: '7:00:00' });
  });

  it('and while the customer has the answer, nothing is owed', () => {
    const found = inquiries('C Mon 10:00, S Mon 11:00', 'Fri 12:00', { status: 'pending' });
    expect(told(currentInquiry(found))).toMatchObject({ state: 'answered-in-time', ...NOTHING_RUNS });
  });
});

describe('reopened', () => {
  it('a new message on a closed ticket is a new inquiry; the old answer stays in time', () => {
    const found = inquiries('C Mon 1 10:00, S Mon 1 11:00, C Mon 8 18:30', 'Tue 09:00');
    expect(found.map(told)).toMatchObject([
      { state: 'answered-in-time' },
      { state: 'running', due: 'Wed 10 09:00' },
    ]);
  });

  it('closed unanswered and reopened, the same inquiry is owed again', () => {
    const closed = inquiries('C Mon 10:00', 'Wed 09:00', { status: 'closed' });
    expect(closed.map(told)).toMatchObject([{ state: 'closed-unanswered', due: 'Tue 9 10:00' }]);
    const solved = inquiries('C Mon 10:00', 'Wed 09:00', { status: 'solved' });
    expect(solved.map(told)).toMatchObject([{ state: 'closed-unanswered', due: 'Tue 9 10:00' }]);
    const reopened = inquiries('C Mon 10:00', 'Wed 09:00', { status: 'open' });
    expect(reopened.map(told)).toMatchObject([{ state: 'overdue', due: 'Tue 9 10:00', late: '7:00:00' }]);
  });
});

describe('late-stays-late', () => {
  const answeredAt = (time: string, now = 'Tue 16 12:00') =>
    told(inquiries(`C Fri 16:00, S ${time}`, now)[0]);

  it('the due instant itself is in time, a second later is late', () => {
    expect(answeredAt('Mon 15 16:00:00')).toMatchObject({
      state: 'answered-in-time',
      due: 'Mon 15 16:00',
      late: '0:00:00',
    });
    expect(answeredAt('Mon 15 16:00:01')).toMatchObject({ state: 'answered-late', late: '0:00:01' });
  });

  it('unanswered, it is overdue after the due instant, to the millisecond', () => {
    const due = june('Mon 15 16:00');
    const at = (nowMs: number) => told(inquiries('C Fri 16:00', 'Mon 15 16:00', { nowMs })[0]);
    expect(at(due)).toMatchObject({ state: 'due-soon', left: '0:00:00', late: '0:00:00' });
    expect(at(due + 1)).toMatchObject({ state: 'overdue', late: '0:00:00.001' });
    expect(at(due + 1000)).toMatchObject({ state: 'overdue', late: '0:00:01' });
  });

  it('the miss is measured in business time, once and for all', () => {
    // Monday from 16:00 one hour, Tuesday from 09:00 one and a half.
    expect(answeredAt('Tue 16 10:30')).toMatchObject({ state: 'answered-late', late: '2:30:00' });
    expect(answeredAt('Tue 16 10:30', 'Tue 23 12:00')).toMatchObject({
      state: 'answered-late',
      late: '2:30:00',
    });
  });
});
