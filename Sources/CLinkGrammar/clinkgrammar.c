#include "clinkgrammar.h"

#include <dlfcn.h>
#include <langinfo.h>
#include <link-grammar/link-includes.h>
#include <locale.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static struct {
  __typeof__(lg_error_set_handler) *set_handler;
  __typeof__(dictionary_create_lang) *open_dictionary;
  __typeof__(dictionary_delete) *close_dictionary;
  __typeof__(parse_options_create) *make_options;
  __typeof__(parse_options_delete) *delete_options;
  __typeof__(parse_options_set_verbosity) *set_verbosity;
  __typeof__(parse_options_set_max_parse_time) *set_time;
  __typeof__(parse_options_set_short_length) *set_short_length;
  __typeof__(parse_options_set_linkage_limit) *set_linkage_limit;
  __typeof__(parse_options_set_spell_guess) *set_spell_guess;
  __typeof__(parse_options_set_repeatable_rand) *set_repeatable;
  __typeof__(parse_options_set_min_null_count) *set_fewest_nulls;
  __typeof__(parse_options_set_max_null_count) *set_most_nulls;
  __typeof__(parse_options_reset_resources) *reset;
  __typeof__(parse_options_resources_exhausted) *is_exhausted;
  __typeof__(sentence_create) *make_sentence;
  __typeof__(sentence_split) *split;
  __typeof__(sentence_length) *count_parts;
  __typeof__(sentence_parse) *parse;
  __typeof__(sentence_num_valid_linkages) *count_valid;
  __typeof__(sentence_delete) *delete_sentence;
  __typeof__(linkage_create) *make_linkage;
  __typeof__(linkage_delete) *delete_linkage;
  __typeof__(linkage_get_num_words) *count_words;
  __typeof__(linkage_get_word) *word;
  __typeof__(linkage_get_word_char_start) *word_start;
  __typeof__(linkage_get_word_char_end) *word_end;
  __typeof__(linkage_get_num_links) *count_links;
  __typeof__(linkage_get_link_lword) *link_left;
  __typeof__(linkage_get_link_rword) *link_right;
  __typeof__(linkage_get_link_label) *link_label;
} library;

struct clinkgrammar {
  Dictionary dictionary;
  Parse_Options options;
};

// The regular expressions of 5.12.0 are not safe between threads: one call at a time in a process.
static pthread_mutex_t turn = PTHREAD_MUTEX_INITIALIZER;

