#include "carchive.h"

#include <archive.h>
#include <archive_entry.h>
#include <dlfcn.h>
#include <stdlib.h>

static struct {
  __typeof__(archive_read_new) *make;
  __typeof__(archive_read_support_format_zip) *take_zip;
  __typeof__(archive_read_open_memory) *open;
  __typeof__(archive_read_next_header) *next;
  __typeof__(archive_read_data) *read;
  __typeof__(archive_read_free) *close;
  __typeof__(archive_entry_pathname) *path;
} library;

struct carchive {
  struct archive *archive;
  int is_broken;
};

int carchive_is_present(void) {
  static int state = -1;
  if (state >= 0) return state;
  void *handle = dlopen("libarchive.so.13", RTLD_NOW | RTLD_LOCAL);
  state = handle != NULL;
#define LOAD(field, name) \
  if (state && (library.field = (__typeof__(library.field))dlsym(handle, #name)) == NULL) state = 0
  LOAD(make, archive_read_new);
  LOAD(take_zip, archive_read_support_format_zip);
  LOAD(open, archive_read_open_memory);
  LOAD(next, archive_read_next_header);
  LOAD(read, archive_read_data);
  LOAD(close, archive_read_free);
  LOAD(path, archive_entry_pathname);
#undef LOAD
  return state;
}

carchive *carchive_open(const void *bytes, long count) {
  if (!carchive_is_present()) return NULL;
  carchive *result = calloc(1, sizeof *result);
  if (!result) return NULL;
  result->archive = library.make();
  if (result->archive && library.take_zip(result->archive) == ARCHIVE_OK &&
      library.open(result->archive, bytes, (size_t)count) == ARCHIVE_OK)
    return result;
  carchive_close(result);
  return NULL;
}

const char *carchive_next(carchive *archive) {
  struct archive_entry *entry = NULL;
  int status = library.next(archive->archive, &entry);
  archive->is_broken = status != ARCHIVE_OK && status != ARCHIVE_WARN && status != ARCHIVE_EOF;
  if (archive->is_broken || status == ARCHIVE_EOF) return NULL;
  const char *path = library.path(entry);
  return path ? path : "";
}

long carchive_read(carchive *archive, void *buffer, long count) {
  return (long)library.read(archive->archive, buffer, (size_t)count);
}

int carchive_is_broken(carchive *archive) { return archive->is_broken; }

void carchive_close(carchive *archive) {
  if (archive->archive) library.close(archive->archive);
  free(archive);
}
