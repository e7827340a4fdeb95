import { type ProblemTable } from './problem.js';

const SAVE_AS = 'lưu lại bằng Excel: Tệp > Lưu thành > "Excel Workbook (*.xlsx)"';
const SAVE_AS_EN = 'save it in Excel with File > Save As > "Excel Workbook (*.xlsx)"';

/** Refusals of the import of lists into the register of investment projects. */
export const IMPORTS_PROBLEMS = {
  import_file_encrypted: {
    status: 422,
    vi: {
      title: 'Tệp Excel được đặt mật khẩu',
      action: 'Bỏ mật khẩu (Tệp > Thông tin > Bảo vệ sổ làm việc), lưu lại rồi tải lên.',
    },
    en: {
      title: 'The Excel file is locked with a password',
      action: 'Remove the password (File > Info > Protect Workbook), save it and upload it again.',
    },
  },
  import_old_excel_refused: {
    status: 415,
    vi: { title: 'Tệp Excel định dạng cũ (.xls)', action: `Mở tệp và ${SAVE_AS}, rồi tải lên.` },
    en: {
      title: 'An Excel file of the old format (.xls)',
      action: `Open it and ${SAVE_AS_EN}, then upload it.`,
    },
  },
  import_markup_refused: {
    status: 415,
    vi: {
      title: 'Tệp là trang web (HTML/XML) mang tên Excel hoặc CSV',
      action: `Mở tệp và ${SAVE_AS}; đổi đuôi tên tệp không làm thay đổi nội dung.`,
    },
    en: {
      title: 'The file is a web page (HTML/XML) that is called Excel or CSV',
      action: `Open it and ${SAVE_AS_EN}; renaming a file does not change its content.`,
    },
  },
  import_file_type_refused: {
    status: 415,
    vi: {
      title: 'Không phải danh sách Excel hoặc CSV',
      action: 'Gửi tệp .xlsx hoặc .csv theo mẫu của hệ thống.',
    },
    en: {
      title: 'Not a list in Excel or CSV',
      action: "Send an .xlsx or .csv file in the form of the system's template.",
    },
  },
  import_unpacks_too_large: {
    status: 422,
    vi: {
      title: 'Tệp bung ra quá lớn',
      action:
        'Chép riêng phần danh sách sang một sổ làm việc mới, không kèm ảnh hay vùng trống đã định dạng, rồi tải lên.',
    },
    en: {
      title: 'The file unpacks to far too much',
      action:
        'Copy the list alone into a new workbook, without pictures or formatted empty areas, and upload that.',
    },
  },
  import_xml_refused: {
    status: 422,
    vi: {
      title: 'Tệp chứa khai báo XML không được phép',
      action: `Tệp này không do chương trình bảng tính tạo ra; ${SAVE_AS} rồi tải lên.`,
    },
    en: {
      title: 'The file holds XML declarations that are not allowed',
      action: `No spreadsheet program writes such a file; ${SAVE_AS_EN} and upload it.`,
    },
  },
  import_encoding_refused: {
    status: 422,
    vi: {
      title: 'Bảng mã của tệp CSV không phải Unicode',
      action:
        'Trong Excel chọn Tệp > Lưu thành > "CSV UTF-8 (*.csv)" hoặc lưu thành .xlsx. Bảng mã cũ (TCVN3, VNI, Windows-1258) phải chuyển sang Unicode trước.',
    },
    en: {
      title: 'The CSV file is not written in Unicode',
      action:
        'In Excel choose File > Save As > "CSV UTF-8 (*.csv)", or save it as .xlsx. Old encodings (TCVN3, VNI, Windows-1258) have to be converted to Unicode first.',
    },
  },
  import_csv_quotes: {
    status: 422,
    vi: {
      title: 'Dấu ngoặc kép trong tệp CSV không khớp',
      action: 'Sửa dòng ngay sau dòng nêu trong chi tiết, hoặc lưu danh sách thành .xlsx rồi tải lên.',
    },
    en: {
      title: 'The quotes of the CSV file do not match',
      action: 'Mend the row behind the one in the details, or save the list as .xlsx and upload that.',
    },
  },
  import_file_without_rows: {
    status: 422,
    vi: { title: 'Tệp không có dòng nào', action: 'Kiểm tra đã lưu đúng tệp, đúng trang tính rồi tải lên.' },
    en: {
      title: 'There is no row in the file',
      action: 'Check that the right file was saved and upload it again.',
    },
  },
  import_too_many_rows: {
    status: 422,
    vi: { title: 'Danh sách quá dài', action: 'Tách thành nhiều tệp; số dòng tối đa nằm trong chi tiết.' },
    en: {
      title: 'The list is too long',
      action: 'Split it into several files; the limit stands in the details.',
    },
  },
  import_too_many_columns: {
    status: 422,
    vi: {
      title: 'Danh sách quá rộng',
      action: 'Xóa các cột thừa bên phải; số cột tối đa nằm trong chi tiết.',
    },
    en: {
      title: 'The list is too wide',
      action: 'Delete columns at its right; the limit stands in the details.',
    },
  },
  import_too_many_cells: {
    status: 422,
    vi: {
      title: 'Tệp có quá nhiều ô có nội dung',
      action: 'Chỉ giữ trang tính và các cột cần nhập; số ô tối đa nằm trong chi tiết.',
    },
    en: {
      title: 'Too many cells of the file hold something',
      action: 'Keep the sheet and the columns to import only; the limit stands in the details.',
    },
  },
  import_too_many_sheets: {
    status: 422,
    vi: {
      title: 'Sổ làm việc có quá nhiều trang tính',
      action: 'Chép trang tính cần nhập sang một tệp riêng.',
    },
    en: {
      title: 'The workbook has too many sheets',
      action: 'Copy the sheet to import into a file of its own.',
    },
  },
  import_too_many_merges: {
    status: 422,
    vi: {
      title: 'Trang tính có quá nhiều ô gộp',
      action: 'Chọn toàn bộ trang tính, bỏ gộp ô, điền đủ giá trị cho từng dòng rồi tải lên.',
    },
    en: {
      title: 'The sheet has too many merged cells',
      action: 'Select the whole sheet, unmerge its cells, fill in each row and upload it again.',
    },
  },
  import_sheet_unknown: {
    status: 422,
    vi: { title: 'Không có trang tính này trong tệp', action: 'Chọn một trong các trang tính được liệt kê.' },
    en: { title: 'There is no such sheet in the file', action: 'Choose one of the sheets that are listed.' },
  },
  import_header_row_invalid: {
    status: 422,
    vi: { title: 'Dòng tiêu đề không có nội dung', action: 'Chọn dòng có tên các cột.' },
    en: { title: 'There is nothing in the header row', action: 'Choose the row that names the columns.' },
  },
  import_columns_missing: {
    status: 422,
    vi: {
      title: 'Chưa chọn cột bắt buộc',
      action: 'Chọn cột cho tên dự án và nhà đầu tư; nếu tệp không có hai cột này thì bổ sung theo mẫu.',
    },
    en: {
      title: 'A required column was not chosen',
      action:
        'Choose the columns of the project name and the investor; add them by the template when there are none.',
    },
  },
  import_mapping_invalid: {
    status: 422,
    vi: {
      title: 'Ghép cột không đúng',
      action: 'Mỗi cột chỉ ghép với một trường, mỗi trường với một cột có trong tệp.',
    },
    en: {
      title: 'The columns are mapped wrongly',
      action: 'Give each column one field at most, and each field one column of the file.',
    },
  },
  import_unit_missing: {
    status: 422,
    vi: { title: 'Chưa chọn đơn vị tính của vốn', action: 'Chọn đồng, nghìn đồng, triệu đồng hoặc tỷ đồng.' },
    en: {
      title: 'The unit of the capital was not chosen',
      action: 'Choose đồng, thousand, million or billion đồng.',
    },
  },
  import_currency_refused: {
    status: 422,
    vi: {
      title: 'Cột vốn tính bằng ngoại tệ',
      action: 'Quy đổi sang đồng Việt Nam trong tệp và ghi đơn vị ở tiêu đề cột; hệ thống không tự quy đổi.',
    },
    en: {
      title: 'The column of the capital is in a foreign currency',
      action: 'Convert it to đồng in the file and say so in the heading; nothing is converted by the system.',
    },
  },
  import_not_in_state: {
    status: 409,
    vi: {
      title: 'Lần nhập này không ở trạng thái cho phép thao tác',
      action: 'Xem trạng thái hiện tại trong chi tiết; tải lại trang rồi chọn thao tác phù hợp.',
    },
    en: {
      title: 'The import is not in a state that allows this',
      action: 'See its present state in the details, reload the page and choose what is possible now.',
    },
  },
  import_nothing_to_run: {
    status: 409,
    vi: {
      title: 'Không có dòng nào để nhập',
      action: 'Sửa các dòng lỗi trong tệp hoặc chọn xử lý cho các dòng trùng, rồi thử lại.',
    },
    en: {
      title: 'There is no row to import',
      action: 'Correct the faulty rows in the file, or decide on the duplicates, and try again.',
    },
  },
  import_duplicates_undecided: {
    status: 409,
    vi: {
      title: 'Còn dòng trùng chưa được quyết định',
      action: 'Quyết định từng dòng, hoặc chọn cách xử lý chung cho các dòng trùng còn lại khi chạy.',
    },
    en: {
      title: 'There are duplicates on which nobody has decided',
      action: 'Decide on them one by one, or say at the start what is done with all that are left.',
    },
  },
  import_decision_not_possible: {
    status: 409,
    vi: {
      title: 'Dòng này không nhận quyết định đó',
      action: 'Chỉ dòng trùng mới cần quyết định; cập nhật chỉ áp dụng cho dự án đã có mà bạn được xem.',
    },
    en: {
      title: 'This row does not take that decision',
      action:
        'Only duplicates are decided on, and only a project of the register that you may see is updated.',
    },
  },
  import_undo_nothing: {
    status: 409,
    vi: {
      title: 'Không còn gì để hoàn tác',
      action: 'Các dự án của lần nhập này đã được người khác sửa hoặc dùng; hãy sửa từng dự án.',
    },
    en: {
      title: 'There is nothing left to undo',
      action: 'The projects of this import were changed or used since; change them one by one.',
    },
  },
} as const satisfies ProblemTable;
