/** Tài liệu PDF được vẽ ngay trên trang. */
export const pdf = {
  tools: 'Công cụ xem tài liệu',
  frame: 'Tài liệu {{name}}. Page Down, Page Up để lật trang; dấu cộng, dấu trừ để phóng to, thu nhỏ',
  page: 'Trang {{page}} trên {{pages}} của {{name}}',
  previous: 'Trang trước',
  next: 'Trang sau',
  pageNumber: 'Số trang',
  ofPages: '/ {{pages}}',
  smaller: 'Thu nhỏ',
  larger: 'Phóng to',
  zoom: '{{share}}%',
  download: 'Tải tệp xuống',
  print: 'In',
  noText: 'Trang này là ảnh, không có chữ để đọc hoặc tìm. Trình đọc màn hình không đọc được trang này.',
  notShown: 'Không hiển thị được tài liệu',
  faults: {
    empty: 'Tệp không có nội dung (0 byte). Chọn lại đúng tệp.',
    not_pdf: 'Tệp này không phải là PDF. Tải tệp xuống và mở bằng phần mềm phù hợp.',
    damaged: 'Tệp PDF bị hỏng hoặc chưa đầy đủ. Đề nghị bên gửi gửi lại tệp.',
    locked: 'Tệp PDF được đặt mật khẩu. Đề nghị bên gửi gửi bản không đặt mật khẩu.',
  },
} as const;
