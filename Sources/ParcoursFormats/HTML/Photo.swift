/// A photo without anything but its picture: what cameras and programs write beside it is left out.
public struct Photo: Sendable, Hashable {
  /// `image/jpeg`, `image/png` or `image/webp`.
  public let mediaType: String
  /// The file, stripped.
  public let bytes: [UInt8]

  /// Why a photo is not taken.
  public enum Problem: Error, Sendable, Hashable {
    /// Over 4 MiB.
    case tooLarge
    /// Over 100 million pixels, or none.
    case dimensions
    /// Neither JPEG, PNG nor WebP.
    case unknown
    /// The file ends early or contradicts itself.
    case damaged

    /// A sentence for people.
    public var text: String {
      switch self {
      case .tooLarge: "it is over 4 MiB; make it smaller"
      case .dimensions: "its width and height cannot be right; save it anew"
      case .unknown: "it is neither JPEG, PNG nor WebP; save it as one of them"
      case .damaged: "the file is damaged; save it anew"
      }
    }
  }

  private static let limit = 4 << 20
  private static let pixels = 100_000_000

  /// Takes a file's picture out of it: metadata (EXIF with its places, XMP, IPTC, comments, texts, times) and whatever stands
  /// behind the picture are left out; colour profiles stay, and so does a JPEG's orientation. O(n).
  ///
  /// - Throws: `Problem` where it is no such picture.
  public init(_ file: [UInt8]) throws(Problem) {
    guard file.count <= Self.limit else { throw .tooLarge }
    if file.starts(with: [0xFF, 0xD8, 0xFF]) {
      mediaType = "image/jpeg"
      bytes = try JPEGStripper(file: file).stripped()
    } else if file.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) {
      mediaType = "image/png"
      bytes = try Self.strippedPNG(file)
    } else if file.count > 12, file.starts(with: Array("RIFF".utf8)), file[8..<12].elementsEqual("WEBP".utf8) {
      mediaType = "image/webp"
      bytes = try Self.strippedWebP(file)
    } else {
      throw .unknown
    }
  }

  /// The photo as an address.
  var address: String { "data:\(mediaType);base64,\(Base64.text(bytes))" }

  static func check(width: Int, height: Int) throws(Problem) {
    guard width > 0, height > 0, width <= 30_000, height <= 30_000, width * height <= pixels else { throw .dimensions }
  }

  // MARK: PNG (W3C PNG, third edition, section 5)

  /// Chunks that say what the picture looks like; everything else is somebody's remark.
  private static let chunks: Set<String> = [
    "IHDR", "PLTE", "IDAT", "IEND", "tRNS", "cHRM", "gAMA", "iCCP", "sBIT", "sRGB", "cICP", "bKGD", "acTL", "fcTL",
    "fdAT",
  ]

  private static func strippedPNG(_ file: [UInt8]) throws(Problem) -> [UInt8] {
    var result = Array(file[..<8])
    var at = 8
    var isFirst = true
    while at + 12 <= file.count {
      let count = bigEndian(file, at, 4)
      let end = at + 12 + count
      guard count <= limit, end <= file.count else { throw .damaged }
      let name = String(decoding: file[(at + 4)..<(at + 8)], as: UTF8.self)
      if isFirst {
        guard name == "IHDR", count == 13 else { throw .damaged }
        try check(width: bigEndian(file, at + 8, 4), height: bigEndian(file, at + 12, 4))
        isFirst = false
      }
      if chunks.contains(name) { result += file[at..<end] }
      if name == "IEND" { return result }
      at = end
    }
    throw .damaged
  }

  // MARK: WebP (RFC 9649)

  private static func strippedWebP(_ file: [UInt8]) throws(Problem) -> [UInt8] {
    var chunks: [UInt8] = []
    var at = 12
    let end = min(file.count, 8 + littleEndian(file, 4, 4))
    var hasPicture = false
    while at + 8 <= end {
      let name = String(decoding: file[at..<(at + 4)], as: UTF8.self)
      let count = littleEndian(file, at + 4, 4)
      let next = at + 8 + count + count % 2
      guard count <= limit, at + 8 + count <= file.count else { throw .damaged }
      if ["VP8 ", "VP8L", "VP8X", "ALPH", "ANIM", "ANMF", "ICCP"].contains(name) {
        var chunk = Array(file[at..<min(next, file.count)])
        if name == "VP8X" {
          guard count >= 10 else { throw .damaged }
          // The bits that announce EXIF and XMP.
          chunk[8] &= ~0b0000_1100
          try check(width: littleEndian(file, at + 12, 3) + 1, height: littleEndian(file, at + 15, 3) + 1)
        }
        if name == "VP8 " || name == "VP8L" {
          hasPicture = true
          try checkWebP(file, at + 8, isLossless: name == "VP8L")
        }
        if name == "ANMF" {
          hasPicture = true
          chunk = strippedFrame(chunk)
        }
        if chunk.count % 2 == 1 { chunk.append(0) }
        chunks += chunk
      }
      at = next
    }
    guard hasPicture else { throw .damaged }
    let size = chunks.count + 4
    let sizeBytes = (0..<4).map { UInt8(truncatingIfNeeded: size >> ($0 * 8)) }
    return Array("RIFF".utf8) + sizeBytes + Array("WEBP".utf8) + chunks
  }

  /// The size that a frame itself names (RFC 6386, section 9.1; RFC 9649, section 3.4).
  private static func checkWebP(_ file: [UInt8], _ at: Int, isLossless: Bool) throws(Problem) {
    if isLossless {
      guard at + 5 <= file.count else { throw .damaged }
      let bits = littleEndian(file, at + 1, 4)
      try check(width: (bits & 0x3FFF) + 1, height: (bits >> 14 & 0x3FFF) + 1)
    } else {
      guard at + 10 <= file.count else { throw .damaged }
      try check(width: littleEndian(file, at + 6, 2) & 0x3FFF, height: littleEndian(file, at + 8, 2) & 0x3FFF)
    }
  }

  /// A frame of an animation with its picture and transparency alone.
  private static func strippedFrame(_ chunk: [UInt8]) -> [UInt8] {
    guard chunk.count >= 24 else { return chunk }
    var inner = Array(chunk[8..<24])
    var at = 24
    while at + 8 <= chunk.count {
      let next = min(chunk.count, at + 8 + littleEndian(chunk, at + 4, 4) + littleEndian(chunk, at + 4, 4) % 2)
      if ["ALPH", "VP8 ", "VP8L"].contains(String(decoding: chunk[at..<(at + 4)], as: UTF8.self)) {
        inner += chunk[at..<next]
      }
      at = next
    }
    return Array("ANMF".utf8) + (0..<4).map { UInt8(truncatingIfNeeded: inner.count >> ($0 * 8)) } + inner
  }

  static func bigEndian(_ file: [UInt8], _ at: Int, _ count: Int) -> Int {
    (0..<count).reduce(0) { $0 << 8 | (at + $1 < file.count ? Int(file[at + $1]) : 0) }
  }

  static func littleEndian(_ file: [UInt8], _ at: Int, _ count: Int) -> Int {
    (0..<count).reversed().reduce(0) { $0 << 8 | (at + $1 < file.count ? Int(file[at + $1]) : 0) }
  }
}

