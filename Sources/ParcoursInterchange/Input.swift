public import ParcoursSource
public import ParcoursSyntax
public import ParcoursSystem
internal import Synchronization

/// Something that is read: a file, a stream, a folder or an archive. Its bytes are read once, and parsed once, whoever asks.
public final class Input: Sendable {
  /// A file in a folder or an archive.
  public struct Member: Sendable {
    /// Its name, without folders.
    public let name: String
    /// Whether it stands in a folder of its own there.
    public let isBelow: Bool
    /// Its size in bytes, unpacked.
    public let size: Int
    let read: @Sendable (Int) throws(SyntaxError) -> [UInt8]

    /// Its bytes, at most so many. O(size).
    ///
    /// - Throws: `SyntaxError` where they cannot be unpacked or are more than that.
    public func bytes(most: Int) throws(SyntaxError) -> [UInt8] { try read(most) }
  }

  private struct State {
    var document: Result<Document, SyntaxError>?
    var lenient: Result<Document, SyntaxError>?
    var markup: Result<Document, SyntaxError>?
    var members: Result<[Member], SyntaxError>?
    var words: Result<PlacedText, SyntaxError>?
  }

  /// The text, under the name that people know it by; without bytes for a folder.
  public let source: SourceText
  /// What it is made of.
  public let syntax: Syntax
  private let paths: [String]
  private let extract: TextExtractor?
  private let state = Mutex(State())

  /// Takes a text.
  ///
  /// - Parameter extract: what takes the words of a PDF and their places out of it; nil where nothing can.
  public init(_ source: SourceText, extract: TextExtractor? = nil) {
    self.source = source
    self.extract = extract
    syntax = Syntax.of(source)
    paths = []
  }

  private init(folder path: String, _ paths: [String]) {
    source = SourceText(name: path, bytes: [])
    syntax = .folder
    self.paths = paths
    extract = nil
  }

  /// Reads a file, a folder, or standard input where the path is `-`. Of a folder, names alone are read.
  ///
  /// - Throws: `FileError` where it does not exist or cannot be read.
  public convenience init(reading path: String, extract: TextExtractor? = nil) throws(FileError) {
    if path != "-", Folder.exists(path) {
      self.init(folder: path, try Folder.files(below: path))
    } else {
      self.init(try SourceText(readingFile: path), extract: extract)
    }
  }

  /// The name that people know it by.
  public var name: String { source.name }

  // MARK: What is in it

  private func remembered<Value: Sendable>(
    _ field: any WritableKeyPath<State, Result<Value, SyntaxError>?> & Sendable,
    _ make: () -> Result<Value, SyntaxError>
  ) -> Result<Value, SyntaxError> {
    if let known = state.withLock({ $0[keyPath: field] }) { return known }
    let made = make()
    state.withLock { $0[keyPath: field] = made }
    return made
  }

  /// The tape of JSON or YAML, held to the syntax's own rules. O(n) the first time.
  public var strictDocument: Result<Document, SyntaxError> {
    remembered(\.document) {
      do throws(SyntaxError) {
        return .success(syntax == .json ? try JSONParser.parse(source) : try YAMLParser.parse(source))
      } catch {
        return .failure(error)
      }
    }
  }

  /// The tape of JSON or YAML; of JSON with comments and trailing commas too, as some editors write it. O(n) the first time.
  public var document: Result<Document, SyntaxError> {
    remembered(\.lenient) {
      let strict = strictDocument
      guard case .failure = strict, syntax == .json, let plain = source.withoutJSONComments,
        let document = try? JSONParser.parse(plain)
      else { return strict }
      return .success(document)
    }
  }

  /// Whether it was read in spite of comments or trailing commas.
  public var hasComments: Bool {
    if case .failure = strictDocument, case .success = document { return true }
    return false
  }

  /// The tree of a page or of XML. O(n) the first time.
  public var markup: Result<Document, SyntaxError> {
    remembered(\.markup) {
      do throws(SyntaxError) {
        return .success(syntax == .xml ? try XMLParser.parse(source) : try HTMLParser.parse(source))
      } catch {
        return .failure(error)
      }
    }
  }

  /// The files of a folder or an archive; folders in it are left out.
  public var members: Result<[Member], SyntaxError> {
    remembered(\.members) {
      if syntax == .folder {
        let level = source.name.hasSuffix("/") ? source.name.utf8.count : source.name.utf8.count + 1
        return .success(paths.map { path in Self.member(path, isBelow: path.utf8.dropFirst(level).contains(0x2F)) })
      }
      do throws(SyntaxError) {
        let archive = try ZIPArchive(source)
        return .success(
          archive.entries.filter { !$0.isFolder }.map { entry in
            Member(name: Self.base(entry.name), isBelow: entry.name.contains("/"), size: entry.size) {
              most throws(SyntaxError) in
              try archive.contents(of: entry, most: most)
            }
          })
      } catch {
        return .failure(error)
      }
    }
  }

  private static func member(_ path: String, isBelow: Bool) -> Member {
    let name = base(path)
    return Member(name: name, isBelow: isBelow, size: FileStamp(path)?.size ?? 0) { most throws(SyntaxError) in
      let read: Result<[UInt8], FileError>
      do throws(FileError) {
        let file = try OpenFile(path)
        if file.size > most { throw FileError(path: path, reason: "is over \(most >> 20) MB") }
        read = .success(try file.readToEnd())
      } catch {
        read = .failure(error)
      }
      switch read {
      case .success(let bytes): return bytes
      case .failure(let error): throw SyntaxError("\(name) cannot be read: \(error.reason)", id: "archive")
      }
    }
  }

  private static func base(_ path: String) -> String {
    path.split(whereSeparator: { $0 == "/" || $0 == "\\" }).last.map(String.init) ?? path
  }

  /// The words of a PDF and where they stand. O(n), and what the program that finds them takes, the first time.
  public var words: Result<PlacedText, SyntaxError> {
    remembered(\.words) {
      guard let extract else {
        return .failure(SyntaxError("the words of a PDF cannot be taken out here", id: "not-installed"))
      }
      return extract(source.bytes)
    }
  }
}

/// Takes the words of a PDF and their places out of it.
public typealias TextExtractor = @Sendable ([UInt8]) -> Result<PlacedText, SyntaxError>
