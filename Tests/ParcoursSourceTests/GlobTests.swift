import ParcoursSource
import Testing

struct GlobTests {
  @Test(arguments: [
    ("*.json", "a.json", true), ("*.json", "a/b.json", false), ("**/*.json", "a.json", true),
    ("**/*.json", "a/b/c.json", true), ("a/**", "a/b/c", true), ("a/**/c", "a/c", true), ("a/**/c", "a/b/b/c", true),
    ("a/**.json", "a/x.json", true), ("a/**.json", "a/b/x.json", false), ("?.yaml", "é.yaml", true),
    ("[!x].yaml", "é.yaml", true), ("[!x].yaml", "x.yaml", false), ("[a-c]?.y", "b1.y", true),
    ("{a,b/{c,d}}/x.json", "b/d/x.json", true), ("{a,b/{c,d}}/x.json", "d/x.json", false), ("a[", "a[", true),
    ("**/b/*.json", "a/b/c/b/x.json", true), ("{a,b", "{a,b", true),
  ])
  func matches(_ pattern: String, _ path: String, _ expected: Bool) {
    #expect(Glob(pattern)?.matches(path) == expected)
  }

  @Test func aTextWithoutSignsIsNoPattern() { #expect(Glob("a/b.json") == nil) }
}
