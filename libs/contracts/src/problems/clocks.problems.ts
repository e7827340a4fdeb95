import { type ProblemTable } from './problem.js';

/** Refusals of calendars and clocks: data that cannot give a date is refused by name, never guessed around. */
export const CLOCKS_PROBLEMS = {
  calendar_rows_contradict: {
    status: 422,
    vi: {
      title: 'Lịch có nhiều dòng cho cùng một ngày',
      action: 'Giữ lại đúng một dòng cho ngày được nêu rồi công bố lại lịch.',
    },
    en: {
      title: 'The calendar has several rows for one day',
      action: 'Keep exactly one row for the day named and publish the calendar again.',
    },
  },
  calendar_row_unknown_type: {
    status: 422,
    vi: {
      title: 'Loại ngày trong lịch không hợp lệ',
      action: 'Dùng holiday, compensatory, swap_off hoặc swap_work cho ngày được nêu.',
    },
    en: {
      title: 'The type of a calendar row is unknown',
      action: 'Use holiday, compensatory, swap_off or swap_work for the day named.',
    },
  },
  duration_impossible: {
    status: 422,
    vi: {
      title: 'Thời hạn không hợp lệ',
      action:
        'Nhập số ngày nguyên trong giới hạn được nêu, theo ngày làm việc (working_day) hoặc ngày (day).',
    },
    en: {
      title: 'The duration is impossible',
      action: 'Give a whole number of days within the limits named, in working_day or day.',
    },
  },
  extension_impossible: {
    status: 422,
    vi: {
      title: 'Số ngày gia hạn không hợp lệ',
      action: 'Nhập số ngày gia hạn nguyên, từ 0 trở lên, cùng đơn vị với thời hạn.',
    },
    en: {
      title: 'The extension is impossible',
      action: 'Give a whole number of days, zero or more, in the unit of the term.',
    },
  },
  stop_reversed: {
    status: 422,
    vi: {
      title: 'Thời gian tạm dừng kết thúc trước khi bắt đầu',
      action: 'Sửa ngày kết thúc tạm dừng cho bằng hoặc sau ngày bắt đầu.',
    },
    en: {
      title: 'A stop ends before it begins',
      action: 'Correct the end of the stop: it is the day of its beginning or a later one.',
    },
  },
  stop_before_start: {
    status: 422,
    vi: {
      title: 'Tạm dừng trước ngày bắt đầu tính thời hạn',
      action: 'Kiểm tra ngày bắt đầu thời hạn và ngày tạm dừng; chỉ dừng được thời hạn đã bắt đầu.',
    },
    en: {
      title: 'A stop begins before the clock does',
      action: 'Check the start of the clock and of the stop; only a clock that has begun can be stopped.',
    },
  },
  clock_without_end: {
    status: 422,
    vi: {
      title: 'Thời hạn không kết thúc theo lịch này',
      action: 'Kiểm tra lịch và các khoảng tạm dừng: không tìm được ngày đến hạn trong phạm vi tính toán.',
    },
    en: {
      title: 'The term does not end in this calendar',
      action: 'Check the calendar and the stops: no day was found within the reach of the count.',
    },
  },
  cut_off_hour_impossible: {
    status: 422,
    vi: {
      title: 'Giờ chốt tiếp nhận không hợp lệ',
      action: 'Đặt giờ chốt lớn hơn 0 và nhỏ hơn 24, hoặc để trống khi không áp dụng.',
    },
    en: {
      title: 'The cut-off hour is impossible',
      action: 'Set it above 0 and below 24, or leave it empty where there is none.',
    },
  },
  clock_date_given: {
    status: 409,
    vi: {
      title: 'Thời hạn này do văn bản ấn định',
      action: 'Xem ngày trong văn bản yêu cầu; không có phép đếm ngày để giải thích.',
    },
    en: {
      title: 'The date of this clock was given in a letter',
      action: 'See the date in the request; there is no count of days to explain.',
    },
  },
  clock_rule_missing: {
    status: 409,
    vi: {
      title: 'Bộ quy tắc đang áp dụng không có loại thời hạn này',
      action: 'Báo người quản trị dữ liệu quy tắc bổ sung thời hạn vào bộ quy tắc.',
    },
    en: {
      title: 'The law in force for this dossier has no such clock',
      action: 'Ask the law officer to add the clock to the pack.',
    },
  },
} as const satisfies ProblemTable;
