#ifndef PARCOURS_CLIBXML2_H
#define PARCOURS_CLIBXML2_H

// The part of libxml2 that is used, found at run time, when the first page is read. Linking it would load ICU into every
// run of the program: Debian's libxml2 is built with it. The layouts are those of the library's ABI (soname 2), frozen
// since its version 2.0.

struct parcours_xml_node;

/// An attribute of an element.
struct parcours_xml_attribute {
  void *application;
  int type;
  const unsigned char *name;
  struct parcours_xml_node *children;
  struct parcours_xml_node *last;
  struct parcours_xml_node *parent;
  struct parcours_xml_attribute *next;
  struct parcours_xml_attribute *previous;
  void *document;
};

/// A node of the tree.
struct parcours_xml_node {
  void *application;
  int type;
  const unsigned char *name;
  struct parcours_xml_node *children;
  struct parcours_xml_node *last;
  struct parcours_xml_node *parent;
  struct parcours_xml_node *next;
  struct parcours_xml_node *previous;
  void *document;
  void *name_space;
  unsigned char *content;
  struct parcours_xml_attribute *properties;
};

/// The first fields of an error.
struct parcours_xml_error {
  int domain;
  int code;
  char *message;
  int level;
};

enum {
  /// NOERROR, NOWARNING, NONET and COMPACT: no entity is replaced, nothing is fetched.
  PARCOURS_XML_OPTIONS = 32 | 64 | 2048 | 65536,
  PARCOURS_XML_ELEMENT = 1,
  PARCOURS_XML_TEXT = 3,
  PARCOURS_XML_CDATA = 4,
  PARCOURS_XML_FATAL = 3,
  /// RECOVER, NOERROR, NOWARNING, NONET and COMPACT. Without RECOVER, `</` inside a script is dropped silently.
  PARCOURS_HTML_OPTIONS = 1 | 32 | 64 | 2048 | 65536,
};

/// The functions, by their names in the library.
struct parcours_libxml2 {
  void *(*newParserContext)(void);
  void (*freeParserContext)(void *context);
  void *(*readMemory)(void *context, const char *buffer, int size, const char *url, const char *encoding, int options);
  void *(*newXMLContext)(void);
  void (*freeXMLContext)(void *context);
  void *(*readXML)(void *context, const char *buffer, int size, const char *url, const char *encoding, int options);
  void (*freeDocument)(void *document);
  struct parcours_xml_error *(*lastError)(void *context);
  struct parcours_xml_node *(*rootElement)(const void *document);
  unsigned char *(*listString)(void *document, const struct parcours_xml_node *list, int inLine);
  long (*lineNumber)(const struct parcours_xml_node *node);
  void (*release)(void *pointer);
};

/// The library; null where the system has none. Looked up once.
const struct parcours_libxml2 *parcours_libxml2(void);

#endif
