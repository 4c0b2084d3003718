// A door to Link Grammar, which is loaded with its English dictionary when it is first asked for.
#pragma once

/// A parser with its dictionary; 28 MB once it is open, and up to 115 MB while it works.
typedef struct clinkgrammar clinkgrammar;

/// How a parse ended.
enum clinkgrammar_end {
  /// Every word has its place in the grammar.
  CLINKGRAMMAR_COMPLETE = 0,
  /// No linkage holds all words.
  CLINKGRAMMAR_INCOMPLETE = 1,
  /// It took more than its second.
  CLINKGRAMMAR_EXPIRED = 2,
};

/// A word, or a wall, which is empty.
typedef struct {
  /// Characters of the text.
  int start, end;
  /// What the dictionary takes it for: `n` noun, `v` verb, `a` adjective …; 0 where it does not say.
  char kind;
} clinkgrammar_word;

/// A link between two words, counted from 0, which is the left wall.
typedef struct {
  int left, right;
  char label[16];
} clinkgrammar_link;

/// The best linkage; no words and no links where the parse is not complete.
typedef struct {
  int end;
  int word_count, link_count;
  clinkgrammar_word *_Nullable words;
  clinkgrammar_link *_Nullable links;
} clinkgrammar_parse;

/// Whether the library can be loaded.
int clinkgrammar_is_present(void);

/// Loads the English dictionary in 0.1-0.2 s; null without library, dictionary or memory.
clinkgrammar *_Nullable clinkgrammar_open(void);

/// Parses one sentence in UTF-8; what is given back has to be released.
clinkgrammar_parse clinkgrammar_read(clinkgrammar *_Nonnull parser, const char *_Nonnull text);

void clinkgrammar_release(clinkgrammar_parse parse);

void clinkgrammar_close(clinkgrammar *_Nonnull parser);
