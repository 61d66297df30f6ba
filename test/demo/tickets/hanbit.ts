/** TSAM customer, Korean pages in Seoul, dates as text with the zone stated. */
import { type DemoAccount, MARA, ROBOT } from '../ticket.ts';

const SEOYEON = { name: '김서연', email: 'seoyeon.kim@hanbit.example' };

export const hanbit: DemoAccount = {
  organisation: '한빛정밀',
  language: 'ko',
  zone: 'Asia/Seoul',
  times: 'text',
  newestFirst: false,
  tickets: [
    {
      id: 4731,
      subject: '설비 서버 교체 일정 문의',
      status: 'open',
      priority: 'normal',
      requester: SEOYEON,
      assignee: MARA,
      messages: [
        {
          kind: 'customer',
          by: SEOYEON,
          back: 1,
          at: '14:00',
          text: ['3분기에 설비 서버를 교체하려고 합니다. 라이선스 이전은 어떻게 진행하나요?'],
        },
        {
          kind: 'automatic',
          by: ROBOT,
          back: 1,
          at: '14:00',
          text: ['문의를 접수했습니다. 이 메시지는 자동으로 발송되었습니다.'],
        },
      ],
    },
    {
      id: 4732,
      subject: '백업 점검 보고서 요청',
      status: 'solved',
      priority: 'low',
      requester: SEOYEON,
      assignee: MARA,
      messages: [
        {
          kind: 'customer',
          by: SEOYEON,
          back: 4,
          at: '10:20',
          text: ['지난달 백업 점검 보고서를 보내 주시겠습니까?'],
        },
        {
          kind: 'staff',
          by: MARA,
          back: 3,
          at: '15:05',
          text: ['보고서를 첨부했습니다. 확인 부탁드립니다.'],
        },
      ],
    },
  ],
};
