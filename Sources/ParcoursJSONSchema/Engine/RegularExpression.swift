internal import CPCRE2
internal import ParcoursSource

/// A regular expression of a schema (ECMA-262), run by PCRE2 with a limit on its work, so that no pattern can hang.
final class RegularExpression: @unchecked Sendable {
  /// A pattern that is none.
  struct Failure: Error {
    let message: Message
  }

  /// What became of a match.
  enum Outcome {
    case match
    case noMatch
    case tooCostly
  }

  /// The most steps of backtracking.
  static let matchLimit: UInt32 = 1_000_000

  let source: String
  // Unsafe: PCRE2's compiled code, which is read-only once it is made, and freed with this object.
  private let code: OpaquePointer
  private let context: OpaquePointer?

  init(_ pattern: String) throws(Failure) {
    source = pattern
    var errorNumber: Int32 = 0
    var errorOffset = 0
    let translated: String
    do throws(ECMAPattern.Failure) {
      translated = try ECMAPattern.translated(pattern)
    } catch {
      throw Failure(message: "\"\(pattern)\" is no regular expression: \(error.message)")
    }
    let bytes = Array(translated.utf8)
    let options = PCRE2_UTF | PCRE2_DOLLAR_ENDONLY | PCRE2_MATCH_UNSET_BACKREF
    guard
      let code = pcre2_compile_8(bytes, bytes.count, options, &errorNumber, &errorOffset, nil)
    else {
      var buffer = [UInt8](repeating: 0, count: 200)
      let length = pcre2_get_error_message_8(errorNumber, &buffer, buffer.count)
      let reason = String(decoding: buffer.prefix(max(0, Int(length))), as: UTF8.self)
      throw Failure(message: "\"\(pattern)\" is no regular expression: \(Message(form: reason))")
    }
    self.code = code
    // Where the machine has no compiler of its own for PCRE2, matches are interpreted.
    pcre2_jit_compile_8(code, PCRE2_JIT_COMPLETE)
    context = pcre2_match_context_create_8(nil)
    if let context {
      pcre2_set_match_limit_8(context, Self.matchLimit)
      pcre2_set_depth_limit_8(context, 100_000)
      pcre2_set_heap_limit_8(context, 65_536)
    }
  }

  deinit {
    pcre2_code_free_8(code)
    pcre2_match_context_free_8(context)
  }

  /// Whether the pattern matches somewhere in a text that is known to be UTF-8.
  func matches(_ text: ArraySlice<UInt8>) -> Outcome {
    guard let data = pcre2_match_data_create_8(1, nil) else { return .tooCostly }
    defer { pcre2_match_data_free_8(data) }
    // PCRE2 wants a pointer even for no bytes.
    let result = (text.isEmpty ? [0] : text).withUnsafeBufferPointer {
      pcre2_match_8(code, $0.baseAddress, text.count, 0, PCRE2_NO_UTF_CHECK, data, context)
    }
    if result >= 0 { return .match }
    return result == PCRE2_ERROR_NOMATCH ? .noMatch : .tooCostly
  }
}
