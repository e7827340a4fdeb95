/** Words of the owner's answer: the authority reads them in Vietnamese, whatever language the owner's screen has. */
export const SENT_WORDS = {
  files: 'Tệp kèm theo',
  acceptance: 'Chúng tôi đồng ý với dự kiến từ chối và không có ý kiến khác.',
  withdrawal: 'Tải lên nhầm',
} as const;
