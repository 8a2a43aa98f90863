public import ParcoursFormats
public import ParcoursSource
public import ParcoursSystem
internal import Synchronization

/// The photo beside an identity.
public enum PhotoFile {
  /// Loads the photo that an identity names, from its own folder and nowhere else, without its metadata.
  public static func load(_ image: String, beside identity: String) -> Result<Photo, FileError> {
    func failure(_ reason: String) -> Result<Photo, FileError> { .failure(FileError(path: image, reason: reason)) }
    guard !image.isEmpty else { return failure("its name is empty") }
    guard identity != "-" else { return failure("the identity is on standard input, so that it has no folder") }
    let folder = identity.lastIndex(of: "/").map { String(identity[..<$0]) } ?? "."
    guard !image.hasPrefix("/"), !image.contains("\0"), !image.contains("\\"),
      let home = Folder.absolute(folder.isEmpty ? "/" : folder)
    else { return failure("a photo is named by its path from the identity's folder on") }
    guard let path = Folder.absolute(home + "/" + image) else { return failure("there is no such file") }
    // Links are followed before this is asked, so that none leads out of the folder.
    guard path.hasPrefix(home == "/" ? home : home + "/") else { return failure("it is outside the identity's folder") }
    guard Folder.isFile(path) else { return failure("it is no file") }
    do throws(FileError) {
      let file = try SourceText(readingFile: path)
      do throws(Photo.Problem) {
        return .success(try Photo(file.bytes))
      } catch {
        return failure(error.text)
      }
    } catch {
      return failure(error.reason)
    }
  }
}

/// What becomes of the photo of an identity in its outputs, and what is to be said of it. Each file is read once.
public final class Photos: Sendable {
  /// Photos that were read, by the identity and the name in it.
  final class Files: Sendable {
    private let known = Mutex<[String: Result<Photo, FileError>]>([:])

    func load(_ image: String, beside identity: String) -> Result<Photo, FileError> {
      // Whoever comes second waits: a photo is read once.
      known.withLock { known in
        let key = identity + "\0" + image
        if let photo = known[key] { return photo }
        let made = PhotoFile.load(image, beside: identity)
        known[key] = made
        return made
      }
    }
  }

  private let identity: String
  private let files: Files
  /// Whether the output goes to paper, which has no network.
  public let isTypeset: Bool
  private let state = Mutex<[String: Result<Photo, FileError>]>([:])

  /// Looks for photos beside an identity.
  ///
  /// - Parameter isTypeset: whether the output goes to paper, which has no network.
  public convenience init(beside identity: String, isTypeset: Bool) {
    self.init(beside: identity, isTypeset: isTypeset, files: Files())
  }

  /// Looks for photos beside an identity, where others of its outputs may have read them.
  init(beside identity: String, isTypeset: Bool, files: Files) {
    self.files = files
    self.identity = identity
    self.isTypeset = isTypeset
  }

  /// Whether a photo is on the web.
  public static func isAddress(_ image: String) -> Bool {
    image.lowercased().hasPrefix("https://") || image.lowercased().hasPrefix("http://")
  }

  /// What becomes of a photo: one beside the identity is embedded.
  public func use(of image: String) -> PageOptions.PhotoUse {
    if Self.isAddress(image) { return isTypeset ? .none : .linked }
    if case .success(let photo) = loaded(image) { return .embedded(photo) }
    return .none
  }

  private func loaded(_ image: String) -> Result<Photo, FileError> {
    if let known = state.withLock({ $0[image] }) { return known }
    let made = files.load(image, beside: identity)
    state.withLock { $0[image] = made }
    return made
  }

  /// What is to be said of photos that are left out.
  public var remarks: [Diagnostic] {
    state.withLock { state in
      state.sorted { $0.key < $1.key }.compactMap { image, result in
        guard case .failure(let error) = result else { return nil }
        // What cannot be a file's name is not repeated.
        let isPath = !image.isEmpty && !image.contains { ":<>\"'".contains($0) }
        return Diagnostic(
          id: "photo", severity: .note,
          isPath ? "the photo is left out: \(image): \(error.reason)" : "the photo is left out: \(error.reason)")
      }
    }
  }
}
