public import ParcoursFormats
public import ParcoursSource

/// The photo beside an identity.
public enum PhotoFile {
  /// Loads the photo that an identity names, from its own folder and nowhere else, without its metadata.
  public static func load(_ image: String, beside identity: String) -> Result<Photo, FileError> {
    func failure(_ reason: String) -> Result<Photo, FileError> { .failure(FileError(path: image, reason: reason)) }
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
