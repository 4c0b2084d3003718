// A door to libarchive for zip files in memory; the library is loaded when it is first asked for.
#pragma once

/// A zip file that is being read from its first entry to its last.
typedef struct carchive carchive;

/// Whether libarchive can be loaded.
int carchive_is_present(void);

/// Opens a zip file whose bytes stay where they are until it is closed; null if it is none.
carchive *_Nullable carchive_open(const void *_Nonnull bytes, long count);

/// The path of the next entry, valid until the next call; null after the last, or at a fault.
const char *_Nullable carchive_next(carchive *_Nonnull archive);

/// Unpacks the next bytes of the entry; 0 at its end, less than 0 at a fault or where it is encrypted.
long carchive_read(carchive *_Nonnull archive, void *_Nonnull buffer, long count);

/// Whether reading entries came to a fault rather than to the end.
int carchive_is_broken(carchive *_Nonnull archive);

void carchive_close(carchive *_Nonnull archive);
