// A door to libxml2, which is loaded when it is first asked for: linked, it would triple the time an
// empty program takes to start.
#pragma once

/// What the parser has come to.
enum cxml_event { CXML_OPEN = 1, CXML_CLOSE = 2, CXML_TEXT = 3, CXML_DOCTYPE = 4 };

/// How a parse ended.
enum cxml_end {
  CXML_DONE = 0,
  /// The listener said stop.
  CXML_STOPPED = 1,
  /// The text is no well-formed XML.
  CXML_MALFORMED = 2,
  /// The library is not on this machine, or there was no memory.
  CXML_MISSING = 3,
};

/// Hears of an event; anything but 0 stops the parse.
///
/// `text` is a name or text in UTF-8 of `length` bytes. `attributes` are names and values in turn
/// up to a null name, or null; a value may be null.
typedef int (*cxml_listener)(void *_Nullable context, int event, const char *_Nonnull text,
                             int length, const char *_Nullable const *_Nullable attributes);

/// Whether libxml2 can be loaded.
int cxml_is_present(void);

/// Reads HTML in UTF-8, however broken.
int cxml_read_html(const char *_Nonnull bytes, int count, cxml_listener _Nonnull listener,
                   void *_Nullable context);

/// Reads XML; entities that it declares are never put in.
int cxml_read_xml(const char *_Nonnull bytes, int count, cxml_listener _Nonnull listener,
                  void *_Nullable context);
