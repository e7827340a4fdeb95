import { type CouncilDecisionData, type CouncilMinutesData } from '#contracts';
import { SAMPLES } from '../../../../test/support/letter-samples.js';
import { letterContent } from './letter-content.js';
import { missingParts } from './missing-parts.js';

const wordsOf = (content: ReturnType<typeof letterContent>): string =>
  content.blocks
    .map((block) => {
      if (block.kind === 'table') return block.rows.map((row) => row.join(' | ')).join('\n');
      if (block.kind === 'qr') return block.alternative;
      return block.kind === 'field' ? `${block.label}: ${block.value}` : block.text;
    })
    .join('\n');
const minutes = (changes: Partial<CouncilMinutesData> = {}) =>
  wordsOf(letterContent('council_minutes', { ...SAMPLES.council_minutes, ...changes }));
const decision = (changes: Partial<CouncilDecisionData> = {}) =>
  letterContent('council_decision', { ...SAMPLES.council_decision, ...changes });

describe('the minutes of a council', () => {
  it('show every fraction with its basis, and say where a rule is only an analogy', () => {
    const text = minutes();
    expect(text).toContain('Có mặt 2/2 thành viên được tính (cần ít nhất 1/2).');
    expect(text).toContain(
      'Tỷ lệ tán thành 1/2, cần nhiều hơn 1/2: Nghị định 217/2026/NĐ-CP, Điều 34 – áp dụng tương tự.',
    );
    expect(text).toContain('Quy ước nội bộ (suy luận, chưa được xác nhận)');
    expect(text).toContain('Số phiếu ngang nhau; theo phiếu quyết định của Nguyễn Văn Thịnh.');
  });
  it('name votes, proxies, recusals and dissent', () => {
    const text = minutes();
    expect(text).toContain('Lê Quốc Bảo | Không tán thành | Phiếu giấy đã ký');
    expect(text).toContain('Lê Quốc Bảo | Ủy viên | Ủy quyền | Phạm Minh Tú');
    expect(text).toContain('Vũ Thị Mai | Ủy viên phản biện | Rút lui (xung đột lợi ích), không tính');
    expect(text).toContain('Ý kiến bảo lưu của Lê Quốc Bảo: Kết quả đo kiểm đã có trong hồ sơ.');
  });
  it('say that a session without quorum decided nothing', () => {
    const text = minutes({ valid: false, largeEnough: false, presidedBy: null });
    expect(text).toContain('Phiên họp không hợp lệ');
    expect(text).toContain('Hội đồng không còn đủ số thành viên tối thiểu.');
    expect(text).not.toContain('Phiên họp hợp lệ.');
  });
  it('need a secretary', () => {
    expect(missingParts('council_minutes', { ...SAMPLES.council_minutes, secretary: null })).toEqual([
      'secretary',
    ]);
  });
});

describe('the decision on a council', () => {
  it('names everybody with seat and agency, and the rules of procedure', () => {
    const text = wordsOf(decision());
    expect(text).toContain('Nguyễn Văn Thịnh | Viện Công nghệ Vật liệu | Chủ tịch');
    expect(text).toContain('ít nhất 2/3 tổng số thành viên không phải rút lui tán thành');
    expect(decision().numberLine).toContain('QĐ-SKHCN');
  });
  it('changes an earlier one by its number', () => {
    const changed = decision({
      changes: true,
      earlier: { number: '03/QĐ-SKHCN', on: '2026-01-20', from: null },
    });
    expect(changed.heading?.subject).toContain('kiện toàn');
    expect(wordsOf(changed)).toContain(
      'Kiện toàn Hội đồng tư vấn khoa học và công nghệ đã thành lập tại Văn bản số 03/QĐ-SKHCN ngày 20/01/2026',
    );
  });
  it('lists somebody', () => {
    expect(missingParts('council_decision', { ...SAMPLES.council_decision, members: [] })).toEqual([
      'members',
    ]);
  });
});
