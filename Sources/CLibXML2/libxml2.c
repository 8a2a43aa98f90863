// strdup and the like, which the C standard of 2017 does not have.
#define _GNU_SOURCE

#include "CLibXML2.h"

#include <dlfcn.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>

#include <libxml/xmlversion.h>
// What ICU adds to the headers is not used, and need not be installed.
#undef LIBXML_ICU_ENABLED
#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/tree.h>
#include <libxml/xmlerror.h>

#ifndef PARCOURS_LIBXML2_VERSION
#define PARCOURS_LIBXML2_VERSION LIBXML_VERSION
#endif

// 2.14 changed the binary interface, and with it the name.
#if defined(__APPLE__)
#define LIBRARY (PARCOURS_LIBXML2_VERSION >= 21400 ? "libxml2.16.dylib" : "libxml2.2.dylib")
#else
#define LIBRARY (PARCOURS_LIBXML2_VERSION >= 21400 ? "libxml2.so.16" : "libxml2.so.2")
#endif

/// The functions, each of the type that the headers give it.
static struct {
  __typeof__(htmlNewParserCtxt) *newPageContext;
  __typeof__(htmlFreeParserCtxt) *freePageContext;
  __typeof__(htmlCtxtReadMemory) *readPage;
  __typeof__(xmlNewParserCtxt) *newContext;
  __typeof__(xmlFreeParserCtxt) *freeContext;
  __typeof__(xmlCtxtReadMemory) *read;
  __typeof__(xmlFreeDoc) *freeDocument;
  __typeof__(xmlCtxtGetLastError) *lastError;
  __typeof__(xmlDocGetRootElement) *root;
  __typeof__(xmlNodeListGetString) *list;
  __typeof__(xmlGetLineNo) *line;
  void (*release)(void *);
} library;
static int is_there;
static pthread_once_t once = PTHREAD_ONCE_INIT;

static int find(void *handle, void *function, const char *name) {
  void *symbol = dlsym(handle, name);
  memcpy(function, &symbol, sizeof symbol);
  return symbol != NULL;
}

static void look_up(void) {
  void *handle = dlopen(LIBRARY, RTLD_NOW | RTLD_LOCAL);
#if defined(__APPLE__)
  if (handle == NULL) handle = dlopen("/usr/lib/libxml2.2.dylib", RTLD_NOW | RTLD_LOCAL);
#endif
  if (handle == NULL) return;
  // The library's `xmlFree` is a variable that holds the function.
  void (**release)(void *) = NULL;
  is_there = find(handle, &library.newPageContext, "htmlNewParserCtxt") &&
             find(handle, &library.freePageContext, "htmlFreeParserCtxt") &&
             find(handle, &library.readPage, "htmlCtxtReadMemory") &&
             find(handle, &library.newContext, "xmlNewParserCtxt") &&
             find(handle, &library.freeContext, "xmlFreeParserCtxt") &&
             find(handle, &library.read, "xmlCtxtReadMemory") &&
             find(handle, &library.freeDocument, "xmlFreeDoc") &&
             find(handle, &library.lastError, "xmlCtxtGetLastError") &&
             find(handle, &library.root, "xmlDocGetRootElement") &&
             find(handle, &library.list, "xmlNodeListGetString") && find(handle, &library.line, "xmlGetLineNo") &&
             find(handle, &release, "xmlFree") && *release != NULL;
  if (is_there) library.release = *release;
}

const char *parcours_libxml2_name(void) { return LIBRARY; }

int parcours_libxml2_is_there(void) {
  pthread_once(&once, look_up);
  return is_there;
}

struct parcours_xml_tree {
  xmlDocPtr document;
  char *message;
  int isFatal;
  int line;
};

/// Keeps what a parser said of a document beside it.
static parcours_xml_tree *tree(xmlDocPtr document, const xmlError *error) {
  parcours_xml_tree *made = calloc(1, sizeof *made);
  if (made == NULL) {
    if (document != NULL) library.freeDocument(document);
    return NULL;
  }
  made->document = document;
  if (error != NULL) {
    made->isFatal = error->level == XML_ERR_FATAL;
    made->line = error->line;
    if (error->message != NULL) made->message = strdup(error->message);
  }
  return made;
}

