/**
 * What stands beside the articles of the packs as a remark, in English: a pack is pinned by its digest and says it in
 * Vietnamese alone. Names of instruments stay as they are.
 */
export const remarks: Readonly<Record<string, string>> = {
  'Quy ước nội bộ': 'Rule of the house',
  '(không bắt buộc theo luật)': '(not required by law)',
  '(Luật 07/2017/QH14 không quy định)': '(Luật 07/2017/QH14 does not say)',
  '(hội đồng thẩm định xây dựng)': '(councils that appraise construction)',
  '(dùng làm mẫu cho nội dung đánh giá công nghệ của NĐ 96/2026/NĐ-CP, Điều 32 khoản 7 điểm đ)':
    '(as a model for the evaluation under NĐ 96/2026/NĐ-CP, Điều 32 khoản 7 điểm đ)',
  '(chưa kiểm chứng)': '(not verified)',
  '(cách hiểu)': '(our reading)',
  '(Điều 16 Luật 07/2017/QH14 hết hiệu lực 01/04/2026; dùng tạm đến khi nạp Nghị định 101/2026/NĐ-CP)':
    '(Điều 16 Luật 07/2017/QH14 ceased on 01/04/2026; used until Nghị định 101/2026/NĐ-CP is loaded)',
  '(gia hạn một lần, không quá thời hạn đó)': '(extended once, by no more than that term)',
  '(chỉ biết qua mẫu biểu)': '(known from forms only)',
  '(số điều chưa đối chiếu)': '(number of the article not checked)',
  '(sửa đổi bởi Luật 115/2025/QH15)': '(amended by Luật 115/2025/QH15)',
  '(ngày dương lịch tính theo lịch âm GMT+7)': '(day reckoned by the lunar calendar, GMT+7)',
  '(gia hạn một lần, không quá thời hạn đó, nêu lý do bằng văn bản)':
    '(extended once, by no more than that term, with reasons in writing)',
  '(dòng chưa kiểm chứng)': '(row not verified)',
  '(áp dụng)': '(application)',
  '(trang phổ biến pháp luật; chưa đọc văn bản)': '(from a legal information page; the text was not read)',
  '(nội dung tối thiểu của giải trình công nghệ; cách hiểu)':
    '(least content of the explanation of the technology; our reading)',
  '(mẫu tham khảo)': '(model for reference)',
  '(coi như đồng ý và vẫn chịu trách nhiệm; T-26-9)': '(counts as agreement, responsibility remains; T-26-9)',
  '(tính từ ngày nhận đủ hồ sơ; cách hiểu)': '(from the day of the complete dossier; our reading)',
  '(số ngày chưa rõ; quy ước nội bộ)': '(number of days not clear; rule of the house)',
  '(nội dung báo cáo nghiên cứu khả thi, báo cáo kinh tế - kỹ thuật)':
    '(content of the feasibility and of the economic and technical report)',
  '(ngày hết hiệu lực 31/03/2026 là suy luận)': '(that it ended on 31/03/2026 is inferred)',
  '(ngày hiệu lực 01/03/2023 chưa kiểm chứng)': '(that it began on 01/03/2023 is not verified)',
  '(ngày bắt đầu trong năm 2009 chưa rõ)': '(its first day in 2009 is not clear)',
  '(không bổ sung đúng hạn thì dừng giải quyết, thông báo bằng văn bản)':
    '(without a supplement in time the dossier is discontinued, with notice in writing)',
  '(giữ lại khi sửa đổi bởi Luật 115/2025/QH15)': '(kept when amended by Luật 115/2025/QH15)',
  '(gia hạn một lần, không quá 60 ngày)': '(extended once, by no more than 60 days)',
  '(dự án quy mô lớn, phức tạp: 20 ngày làm việc)': '(large, complex projects: 20 working days)',
  '(dữ liệu cần để xét máy đã qua sử dụng)': '(what is needed to judge used machines)',
  '(cách hiểu; nội dung mẫu chưa nạp)': '(our reading; the form is not loaded)',
  '(cách hiểu: nhóm I và II; lời văn của Luật 115/2025/QH15 chưa đối chiếu)':
    '(our reading: groups I and II; not compared with Luật 115/2025/QH15)',
  '(cách hiểu: nhóm I và II)': '(our reading: groups I and II)',
  '(cách hiểu: giới hạn tuổi chỉ nêu cho máy)': '(our reading: the limit of age is for machines only)',
  '(chứng thư có giá trị 12 tháng)': '(a certificate holds for 12 months)',
  '(chưa tìm thấy thời hạn trả lời luật định ở giai đoạn quyết định đầu tư; xem T-26-11, NĐ 217/2026/NĐ-CP, Điều 36, 37)':
    '(no term set by law was found for the stage of the investment decision; see T-26-11, NĐ 217/2026/NĐ-CP, Điều 36, 37)',
  '(chưa tìm thấy thời hạn luật định)': '(no term set by law was found)',
  '(100% dự án được có ý kiến)': '(an opinion on 100% of projects)',
  '(biết qua mẫu biểu; ngày 01/04/2026 là suy luận)':
    '(known from forms; that it began on 01/04/2026 is inferred)',
};