/// Takes the remarks out of a JPEG (ITU-T T.81, annex B).
private struct JPEGStripper {
  let file: [UInt8]

  func stripped() throws(Photo.Problem) -> [UInt8] {
    var result: [UInt8] = [0xFF, 0xD8]
    var at = 2
    var orientation = 1
    var hasFrame = false
    while at + 1 < file.count {
      guard file[at] == 0xFF else { throw .damaged }
      let marker = file[at + 1]
      if marker == 0xFF {
        at += 1
        continue
      }
      if marker == 0xD9 {
        guard hasFrame else { throw .damaged }
        return Self.oriented(result, orientation) + [0xFF, 0xD9]
      }
      guard at + 4 <= file.count else { throw .damaged }
      let count = Photo.bigEndian(file, at + 2, 2)
      let end = at + 2 + count
      guard count >= 2, end <= file.count else { throw .damaged }
      switch marker {
      // Frames: their size is checked.
      case 0xC0...0xC3, 0xC5...0xC7, 0xC9...0xCB, 0xCD...0xCF:
        guard count >= 8 else { throw .damaged }
        try Photo.check(width: Photo.bigEndian(file, at + 7, 2), height: Photo.bigEndian(file, at + 5, 2))
        hasFrame = true
        result += file[at..<end]
      case 0xE1:
        if let found = Self.orientation(file[(at + 4)..<end]) { orientation = found }
      // JFIF says how pixels lie, an ICC profile and Adobe's mark what colours are.
      case 0xE0: if count == 16 { result += file[at..<end] }
      case 0xE2: if file[(at + 4)..<end].starts(with: Array("ICC_PROFILE\0".utf8)) { result += file[at..<end] }
      case 0xEE: if file[(at + 4)..<end].starts(with: Array("Adobe".utf8)) { result += file[at..<end] }
      case 0xDA:
        result += file[at..<end]
        at = end
        // The picture itself, to the next marker that is none of its own.
        while at + 1 < file.count {
          if file[at] == 0xFF, file[at + 1] != 0, !(0xD0...0xD7).contains(file[at + 1]) { break }
          result.append(file[at])
          at += 1
        }
        continue
      // Tables without which nothing can be decoded; all that is left is remarks and reserved.
      case 0xC4, 0xCC, 0xDB, 0xDC, 0xDD: result += file[at..<end]
      default: break
      }
      at = end
    }
    // Some cameras leave the end out.
    guard hasFrame, result.count > 100 else { throw .damaged }
    return Self.oriented(result, orientation) + [0xFF, 0xD9]
  }