parcours_xml_tree *parcours_xml_read_page(const char *bytes, int count) {
  if (!parcours_libxml2_is_there()) return NULL;
  htmlParserCtxtPtr context = library.newPageContext();
  if (context == NULL) return NULL;
  // Without RECOVER, `</` inside a script is dropped silently.
  int options =
      HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET | HTML_PARSE_COMPACT;
  xmlDocPtr document = library.readPage(context, bytes, count, NULL, "UTF-8", options);
  parcours_xml_tree *made = tree(document, library.lastError(context));
  library.freePageContext(context);
  return made;
}

parcours_xml_tree *parcours_xml_read(const char *bytes, int count) {
  if (!parcours_libxml2_is_there()) return NULL;
  xmlParserCtxtPtr context = library.newContext();
  if (context == NULL) return NULL;
  int options = XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_NONET | XML_PARSE_COMPACT;
  xmlDocPtr document = library.read(context, bytes, count, NULL, NULL, options);
  parcours_xml_tree *made = tree(document, library.lastError(context));
  library.freeContext(context);
  return made;
}

void parcours_xml_free(parcours_xml_tree *tree) {
  if (tree == NULL) return;
  if (tree->document != NULL) library.freeDocument(tree->document);
  free(tree->message);
  free(tree);
}

const char *parcours_xml_message(const parcours_xml_tree *tree) { return tree->message; }
int parcours_xml_line(const parcours_xml_tree *tree) { return tree->line; }
int parcours_xml_is_fatal(const parcours_xml_tree *tree) { return tree->isFatal; }

const parcours_xml_node *parcours_xml_root(const parcours_xml_tree *tree) {
  return tree->document == NULL ? NULL : (const parcours_xml_node *)library.root(tree->document);
}

static xmlNodePtr node_of(const parcours_xml_node *node) { return (xmlNodePtr)node; }
static xmlAttrPtr attribute_of(const parcours_xml_attribute *attribute) { return (xmlAttrPtr)attribute; }

parcours_xml_kind parcours_xml_node_kind(const parcours_xml_node *node) {
  switch (node_of(node)->type) {
  case XML_ELEMENT_NODE: return PARCOURS_XML_ELEMENT;
  case XML_TEXT_NODE:
  case XML_CDATA_SECTION_NODE: return PARCOURS_XML_TEXT;
  default: return PARCOURS_XML_OTHER;
  }
}

const unsigned char *parcours_xml_node_name(const parcours_xml_node *node) { return node_of(node)->name; }
const unsigned char *parcours_xml_node_content(const parcours_xml_node *node) { return node_of(node)->content; }
const parcours_xml_node *parcours_xml_node_child(const parcours_xml_node *node) {
  return (const parcours_xml_node *)node_of(node)->children;
}
const parcours_xml_node *parcours_xml_node_next(const parcours_xml_node *node) {
  return (const parcours_xml_node *)node_of(node)->next;
}
const parcours_xml_node *parcours_xml_node_parent(const parcours_xml_node *node) {
  return (const parcours_xml_node *)node_of(node)->parent;
}
long parcours_xml_node_line(const parcours_xml_node *node) { return library.line(node_of(node)); }

const parcours_xml_attribute *parcours_xml_node_attribute(const parcours_xml_node *node) {
  return (const parcours_xml_attribute *)node_of(node)->properties;
}
const parcours_xml_attribute *parcours_xml_attribute_next(const parcours_xml_attribute *attribute) {
  return (const parcours_xml_attribute *)attribute_of(attribute)->next;
}
const unsigned char *parcours_xml_attribute_name(const parcours_xml_attribute *attribute) {
  return attribute_of(attribute)->name;
}
unsigned char *parcours_xml_attribute_value(const parcours_xml_tree *tree, const parcours_xml_attribute *attribute) {
  return library.list(tree->document, attribute_of(attribute)->children, 1);
}
void parcours_xml_release(unsigned char *text) { library.release(text); }

size_t parcours_xml_length(const unsigned char *text) { return text == NULL ? 0 : strlen((const char *)text); }
