import { type Language } from './language.js';

/** What is wrong with a field, by code of its rule. */
export const FIELD_FAULT_MESSAGES: Readonly<Record<string, Record<Language, string>>> = {
  required: { vi: 'Bắt buộc phải có.', en: 'This is required.' },
  null_value: {
    vi: 'Không nhận null: hãy điền giá trị, hoặc bỏ hẳn trường này nếu không bắt buộc.',
    en: 'Must not be null: give a value, or leave the field out where it is not required.',
  },
  unknown_field: { vi: 'Trường này không tồn tại.', en: 'There is no such field.' },
  control_characters: {
    vi: 'Có ký tự điều khiển không được phép.',
    en: 'Contains control characters, which are not allowed.',
  },
  too_deep: { vi: 'Cấu trúc lồng quá sâu.', en: 'Nested too deeply.' },
  too_many_values: { vi: 'Quá nhiều giá trị trong một yêu cầu.', en: 'Too many values in one request.' },
  json: { vi: 'Nội dung không phải JSON hợp lệ.', en: 'The content is not valid JSON.' },
  multipart: {
    vi: 'Nội dung biểu mẫu bị đứt quãng hoặc không đúng dạng multipart.',
    en: 'The form broke off or is no valid multipart.',
  },
  url: { vi: 'Đường dẫn không giải mã được.', en: 'The path cannot be decoded.' },
  cursor: {
    vi: 'Con trỏ trang không thuộc danh sách và bộ lọc này.',
    en: 'The cursor does not belong to this list and filter.',
  },
  etag: { vi: 'Không phải ETag do hệ thống cấp.', en: 'Not an ETag of this system.' },
  idempotency_key: {
    vi: 'Cần 1 đến 200 ký tự ASCII nhìn thấy được.',
    en: 'Must be 1 to 200 visible ASCII characters.',
  },
  accept_in_dry_run: {
    vi: 'Chỉ nhận “accept”, và chỉ khi chạy thử (dryRun=true).',
    en: 'Takes “accept” only, and only in a dry run (dryRun=true).',
  },
  no_dry_run: {
    vi: 'Thao tác này không chạy thử được; bỏ dryRun để thực hiện.',
    en: 'This act cannot be rehearsed; leave dryRun out to act.',
  },
  is_string: { vi: 'Phải là chuỗi ký tự.', en: 'Must be a text.' },
  is_boolean: { vi: 'Phải là true hoặc false.', en: 'Must be true or false.' },
  is_int: { vi: 'Phải là số nguyên.', en: 'Must be a whole number.' },
  is_number: { vi: 'Phải là số.', en: 'Must be a number.' },
  min: { vi: 'Giá trị nhỏ hơn mức cho phép.', en: 'Smaller than allowed.' },
  max: { vi: 'Giá trị lớn hơn mức cho phép.', en: 'Larger than allowed.' },
  is_array: { vi: 'Phải là danh sách.', en: 'Must be a list.' },
  is_object: { vi: 'Phải là đối tượng JSON.', en: 'Must be a JSON object.' },
  array_max_size: { vi: 'Danh sách quá dài.', en: 'The list is too long.' },
  array_min_size: { vi: 'Danh sách quá ngắn.', en: 'The list is too short.' },
  array_unique: { vi: 'Danh sách có giá trị trùng.', en: 'The list contains duplicates.' },
  is_in: { vi: 'Không thuộc các giá trị cho phép.', en: 'Not one of the allowed values.' },
  is_enum: { vi: 'Không thuộc các giá trị cho phép.', en: 'Not one of the allowed values.' },
  is_email: { vi: 'Không phải địa chỉ email.', en: 'Not an e-mail address.' },
  is_uuid: { vi: 'Không phải mã định danh hợp lệ.', en: 'Not a valid identifier.' },
  is_not_empty: { vi: 'Không được để trống.', en: 'Must not be empty.' },
  min_length: { vi: 'Quá ngắn.', en: 'Too short.' },
  max_length: { vi: 'Quá dài.', en: 'Too long.' },
  length: { vi: 'Độ dài không phù hợp.', en: 'The length is not right.' },
  is_length: { vi: 'Độ dài không phù hợp.', en: 'The length is not right.' },
  matches: { vi: 'Không đúng định dạng.', en: 'Not in the required form.' },
  is_civil_date: {
    vi: 'Phải là ngày có thật, dạng yyyy-MM-dd.',
    en: 'Must be a day that exists, yyyy-MM-dd.',
  },
  in_future: { vi: 'Không thể sau hôm nay.', en: 'Cannot lie after today.' },
  too_early: { vi: 'Sớm hơn mức có thể.', en: 'Earlier than possible.' },
  nested_validation: { vi: 'Phải là đối tượng JSON.', en: 'Must be a JSON object.' },
};
const UNKNOWN = { vi: 'Giá trị không hợp lệ.', en: 'The value is not valid.' };

/** The text of a field fault; a general one where the rule has none of its own. */
export const fieldFaultMessage = (code: string, language: Language): string =>
  (FIELD_FAULT_MESSAGES[code] ?? UNKNOWN)[language];
