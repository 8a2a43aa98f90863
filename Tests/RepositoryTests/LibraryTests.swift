import TestSupport
import Testing

/// libxml2 is called by the headers it was built against, under the name that belongs to their version.
struct LibraryTests {
  private static let main = """
    #include <stdio.h>
    #include <string.h>
    #include "CLibXML2.h"
    int main(void) {
      const char *page = "<p class=a>Hello";
      printf("%s %d", parcours_libxml2_name(), parcours_libxml2_is_there());
      if (parcours_libxml2_is_there()) {
        parcours_xml_tree *tree = parcours_xml_read_page(page, (int)strlen(page));
        printf(" %s", (const char *)parcours_xml_node_name(parcours_xml_root(tree)));
        parcours_xml_free(tree);
      }
      printf("\\n");
      return 0;
    }
    """

  /// Built against a version, run where a library of a name stands.
  private func said(version: String, standIn: String?) throws -> String {
    let place = Repository.temporaryFolder()
    Repository.write(Array(Self.main.utf8), to: place + "/main.c")
    let folder = Repository.root + "/Sources/CLibXML2"
    let built = Program.run(
      "/usr/bin/env",
      [
        "clang", "-std=gnu17", "-DPARCOURS_LIBXML2_VERSION=\(version)", "-I\(folder)/include", "-I\(folder)/headers",
        "\(folder)/libxml2.c", "\(place)/main.c", "-o", "\(place)/program", "-ldl", "-lpthread",
      ])
    #expect(built.status == 0, "\(built.errorText)")
    if let standIn {
      let find = "ldconfig -p 2>/dev/null | sed -n 's/.*libxml2\\.so\\.2 .*=> //p' | head -n 1"
      let path = Program.run("/bin/sh", ["-c", "PATH=$PATH:/sbin:/usr/sbin; \(find)"]).outputText.split(separator: "\n")
        .first
      _ = Program.run("/bin/ln", ["-s", try #require(path.map(String.init)), "\(place)/\(standIn)"])
    }
    return Program.run("\(place)/program", [], environment: ["LD_LIBRARY_PATH": place]).outputText
  }

  #if os(Linux)
    @Test(.enabled(if: Program.exists("clang") || Program.exists("cc"), "there is no C compiler"))
    func theLibrarysNameIsThatOfItsVersion() throws {
      #expect(try said(version: "20913", standIn: nil) == "libxml2.so.2 1 html\n")
      #expect(try said(version: "21400", standIn: "libxml2.so.16") == "libxml2.so.16 1 html\n")
      // What is not there is said, and nothing is called.
      #expect(try said(version: "21400", standIn: nil) == "libxml2.so.16 0\n")
    }
  #endif
}