static int load(void) {
  void *handle = dlopen("liblink-grammar.so.5", RTLD_NOW | RTLD_LOCAL);
  int state = handle != NULL;
#define LOAD(field, name) \
  if (state && (library.field = (__typeof__(library.field))dlsym(handle, #name)) == NULL) state = 0
  LOAD(set_handler, lg_error_set_handler);
  LOAD(open_dictionary, dictionary_create_lang);
  LOAD(close_dictionary, dictionary_delete);
  LOAD(make_options, parse_options_create);
  LOAD(delete_options, parse_options_delete);
  LOAD(set_verbosity, parse_options_set_verbosity);
  LOAD(set_time, parse_options_set_max_parse_time);
  LOAD(set_short_length, parse_options_set_short_length);
  LOAD(set_linkage_limit, parse_options_set_linkage_limit);
  LOAD(set_spell_guess, parse_options_set_spell_guess);
  LOAD(set_repeatable, parse_options_set_repeatable_rand);
  LOAD(set_fewest_nulls, parse_options_set_min_null_count);
  LOAD(set_most_nulls, parse_options_set_max_null_count);
  LOAD(reset, parse_options_reset_resources);
  LOAD(is_exhausted, parse_options_resources_exhausted);
  LOAD(make_sentence, sentence_create);
  LOAD(split, sentence_split);
  LOAD(count_parts, sentence_length);
  LOAD(parse, sentence_parse);
  LOAD(count_valid, sentence_num_valid_linkages);
  LOAD(delete_sentence, sentence_delete);
  LOAD(make_linkage, linkage_create);
  LOAD(delete_linkage, linkage_delete);
  LOAD(count_words, linkage_get_num_words);
  LOAD(word, linkage_get_word);
  LOAD(word_start, linkage_get_word_char_start);
  LOAD(word_end, linkage_get_word_char_end);
  LOAD(count_links, linkage_get_num_links);
  LOAD(link_left, linkage_get_link_lword);
  LOAD(link_right, linkage_get_link_rword);
  LOAD(link_label, linkage_get_link_label);
#undef LOAD
  return state;
}

static int is_present(void) {
  static int state = -1;
  if (state < 0) state = load();
  return state;
}

int clinkgrammar_is_present(void) {
  pthread_mutex_lock(&turn);
  int state = is_present();
  pthread_mutex_unlock(&turn);
  return state;
}

// The library would write its remarks to standard error.
static void hear_nothing(lg_errinfo *remark, void *data) {
  (void)remark;
  (void)data;
}

// By its whole path: asked for "en", the library looks into the working directory first.
static Dictionary dictionary(void) {
  static const char *const folders[] = {"/usr/share/link-grammar/en",
                                        "/usr/local/share/link-grammar/en"};
  static const char *const files[] = {"/usr/share/link-grammar/en/4.0.dict",
                                      "/usr/local/share/link-grammar/en/4.0.dict"};
  for (int index = 0; index < 2; index++)
    if (access(files[index], R_OK) == 0) return library.open_dictionary(folders[index]);
  return NULL;
}

static Parse_Options options(void) {
  Parse_Options options = library.make_options();
  if (!options) return NULL;
  library.set_verbosity(options, 0);
  library.set_time(options, 1);
  // The reach of most links; 255, for all, took 810 MB.
  library.set_short_length(options, 10);
  library.set_linkage_limit(options, 100);
  library.set_spell_guess(options, 0);
  library.set_repeatable(options, 1);
  library.set_fewest_nulls(options, 0);
  library.set_most_nulls(options, 0);
  return options;
}

static clinkgrammar *open_parser(void) {
  if (!is_present()) return NULL;
  clinkgrammar *parser = calloc(1, sizeof *parser);
  if (!parser) return NULL;
  if (strcmp(nl_langinfo(CODESET), "UTF-8") != 0) setlocale(LC_CTYPE, "C.UTF-8");
  library.set_handler(hear_nothing, NULL);
  parser->dictionary = dictionary();
  if (parser->dictionary) parser->options = options();
  if (parser->options) return parser;
  if (parser->dictionary) library.close_dictionary(parser->dictionary);
  free(parser);
  return NULL;
}

clinkgrammar *clinkgrammar_open(void) {
  pthread_mutex_lock(&turn);
  clinkgrammar *parser = open_parser();
  pthread_mutex_unlock(&turn);
  return parser;
}

void clinkgrammar_close(clinkgrammar *parser) {
  pthread_mutex_lock(&turn);
  library.delete_options(parser->options);
  library.close_dictionary(parser->dictionary);
  pthread_mutex_unlock(&turn);
  free(parser);
}

// `given.v-d` is a verb, `loop[!].n` a noun, `and` says nothing.
static char kind_of(const char *word) {
  const char *dot = word ? strrchr(word, '.') : NULL;
  return dot && dot != word && dot[1] >= 'a' && dot[1] <= 'z' ? dot[1] : 0;
}

static void copy(Linkage linkage, clinkgrammar_parse *parse) {
  size_t words = library.count_words(linkage), links = library.count_links(linkage);
  parse->words = calloc(words + 1, sizeof *parse->words);
  parse->links = calloc(links + 1, sizeof *parse->links);
  if (!parse->words || !parse->links) return;
  parse->end = CLINKGRAMMAR_COMPLETE;
  parse->word_count = (int)words;
  parse->link_count = (int)links;
  for (size_t index = 0; index < words; index++) {
    parse->words[index].start = (int)library.word_start(linkage, index);
    parse->words[index].end = (int)library.word_end(linkage, index);
    parse->words[index].kind = kind_of(library.word(linkage, index));
  }
  for (size_t index = 0; index < links; index++) {
    clinkgrammar_link *link = &parse->links[index];
    link->left = (int)library.link_left(linkage, index);
    link->right = (int)library.link_right(linkage, index);
    const char *label = library.link_label(linkage, index);
    if (label) strncpy(link->label, label, sizeof link->label - 1);
  }
}

// Beyond these, and of an empty text, the library ends the program: a word of 100,000 letters overflows its stack, and at
// 128 domains, of which a link opens one at most, it traps. A planar linkage of 60 words has 117.
static const size_t most_bytes = 4000;
static const int most_words = 60;

// The number of linkages found.
static int count_linkages(clinkgrammar *parser, Sentence sentence) {
  if (library.split(sentence, parser->options) < 0) return 0;
  if (library.count_parts(sentence) > most_words) return 0;
  return library.parse(sentence, parser->options);
}

static clinkgrammar_parse read_text(clinkgrammar *parser, const char *text) {
  clinkgrammar_parse parse = {.end = CLINKGRAMMAR_INCOMPLETE};
  if (text[strspn(text, " \t\r\n")] == 0 || strlen(text) > most_bytes) return parse;
  library.reset(parser->options);
  Sentence sentence = library.make_sentence(text, parser->dictionary);
  if (!sentence) return parse;
  int found = count_linkages(parser, sentence);
  if (library.is_exhausted(parser->options)) {
    parse.end = CLINKGRAMMAR_EXPIRED;
  } else if (found > 0 && library.count_valid(sentence) > 0) {
    Linkage linkage = library.make_linkage(0, sentence, parser->options);
    if (linkage) {
      copy(linkage, &parse);
      library.delete_linkage(linkage);
    }
  }
  library.delete_sentence(sentence);
  return parse;
}

clinkgrammar_parse clinkgrammar_read(clinkgrammar *parser, const char *text) {
  pthread_mutex_lock(&turn);
  clinkgrammar_parse parse = read_text(parser, text);
  pthread_mutex_unlock(&turn);
  return parse;
}

void clinkgrammar_release(clinkgrammar_parse parse) {
  free(parse.words);
  free(parse.links);
}
