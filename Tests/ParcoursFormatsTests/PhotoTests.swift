import ParcoursFormats
import Testing

/// Photos: the picture stays, everything that is said beside it goes.
@Suite struct PhotoTests {
  private func chunk(_ name: String, _ data: [UInt8]) -> [UInt8] {
    (0..<4).reversed().map { UInt8(truncatingIfNeeded: data.count >> ($0 * 8)) } + Array(name.utf8) + data + [
      0, 0, 0, 0,
    ]
  }

  private func png(width: Int = 1, extra: [UInt8] = [], behind: [UInt8] = []) -> [UInt8] {
    let size = (0..<4).reversed().map { UInt8(truncatingIfNeeded: width >> ($0 * 8)) }
    return [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] + chunk("IHDR", size + size + [8, 2, 0, 0, 0]) + extra
      + chunk("IDAT", [1, 2, 3]) + chunk("IEND", []) + behind
  }

  @Test func textsOfAPNGAreLeftOut() throws {
    let canary = Array("CANARY".utf8)
    let photo = try Photo(
      png(
        extra: chunk("tEXt", canary) + chunk("eXIf", canary) + chunk("zTXt", canary) + chunk("tIME", canary),
        behind: canary))
    #expect(photo.mediaType == "image/png" && photo.bytes == png())
  }

  @Test func sizesThatCannotBeAreRefused() {
    #expect(throws: Photo.Problem.dimensions) { try Photo(png(width: 0x7FFF_FFFF)) }
    #expect(throws: Photo.Problem.dimensions) { try Photo(png(width: 0)) }
    #expect(throws: Photo.Problem.tooLarge) { try Photo([UInt8](repeating: 0xFF, count: 5 << 20)) }
  }

  @Test(arguments: ["<svg onload='alert(1)'/>", "GIF89a", "", "%PDF-1.7", "BM"]) func otherFilesAreNoPhotos(
    _ text: String
  ) {
    #expect(throws: Photo.Problem.unknown) { try Photo(Array(text.utf8)) }
  }

  private func segment(_ marker: UInt8, _ data: [UInt8]) -> [UInt8] {
    [0xFF, marker, UInt8((data.count + 2) >> 8), UInt8((data.count + 2) & 255)] + data
  }

  private let frame: [UInt8] = [8, 0, 10, 0, 10, 1, 1, 0x11, 0]
  private let exif: [UInt8] =
    Array("Exif\0\0MM\0*".utf8) + [0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0]
    + Array("GPS CANARY".utf8)

  @Test func aJPEGKeepsItsPictureItsColoursAndItsUpperSide() throws {
    let profile = segment(0xE2, Array("ICC_PROFILE\0colours".utf8))
    let scan =
      segment(0xDA, [1, 1, 0, 0, 63, 0]) + [0x12, 0xFF, 0x00, 0x34, 0xFF, 0xD0, 0x56]
      + [UInt8](repeating: 0x11, count: 100)
    let file =
      [0xFF, 0xD8] + segment(0xE1, exif) + segment(0xE1, Array("http://ns.adobe.com/xap/1.0/ CANARY".utf8)) + profile
      + segment(0xED, Array("Photoshop CANARY".utf8)) + segment(0xFE, Array("CANARY".utf8)) + segment(0xC0, frame)
      + scan
      + [0xFF, 0xD9] + Array("CANARY behind".utf8)
    let photo = try Photo(file)
    let text = String(decoding: photo.bytes, as: UTF8.self)
    #expect(!text.contains("CANARY") && text.contains("ICC_PROFILE"))
    // Which side is up is all that is left of what the camera wrote.
    #expect(photo.bytes.starts(with: [0xFF, 0xD8, 0xFF, 0xE1]) && text.contains("Exif") && photo.bytes[30] == 6)
    #expect(photo.bytes.suffix(scan.count + 2).elementsEqual(scan + [0xFF, 0xD9]))
    // What was stripped once stays as it is.
    #expect(try Photo(photo.bytes) == photo)
  }

  @Test func brokenFilesAreToldNotCrashedOn() {
    let whole =
      [0xFF, 0xD8] + segment(0xE1, exif) + segment(0xC0, frame) + segment(0xDA, [1, 1, 0, 0, 63, 0]) + [0xFF, 0xD9]
    for count in 0..<whole.count { _ = try? Photo(Array(whole[..<count])) }
    for count in 0..<png().count { _ = try? Photo(Array(png()[..<count])) }
    var random = SystemRandomNumberGenerator()
    for _ in 0..<2_000 {
      var file = Bool.random(using: &random) ? whole : png(extra: chunk("tEXt", [1]))
      file[Int.random(in: 2..<file.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
      _ = try? Photo(file)
    }
  }

  /// The head of a frame of ten by ten.
  private static let frame: [UInt8] = [0x10, 0, 0, 0x9D, 0x01, 0x2A, 10, 0, 10, 0, 7]

  @Test func webPLosesItsChunksOfRemarks() throws {
    func riff(_ name: String, _ data: [UInt8]) -> [UInt8] {
      Array(name.utf8) + (0..<4).map { UInt8(truncatingIfNeeded: data.count >> ($0 * 8)) } + data
        + (data.count % 2 == 1 ? [0] : [])
    }
    func file(_ chunks: [UInt8]) -> [UInt8] {
      Array("RIFF".utf8) + (0..<4).map { UInt8(truncatingIfNeeded: (chunks.count + 4) >> ($0 * 8)) }
        + Array("WEBP".utf8) + chunks
    }
    let head = riff("VP8X", [0b0000_1100, 0, 0, 0, 9, 0, 0, 9, 0, 0])
    let photo = try Photo(
      file(head + riff("VP8 ", Self.frame) + riff("EXIF", Array("CANARY".utf8)) + riff("XMP ", Array("CANARY".utf8))))
    #expect(!String(decoding: photo.bytes, as: UTF8.self).contains("CANARY"))
    #expect(photo.bytes == file(riff("VP8X", [0, 0, 0, 0, 9, 0, 0, 9, 0, 0]) + riff("VP8 ", Self.frame)))
    #expect(throws: Photo.Problem.damaged) { try Photo(file(head)) }
  }
}
