/** What a person is told of a faulty cell or row, and what to do about it. */
interface FaultText {
  vi: string;
  en: string;
}

/** By code: faults of reading first, then those of the register's own rules. */
export const ROW_FAULT_TEXTS: Readonly<Record<string, FaultText>> = {
  error_cell: {
    vi: 'Ô báo lỗi công thức (ví dụ #REF!). Sửa công thức hoặc nhập giá trị.',
    en: 'The cell shows an error such as #REF!. Mend the formula or enter the value.',
  },
  formula_without_value: {
    vi: 'Công thức chưa có kết quả được lưu. Mở tệp bằng Excel, lưu lại; hoặc dán giá trị thay cho công thức.',
    en: 'The formula has no stored result. Open the file in Excel and save it, or paste the value instead.',
  },
  cell_too_long: {
    vi: 'Nội dung ô quá dài. Rút gọn còn tối đa 5.000 ký tự.',
    en: 'The cell is too long. Shorten it to 5,000 characters at most.',
  },
  merged_cell: {
    vi: 'Ô bị gộp. Bỏ gộp ô và điền giá trị cho từng dòng.',
    en: 'The cell is merged with others. Unmerge them and fill in each row.',
  },
  ragged_row: {
    vi: 'Số ô của dòng khác với dòng tiêu đề. Kiểm tra dấu phân cách và dấu ngoặc kép.',
    en: 'The row has another number of cells than the header. Check its delimiters and quotes.',
  },
  importer_tied: {
    vi: 'Bạn có quan hệ với nhà đầu tư này nên không được nhập dòng này. Chuyển dòng này cho người khác nhập.',
    en: 'You are tied to this investor and may not enter this row. Leave it to somebody else.',
  },
  control_characters: {
    vi: 'Có ký tự điều khiển không nhìn thấy. Gõ lại nội dung ô.',
    en: 'Holds control characters that cannot be seen. Type the cell anew.',
  },
  text_garbled: {
    vi: 'Chữ bị lỗi bảng mã (TCVN3, VNI hoặc mở sai bảng mã). Chuyển sang Unicode rồi nhập lại.',
    en: 'The text is in an old encoding or was opened in a wrong one. Convert it to Unicode.',
  },
  word_unknown: {
    vi: 'Giá trị không có trong danh mục. Dùng đúng tên gọi theo hướng dẫn nhập danh sách.',
    en: 'The value is none of those known. Use a word of the guide.',
  },
  zero_lost: {
    vi: 'Mã số có thể đã mất số 0 ở đầu. Định dạng cột là Văn bản (Text) rồi nhập lại.',
    en: 'The code may have lost a zero at its front. Format the column as Text and enter it again.',
  },
  tax_code_not_readable: {
    vi: 'Mã số thuế phải có 10 chữ số, hoặc 10 chữ số và 3 chữ số chi nhánh (5700000000-001).',
    en: 'A tax code has ten digits, or ten and the three of a branch (5700000000-001).',
  },
  sector_not_readable: {
    vi: 'Mã ngành phải là mã VSIC: một chữ cái hoặc 2 đến 5 chữ số, ví dụ C2394.',
    en: 'A sector is a VSIC code: a letter, or two to five digits, such as C2394.',
  },
  commune_not_readable: {
    vi: 'Mã xã, phường, đặc khu phải có 5 chữ số theo danh mục đơn vị hành chính.',
    en: 'A commune is the five digits of the administrative unit.',
  },
  date_not_readable: {
    vi: 'Không đọc được ngày. Ghi ngày/tháng/năm, ví dụ 05/07/2026.',
    en: 'The day cannot be read. Write day/month/year such as 05/07/2026.',
  },
  date_impossible: {
    vi: 'Ngày không có thật (hoặc tháng đứng trước ngày). Ghi ngày/tháng/năm.',
    en: 'There is no such day (or the month stands first). Write day/month/year.',
  },
  date_incomplete: {
    vi: 'Thiếu ngày hoặc tháng. Ghi đủ ngày/tháng/năm, hoặc để trống nếu không biết.',
    en: 'The day or month is missing. Write the whole date, or leave it empty when it is not known.',
  },
  date_two_digit_year: {
    vi: 'Năm phải có 4 chữ số.',
    en: 'Write the year with four digits.',
  },
  date_order_uncertain: {
    vi: 'Cột này có ngày ghi theo tháng/ngày, nên không chắc ngày nào là đúng. Định dạng cả cột theo ngày/tháng/năm.',
    en: 'Some days of the column have the month first, so none is sure. Format the whole column as day/month/year.',
  },
  amount_not_readable: {
    vi: 'Không đọc được số tiền. Chỉ ghi số và, nếu cần, đơn vị: 1.200,5 tỷ đồng.',
    en: 'The amount cannot be read. Write the number and, if need be, its unit: 1.200,5 tỷ đồng.',
  },
  amount_ambiguous: {
    vi: 'Không rõ dấu chấm (phẩy) là phân cách hàng nghìn hay phần thập phân. Chọn dấu thập phân khi xem trước, hoặc ghi rõ.',
    en: 'The sign may part thousands or a fraction. Choose the decimal sign in the preview, or write it plainly.',
  },
  amount_negative: { vi: 'Số tiền âm.', en: 'The amount is negative.' },
  amount_too_large: {
    vi: 'Số tiền quá lớn. Kiểm tra đơn vị tính của cột.',
    en: 'The amount is too large. Check the unit of the column.',
  },
  amount_other_currency: {
    vi: 'Số tiền bằng ngoại tệ. Quy đổi sang đồng Việt Nam.',
    en: 'The amount is in a foreign currency. Convert it to đồng.',
  },
  required: { vi: 'Bắt buộc phải có.', en: 'This is required.' },
  min_length: { vi: 'Nội dung quá ngắn.', en: 'The text is too short.' },
  max_length: { vi: 'Nội dung quá dài.', en: 'The text is too long.' },
  matches: { vi: 'Không đúng định dạng.', en: 'Not in the required form.' },
  is_in: { vi: 'Không thuộc các giá trị cho phép.', en: 'Not one of the allowed values.' },
  is_string: { vi: 'Phải là chữ.', en: 'Must be a text.' },
  is_int: { vi: 'Phải là số nguyên đồng.', en: 'Must be whole đồng.' },
  is_civil_date: { vi: 'Không phải ngày có thật.', en: 'Not a day that exists.' },
  in_future: { vi: 'Ngày ở tương lai.', en: 'The day lies in the future.' },
  too_early: { vi: 'Ngày quá sớm. Kiểm tra năm.', en: 'The day is too early. Check the year.' },
  min: { vi: 'Nhỏ hơn mức cho phép.', en: 'Smaller than allowed.' },
  max: {
    vi: 'Lớn hơn mức cho phép. Kiểm tra đơn vị tính của cột.',
    en: 'Larger than allowed. Check the unit of the column.',
  },
};

const UNKNOWN: FaultText = { vi: 'Giá trị không hợp lệ.', en: 'The value is not valid.' };

/** The text of a fault; a general one where the rule has none of its own. */
export const rowFaultText = (code: string, language: 'vi' | 'en'): string =>
  (ROW_FAULT_TEXTS[code] ?? UNKNOWN)[language];
