import { type ProblemTable } from './problem.js';

/** Refusals of signing in, of sessions, and of the administration of people. */
export const IDENTITY_PROBLEMS = {
  invalid_credentials: {
    status: 401,
    vi: { title: 'Email hoặc mật khẩu không đúng', action: 'Kiểm tra lại email và mật khẩu rồi thử lại.' },
    en: { title: 'The e-mail or the password is wrong', action: 'Check both and try again.' },
  },
  account_locked: {
    status: 423,
    vi: {
      title: 'Đăng nhập tạm khóa vì sai nhiều lần',
      action: 'Chờ hết thời gian khóa rồi thử lại, hoặc liên hệ quản trị hệ thống.',
    },
    en: {
      title: 'Sign-in is locked after repeated failures',
      action: 'Wait until the lock is over and try again, or ask the system administrator.',
    },
  },
  address_locked: {
    status: 429,
    vi: {
      title: 'Quá nhiều lần đăng nhập sai từ địa chỉ mạng này',
      action: 'Chờ hết thời gian khóa rồi thử lại; người khác trong cùng mạng cũng phải chờ.',
    },
    en: {
      title: 'Too many failed sign-ins from this network address',
      action: 'Wait until the lock is over and try again; others in the same network have to wait, too.',
    },
  },
  not_signed_in: {
    status: 401,
    vi: { title: 'Bạn chưa đăng nhập', action: 'Đăng nhập rồi thực hiện lại.' },
    en: { title: 'You are not signed in', action: 'Sign in and do it again.' },
  },
  token_invalid: {
    status: 401,
    vi: { title: 'Mã truy cập không hợp lệ', action: 'Đăng nhập lại để nhận mã mới.' },
    en: { title: 'The access token is not valid', action: 'Sign in again to get a new one.' },
  },
  session_expired: {
    status: 401,
    vi: {
      title: 'Phiên làm việc đã hết hạn hoặc đã kết thúc',
      action: 'Làm mới mã truy cập hoặc đăng nhập lại; dữ liệu đã lưu vẫn còn.',
    },
    en: {
      title: 'The session has expired or was ended',
      action: 'Refresh the token or sign in again; what was saved is still there.',
    },
  },
  refresh_invalid: {
    status: 401,
    vi: { title: 'Mã làm mới không hợp lệ hoặc đã hết hạn', action: 'Đăng nhập lại.' },
    en: { title: 'The refresh token is unknown or has expired', action: 'Sign in again.' },
  },
  refresh_reused: {
    status: 401,
    vi: {
      title: 'Mã làm mới đã được dùng trước đó',
      action:
        'Mọi phiên cùng nguồn đã bị thu hồi để bảo vệ bạn; đăng nhập lại và đổi mật khẩu nếu không phải bạn.',
    },
    en: {
      title: 'The refresh token was used before',
      action:
        'All tokens of this sign-in were revoked to protect you; sign in again, and change your password if it was not you.',
    },
  },
  csrf_missing: {
    status: 403,
    vi: { title: 'Yêu cầu thiếu mã bảo vệ của phiên làm việc', action: 'Tải lại trang rồi thực hiện lại.' },
    en: {
      title: 'The request lacks the token of the session (X-CSRF-Token)',
      action: 'Reload the page and do it again.',
    },
  },
  csrf_wrong: {
    status: 403,
    vi: { title: 'Trang này thuộc một phiên làm việc khác', action: 'Tải lại trang rồi thực hiện lại.' },
    en: {
      title: 'This page belongs to another session (X-CSRF-Token)',
      action: 'Reload the page and do it again.',
    },
  },
  email_taken: {
    status: 409,
    vi: { title: 'Email này đã có tài khoản', action: 'Dùng email khác, hoặc sửa tài khoản đang có.' },
    en: {
      title: 'An account with this e-mail exists',
      action: 'Use another e-mail, or change the existing account.',
    },
  },
  organisation_exists: {
    status: 409,
    vi: { title: 'Đã có tổ chức với mã số thuế này', action: 'Tìm và dùng tổ chức đang có.' },
    en: { title: 'An organisation with this tax code exists', action: 'Find it and use it.' },
  },
  organisation_unknown: {
    status: 422,
    vi: { title: 'Tổ chức được chọn không tồn tại', action: 'Chọn lại tổ chức trong danh sách.' },
    en: { title: 'The organisation does not exist', action: 'Choose one from the list.' },
  },
  roles_incompatible: {
    status: 422,
    vi: {
      title: 'Các vai trò không thể cùng một người nắm giữ',
      action: 'Quản trị hệ thống và quản trị dữ liệu quy tắc phải tách khỏi vai trò xử lý hồ sơ.',
    },
    en: {
      title: 'These roles may not be held by one person',
      action: 'Keep administrators and law officers apart from roles that act on dossiers.',
    },
  },
  own_account: {
    status: 409,
    vi: {
      title: 'Không thể tự khóa hoặc tự đổi vai trò của mình',
      action: 'Nhờ một quản trị khác thực hiện.',
    },
    en: {
      title: 'You may not deactivate yourself or change your own roles',
      action: 'Ask another administrator.',
    },
  },
  current_password_wrong: {
    status: 422,
    vi: {
      title: 'Mật khẩu hiện tại không đúng',
      action: 'Nhập lại mật khẩu bạn đang dùng để đăng nhập. Mật khẩu chưa được đổi.',
    },
    en: {
      title: 'The current password is wrong',
      action: 'Enter the password with which you sign in now. It has not been changed.',
    },
  },
  password_unchanged: {
    status: 422,
    vi: {
      title: 'Mật khẩu mới giống mật khẩu hiện tại',
      action: 'Chọn một mật khẩu khác mật khẩu đang dùng.',
    },
    en: {
      title: 'The new password is the current one',
      action: 'Choose a password other than the one you use now.',
    },
  },
  password_too_weak: {
    status: 422,
    vi: { title: 'Mật khẩu quá yếu', action: 'Dùng ít nhất 12 ký tự và không chứa phần tên của email.' },
    en: {
      title: 'The password is too weak',
      action: 'Use at least 12 characters, without the name part of the e-mail.',
    },
  },
} as const satisfies ProblemTable;
