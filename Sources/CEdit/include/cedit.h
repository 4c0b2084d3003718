// Doors to libedit, whose own are variadic, and to signals that arrive as bytes of a pipe.
#pragma once
#include <histedit.h>

/// Sets the kind of characters from the environment, or to C.UTF-8 where that would not be UTF-8.
///
/// Without it libedit drops every character that is not ASCII.
void cedit_use_utf8(void);

/// Gives the prompt; every run of escapes in it stands between two U+0001.
typedef wchar_t *_Nonnull (*cedit_prompt)(EditLine *_Nonnull);

/// Gives the next character: 1 when there is one, 0 at the end of input, -1 with errno.
typedef int (*cedit_read)(EditLine *_Nonnull, wchar_t *_Nonnull);

/// Runs when CEDIT_PASTE is read; returns CC_REFRESH.
typedef unsigned char (*cedit_command)(EditLine *_Nonnull, wint_t);

/// Characters that `cedit_read` gives for keys that send none of their own.
///
/// They lie among the C1 controls, which nobody types, because libedit looks up bindings only below 256.
enum {
  CEDIT_UP = 0x80,
  CEDIT_DOWN,
  CEDIT_LEFT,
  CEDIT_RIGHT,
  CEDIT_HOME,
  CEDIT_END,
  CEDIT_DELETE,
  CEDIT_WORD_LEFT,
  CEDIT_WORD_RIGHT,
  CEDIT_DELETE_WORD_LEFT,
  CEDIT_DELETE_WORD_RIGHT,
  CEDIT_REDRAW,
  CEDIT_PASTE,
};

/// Opens an editor on the standard streams for an owner that the callbacks find again.
EditLine *_Nullable cedit_open(void *_Nonnull owner, HistoryW *_Nullable history,
                               cedit_prompt _Nonnull prompt, cedit_read _Nonnull read,
                               cedit_command _Nonnull paste);

/// The owner of an editor.
void *_Nonnull cedit_owner(EditLine *_Nonnull editor);

/// Puts the terminal into the mode for editing, or into the one for the work between two lines.
///
/// Between two lines the kernel neither edits nor shows what is typed: it waits as it came.
void cedit_prepare(EditLine *_Nonnull editor, int editing);

/// Asks the terminal to mark pasted text from now on, until it is given back.
void cedit_mark_pastes(void);

/// Gives the terminal back in its user's modes; the next `cedit_prepare` takes it again.
void cedit_give_back(void);

/// Draws prompt and line anew in the row of the cursor.
void cedit_refresh(EditLine *_Nonnull editor);

/// Clears the screen from the cursor on, in order with what libedit prints.
void cedit_clear_below(void);

/// Makes a history in memory of at most this many lines.
HistoryW *_Nullable cedit_history(int size);

/// Adds a line to a history.
void cedit_remember(HistoryW *_Nonnull history, const wchar_t *_Nonnull line);

/// Makes the pipe of signals, if there is none yet; its reading end, or -1 with errno.
int cedit_signals_open(void);

/// Lets a signal become a byte of that number in the pipe; one that was ignored (nohup) stays so.
///
/// Between two lines nobody may look into the pipe for long: there SIGTSTP stops at once instead.
/// A signal of a crash gives the terminal back and is then handled as before.
void cedit_signal_catch(int signal);

/// Handles a signal as it was handled before it was caught.
void cedit_signal_release(int signal);

/// Gives the terminal back and stops this program as Ctrl-Z would; returns when it goes on.
void cedit_stop(void);
