/** What the dossier editor says about faults and about files that are read beside the page. */
export const editor = {
  formal: {
    project_name_missing: 'Chưa có tên dự án',
    technology_missing: 'Chưa có dây chuyền hoặc máy nào',
    investor_missing: 'Chưa có nhà đầu tư',
    requester_missing: 'Chưa có cơ quan yêu cầu',
    project_authority_missing: 'Chưa có cấp có thẩm quyền đối với dự án',
    nothing_changed: 'Dây chuyền và máy móc chưa khác gì hồ sơ đã được đồng ý: nhập những gì thay đổi',
    first_dossier_not_approved:
      'Hồ sơ trước không có văn bản đồng ý đang có giá trị: chờ văn bản được phát hành hoặc chờ kết quả xem xét lại',
    first_dossier_changed_since:
      'Công nghệ này đã được chấp thuận thay đổi sau đó: lập hồ sơ mới trên cơ sở hồ sơ thay đổi gần nhất',
    change_in_hand:
      'Đang có một hồ sơ thay đổi khác của cùng hồ sơ trước: bổ sung vào hồ sơ đó, hoặc rút hồ sơ đó rồi nộp hồ sơ này',
    wrong_type: 'Giá trị sai kiểu (chữ, số hoặc có/không): nhập lại',
    unknown_field: 'Dữ kiện này không có trong mẫu: xóa hoặc nhập vào ô phù hợp',
    required: 'Thiếu giá trị bắt buộc',
    too_long: 'Quá dài: rút ngắn',
    too_many: 'Quá nhiều mục: bớt đi',
    control_character: 'Có ký tự ẩn không được phép: xóa rồi gõ lại',
    not_allowed: 'Không phải một trong các lựa chọn: chọn lại',
    bad_code: 'Mã không đúng dạng',
    no_such_day: 'Ngày không tồn tại',
    hs_digits: 'Mã HS phải có 4, 6 hoặc 8 chữ số',
    hs_chapter: 'Không có chương HS này',
    out_of_range: 'Giá trị ngoài khoảng cho phép',
    too_many_decimals: 'Quá nhiều chữ số thập phân',
    duplicate_id: 'Mục này bị trùng mã với mục khác: bỏ một mục rồi thêm lại',
    year_in_future: 'Năm sản xuất ở tương lai',
    issued_in_future: 'Ngày cấp ở tương lai',
    arrival_before_made: 'Năm về Việt Nam trước năm sản xuất',
    no_such_line: 'Không có dây chuyền này trong hồ sơ: chọn lại',
    path_names_nothing: 'Chứng minh cho một dữ kiện không còn trong hồ sơ: chọn lại dữ kiện',
    other: 'Có giá trị cần sửa',
  },
  /** Parts of the facts that have no form of their own. */
  parts: {
    id: 'Mã định danh',
    covers: 'Chứng minh cho',
    issuedOn: 'Ngày cấp',
    number: 'Số chứng thư',
    body: 'Tổ chức cấp',
    page: 'Trang',
  },
  held: {
    title_one: 'Còn {{count}} giá trị chưa lưu được vào hồ sơ',
    title_other: 'Còn {{count}} giá trị chưa lưu được vào hồ sơ',
    text: 'Trong hồ sơ vẫn là giá trị trước đó, hoặc chưa có gì. Sửa từng chỗ rồi mới gửi được.',
  },
  numbered: '{{section}} {{number}}',
  readingFile: 'Đang đọc tệp',
  noReader:
    'Không có kết nối nên chưa tải được phần đọc tệp. Kiểm tra mạng rồi chọn lại tệp, hoặc sao chép các ô trong Excel rồi dán vào trang danh mục.',
  kinds: { title: 'Lỗi theo cột', rows: 'Số hàng', first: 'Hàng đầu tiên' },
  more_one: 'và {{count}} chỗ nữa',
  more_other: 'và {{count}} chỗ nữa',
} as const;