  /// Which side is up, of an EXIF segment; nil where it does not say.
  private static func orientation(_ segment: ArraySlice<UInt8>) -> Int? {
    let bytes = Array(segment)
    guard bytes.count > 14, bytes.starts(with: Array("Exif\0\0".utf8)) else { return nil }
    let tiff = Array(bytes[6...])
    let isLittle = tiff.starts(with: Array("II".utf8))
    func number(_ at: Int, _ count: Int) -> Int {
      isLittle ? Photo.littleEndian(tiff, at, count) : Photo.bigEndian(tiff, at, count)
    }
    let directory = number(4, 4)
    guard directory >= 8, directory + 2 <= tiff.count else { return nil }
    for entry in 0..<min(number(directory, 2), 64) {
      let at = directory + 2 + entry * 12
      guard at + 12 <= tiff.count else { return nil }
      if number(at, 2) == 0x0112 {
        let value = number(at + 8, 2)
        return (2...8).contains(value) ? value : nil
      }
    }
    return nil
  }

  /// The file with a segment that says which side is up and nothing else.
  private static func oriented(_ file: [UInt8], _ orientation: Int) -> [UInt8] {
    guard orientation != 1 else { return file }
    let tiff: [UInt8] =
      Array("II*\0".utf8) + [8, 0, 0, 0, 1, 0, 0x12, 0x01, 3, 0, 1, 0, 0, 0, UInt8(orientation), 0, 0, 0, 0, 0, 0, 0]
    let content = Array("Exif\0\0".utf8) + tiff
    let count = content.count + 2
    let segment: [UInt8] = [0xFF, 0xE1, UInt8(count >> 8), UInt8(count & 0xFF)] + content
    return Array(file[..<2]) + segment + file[2...]
  }
}

/// Base64 (RFC 4648, section 4).
enum Base64 {
  private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

  static func text(_ bytes: [UInt8]) -> String {
    var out: [UInt8] = []
    out.reserveCapacity((bytes.count + 2) / 3 * 4)
    var at = 0
    while at < bytes.count {
      let left = bytes.count - at
      let word = Int(bytes[at]) << 16 | (left > 1 ? Int(bytes[at + 1]) << 8 : 0) | (left > 2 ? Int(bytes[at + 2]) : 0)
      out.append(alphabet[word >> 18])
      out.append(alphabet[word >> 12 & 63])
      out.append(left > 1 ? alphabet[word >> 6 & 63] : 0x3D)
      out.append(left > 2 ? alphabet[word & 63] : 0x3D)
      at += 3
    }
    return String(decoding: out, as: UTF8.self)
  }
}
