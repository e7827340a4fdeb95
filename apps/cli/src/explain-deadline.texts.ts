/** How sure a legal fact is, where it is not sure. */
export const MARKS: Record<string, string> = {
  text_read: '',
  secondary: '',
  inference: ' [suy luận]',
  memory: ' [chưa kiểm chứng]',
};
/** Why a day counts or does not, by the codes of the explanation. */
export const WORDS: Record<string, string> = {
  start: 'ngày bắt đầu, không tính',
  counted: 'tính',
  weekend: 'cuối tuần, không tính',
  holiday: 'ngày lễ, không tính',
  compensatory: 'nghỉ bù, không tính',
  swap_off: 'nghỉ hoán đổi, không tính',
  swap_work: 'làm bù, tính',
  stopped: 'tạm dừng, không tính',
  moved: 'chuyển sang ngày làm việc tiếp theo',
};
