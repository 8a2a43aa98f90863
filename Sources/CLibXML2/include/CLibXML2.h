#ifndef PARCOURS_CLIBXML2_H
#define PARCOURS_CLIBXML2_H

// The part of libxml2 that is used. Types and prototypes are those of its own headers (`libxml2.c`); the library itself is
// found at run time, when the first page is read: linked, it would load ICU into every run of the program, since Debian's
// libxml2 is built with it.

#include <stddef.h>

/// A document that was read.
typedef struct parcours_xml_tree parcours_xml_tree;
/// An element or a text of it.
typedef struct parcours_xml_node parcours_xml_node;
/// An attribute of an element.
typedef struct parcours_xml_attribute parcours_xml_attribute;

/// What a node is.
typedef enum { PARCOURS_XML_OTHER, PARCOURS_XML_ELEMENT, PARCOURS_XML_TEXT } parcours_xml_kind;

/// The file name of the library that is asked for: that of the version whose headers this was built against.
const char *parcours_libxml2_name(void);
/// Whether the system has the library. Looked up once.
int parcours_libxml2_is_there(void);

/// Reads a page. Nothing is fetched. Null where nothing could be made of it.
parcours_xml_tree *parcours_xml_read_page(const char *bytes, int count);
/// Reads XML. No entity is replaced and nothing is fetched. Null where nothing could be made of it.
parcours_xml_tree *parcours_xml_read(const char *bytes, int count);
/// Lets go of a document and of all its nodes.
void parcours_xml_free(parcours_xml_tree *tree);

/// What the parser said last; null where it said nothing. It is the tree's.
const char *parcours_xml_message(const parcours_xml_tree *tree);
/// The line that it said it of; 0 where it said none.
int parcours_xml_line(const parcours_xml_tree *tree);
/// Whether it gave up there.
int parcours_xml_is_fatal(const parcours_xml_tree *tree);
/// The outermost element; null where there is none.
const parcours_xml_node *parcours_xml_root(const parcours_xml_tree *tree);

parcours_xml_kind parcours_xml_node_kind(const parcours_xml_node *node);
/// An element's name without its prefix.
const unsigned char *parcours_xml_node_name(const parcours_xml_node *node);
/// A text's bytes.
const unsigned char *parcours_xml_node_content(const parcours_xml_node *node);
const parcours_xml_node *parcours_xml_node_child(const parcours_xml_node *node);
const parcours_xml_node *parcours_xml_node_next(const parcours_xml_node *node);
const parcours_xml_node *parcours_xml_node_parent(const parcours_xml_node *node);
/// The line it starts on, from 1.
long parcours_xml_node_line(const parcours_xml_node *node);

const parcours_xml_attribute *parcours_xml_node_attribute(const parcours_xml_node *node);
const parcours_xml_attribute *parcours_xml_attribute_next(const parcours_xml_attribute *attribute);
const unsigned char *parcours_xml_attribute_name(const parcours_xml_attribute *attribute);
/// An attribute's value, to be let go of by `parcours_xml_release`; null where it has none.
unsigned char *parcours_xml_attribute_value(const parcours_xml_tree *tree, const parcours_xml_attribute *attribute);
void parcours_xml_release(unsigned char *text);

/// The bytes of a text before its end.
size_t parcours_xml_length(const unsigned char *text);

#endif
