#include "CLibXML2.h"

#include <dlfcn.h>
#include <pthread.h>
#include <stddef.h>

static struct parcours_libxml2 functions;
static const struct parcours_libxml2 *found;
static pthread_once_t once = PTHREAD_ONCE_INIT;

static void look_up(void) {
  static const char *const names[] = {"libxml2.so.2", "libxml2.2.dylib", "/usr/lib/libxml2.2.dylib"};
  void *library = NULL;
  for (size_t index = 0; library == NULL && index < sizeof names / sizeof names[0]; index++) {
    library = dlopen(names[index], RTLD_NOW | RTLD_LOCAL);
  }
  if (library == NULL) return;
  *(void **)&functions.newParserContext = dlsym(library, "htmlNewParserCtxt");
  *(void **)&functions.freeParserContext = dlsym(library, "htmlFreeParserCtxt");
  *(void **)&functions.readMemory = dlsym(library, "htmlCtxtReadMemory");
  *(void **)&functions.newXMLContext = dlsym(library, "xmlNewParserCtxt");
  *(void **)&functions.freeXMLContext = dlsym(library, "xmlFreeParserCtxt");
  *(void **)&functions.readXML = dlsym(library, "xmlCtxtReadMemory");
  *(void **)&functions.freeDocument = dlsym(library, "xmlFreeDoc");
  *(void **)&functions.lastError = dlsym(library, "xmlCtxtGetLastError");
  *(void **)&functions.rootElement = dlsym(library, "xmlDocGetRootElement");
  *(void **)&functions.listString = dlsym(library, "xmlNodeListGetString");
  *(void **)&functions.lineNumber = dlsym(library, "xmlGetLineNo");
  // The library's `xmlFree` is a variable that holds the function.
  void (**release)(void *) = (void (**)(void *))dlsym(library, "xmlFree");
  if (release != NULL) functions.release = *release;
  if (functions.newParserContext && functions.freeParserContext && functions.readMemory && functions.newXMLContext &&
      functions.freeXMLContext && functions.readXML && functions.freeDocument &&
      functions.lastError && functions.rootElement && functions.listString && functions.lineNumber &&
      functions.release) {
    found = &functions;
  }
}

const struct parcours_libxml2 *parcours_libxml2(void) {
  pthread_once(&once, look_up);
  return found;
}
