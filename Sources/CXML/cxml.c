#include "cxml.h"

#include <dlfcn.h>
#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <stddef.h>
#include <string.h>

// The headers this was built with and the library that is loaded must be of one generation.
#if LIBXML_VERSION >= 21400
#define LIBRARY "libxml2.so.16"
#else
#define LIBRARY "libxml2.so.2"
#endif

static struct {
  __typeof__(htmlCreatePushParserCtxt) *open_html;
  __typeof__(htmlCtxtUseOptions) *set_html;
  __typeof__(htmlParseChunk) *feed_html;
  __typeof__(htmlFreeParserCtxt) *close_html;
  __typeof__(xmlCreatePushParserCtxt) *open_xml;
  __typeof__(xmlCtxtUseOptions) *set_xml;
  __typeof__(xmlParseChunk) *feed_xml;
  __typeof__(xmlFreeParserCtxt) *close_xml;
  __typeof__(xmlFreeDoc) *free_document;
  __typeof__(xmlStopParser) *stop;
} library;

int cxml_is_present(void) {
  static int state = -1;
  if (state >= 0) return state;
  void *handle = dlopen(LIBRARY, RTLD_NOW | RTLD_LOCAL);
  state = handle != NULL;
#define LOAD(field, name) \
  if (state && (library.field = (__typeof__(library.field))dlsym(handle, #name)) == NULL) state = 0
  LOAD(open_html, htmlCreatePushParserCtxt);
  LOAD(set_html, htmlCtxtUseOptions);
  LOAD(feed_html, htmlParseChunk);
  LOAD(close_html, htmlFreeParserCtxt);
  LOAD(open_xml, xmlCreatePushParserCtxt);
  LOAD(set_xml, xmlCtxtUseOptions);
  LOAD(feed_xml, xmlParseChunk);
  LOAD(close_xml, xmlFreeParserCtxt);
  LOAD(free_document, xmlFreeDoc);
  LOAD(stop, xmlStopParser);
#undef LOAD
  return state;
}

struct reading {
  cxml_listener listener;
  void *context;
  xmlParserCtxtPtr parser;
  int is_stopped;
};

static void tell(struct reading *reading, int event, const char *text, int length,
                 const char **attributes) {
  if (reading->is_stopped) return;
  if (reading->listener(reading->context, event, text, length, (const char *const *)attributes)) {
    reading->is_stopped = 1;
    if (reading->parser) library.stop(reading->parser);
  }
}

static void on_open(void *reading, const xmlChar *name, const xmlChar **attributes) {
  tell(reading, CXML_OPEN, (const char *)name, (int)strlen((const char *)name),
       (const char **)attributes);
}

static void on_close(void *reading, const xmlChar *name) {
  tell(reading, CXML_CLOSE, (const char *)name, (int)strlen((const char *)name), NULL);
}

static void on_text(void *reading, const xmlChar *text, int length) {
  tell(reading, CXML_TEXT, (const char *)text, length, NULL);
}

static void on_doctype(void *reading, const xmlChar *name, const xmlChar *external,
                       const xmlChar *system) {
  (void)external;
  (void)system;
  const char *text = name ? (const char *)name : "";
  tell(reading, CXML_DOCTYPE, text, (int)strlen(text), NULL);
}

static xmlSAXHandler handlers(void) {
  xmlSAXHandler handler;
  memset(&handler, 0, sizeof handler);
  handler.internalSubset = on_doctype;
  handler.startElement = on_open;
  handler.endElement = on_close;
  handler.characters = on_text;
  handler.ignorableWhitespace = on_text;
  handler.cdataBlock = on_text;
  return handler;
}

// A stopped parser still reads to the end of what it was given, so it is given little at a time.
static const int portion = 1 << 14;

// A portion that does not end within a character of UTF-8.
static int portion_of(const char *bytes, int count) {
  if (count <= portion) return count;
  int length = portion;
  while (length > portion - 4 && (bytes[length] & 0xC0) == 0x80) length -= 1;
  return length;
}

int cxml_read_html(const char *bytes, int count, cxml_listener listener, void *context) {
  if (!cxml_is_present()) return CXML_MISSING;
  struct reading reading = {listener, context, NULL, 0};
  xmlSAXHandler handler = handlers();
  htmlParserCtxtPtr parser =
      library.open_html(&handler, &reading, NULL, 0, NULL, XML_CHAR_ENCODING_UTF8);
  if (!parser) return CXML_MISSING;
  reading.parser = parser;
  library.set_html(parser, HTML_PARSE_NONET | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING |
                               HTML_PARSE_IGNORE_ENC | HTML_PARSE_RECOVER);
  for (int done = 0, length = 0; done < count && !reading.is_stopped; done += length) {
    length = portion_of(bytes + done, count - done);
    library.feed_html(parser, bytes + done, length, 0);
  }
  if (!reading.is_stopped) library.feed_html(parser, bytes, 0, 1);
  if (parser->myDoc) library.free_document(parser->myDoc);
  library.close_html(parser);
  return reading.is_stopped ? CXML_STOPPED : CXML_DONE;
}

int cxml_read_xml(const char *bytes, int count, cxml_listener listener, void *context) {
  if (!cxml_is_present()) return CXML_MISSING;
  struct reading reading = {listener, context, NULL, 0};
  xmlSAXHandler handler = handlers();
  xmlParserCtxtPtr parser = library.open_xml(&handler, &reading, NULL, 0, NULL);
  if (!parser) return CXML_MISSING;
  reading.parser = parser;
  library.set_xml(parser, XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
  for (int done = 0, length = 0; done < count && !reading.is_stopped; done += length) {
    length = portion_of(bytes + done, count - done);
    library.feed_xml(parser, bytes + done, length, 0);
  }
  if (!reading.is_stopped) library.feed_xml(parser, bytes, 0, 1);
  int is_well_formed = parser->wellFormed;
  if (parser->myDoc) library.free_document(parser->myDoc);
  library.close_xml(parser);
  if (reading.is_stopped) return CXML_STOPPED;
  return is_well_formed ? CXML_DONE : CXML_MALFORMED;
}
