#include "cedit.h"

#include <errno.h>
#include <fcntl.h>
#include <langinfo.h>
#include <locale.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

void cedit_use_utf8(void) {
  setlocale(LC_CTYPE, "");
  if (strcmp(nl_langinfo(CODESET), "UTF-8") != 0) setlocale(LC_CTYPE, "C.UTF-8");
}

static const struct {
  const wchar_t *key;
  const wchar_t *command;
} bindings[] = {
    {L"\\200", L"ed-prev-history"},     {L"\\201", L"ed-next-history"},
    {L"\\202", L"ed-prev-char"},        {L"\\203", L"ed-next-char"},
    {L"\\204", L"ed-move-to-beg"},      {L"\\205", L"ed-move-to-end"},
    {L"\\206", L"ed-delete-next-char"}, {L"\\207", L"ed-prev-word"},
    {L"\\210", L"em-next-word"},        {L"\\211", L"ed-delete-prev-word"},
    {L"\\212", L"em-delete-next-word"}, {L"\\213", L"ed-redisplay"},
    {L"\\214", L"rounds-paste"},        {L"^R", L"em-inc-search-prev"},
};

// The modes in which the user has the terminal; signal handlers read them.
static struct termios users;
static volatile sig_atomic_t is_editing;
static volatile sig_atomic_t marks_pastes;

// Makes libedit's own mode between two lines one in which the kernel does not edit: there a Ctrl-U
// would take away the end of a paste whose beginning is safe in a line that ended before.
static void keep_kernel_from_editing(EditLine *editor) {
  tcgetattr(STDIN_FILENO, &users);
  el_wset(editor, EL_SETTY, L"-x", L"-icanon", L"-echo", NULL);
  cedit_give_back();
}

EditLine *cedit_open(void *owner, HistoryW *history, cedit_prompt prompt, cedit_read read,
                     cedit_command paste) {
  EditLine *editor = el_init("rounds", stdin, stdout, stderr);
  if (!editor) return NULL;
  el_wset(editor, EL_CLIENTDATA, owner);
  el_wset(editor, EL_EDITOR, L"emacs");
  if (history) el_wset(editor, EL_HIST, history_w, history);
  el_wset(editor, EL_PROMPT_ESC, prompt, (wchar_t)1);
  // libedit keeps these two pointers, so the texts must live as long as the program.
  el_wset(editor, EL_ADDFN, L"rounds-paste", L"Insert pasted text", paste);
  for (size_t i = 0; i < sizeof bindings / sizeof bindings[0]; i++)
    el_wset(editor, EL_BIND, bindings[i].key, bindings[i].command, NULL);
  el_wset(editor, EL_GETCFN, read);
  // libedit's own handling raises each signal again for the whole process group.
  el_wset(editor, EL_SIGNAL, 0);
  keep_kernel_from_editing(editor);
  return editor;
}

void *cedit_owner(EditLine *editor) {
  void *owner = NULL;
  el_wget(editor, EL_CLIENTDATA, &owner);
  return owner;
}

void cedit_prepare(EditLine *editor, int editing) {
  struct termios found;
  is_editing = editing;
  // As libedit has it: only modes in which the kernel edits lines are the user's, and not ours.
  if (editing && tcgetattr(STDIN_FILENO, &found) == 0 && found.c_lflag & ICANON) users = found;
  el_wset(editor, EL_PREP_TERM, editing);
}

static void ask_for_marks(const char *sequence) {
  ssize_t ignored = write(STDOUT_FILENO, sequence, strlen(sequence));
  (void)ignored;
}

void cedit_mark_pastes(void) {
  marks_pastes = 1;
  ask_for_marks("\033[?2004h");
}

void cedit_give_back(void) {
  if (marks_pastes) ask_for_marks("\033[?2004l");
  marks_pastes = 0;
  tcsetattr(STDIN_FILENO, TCSADRAIN, &users);
}

void cedit_refresh(EditLine *editor) {
  // Where nobody else has written since, the row holds the prompt already.
  fputs("\r", stdout);
  el_wset(editor, EL_REFRESH);
}

void cedit_clear_below(void) { fputs("\033[J", stdout); }

HistoryW *cedit_history(int size) {
  HistoryW *history = history_winit();
  HistEventW event;
  if (!history) return NULL;
  history_w(history, &event, H_SETSIZE, size);
  history_w(history, &event, H_SETUNIQUE, 1);
  return history;
}

void cedit_remember(HistoryW *history, const wchar_t *line) {
  HistEventW event;
  history_w(history, &event, H_ENTER, line);
}

static int signal_pipe[2] = {-1, -1};
static struct sigaction before[NSIG];
static unsigned char caught[NSIG];

int cedit_signals_open(void) {
  if (signal_pipe[0] < 0 && pipe2(signal_pipe, O_CLOEXEC | O_NONBLOCK) != 0) return -1;
  return signal_pipe[0];
}

static void pass_on(int signal) {
  int code = errno;
  unsigned char byte = (unsigned char)signal;
  if (signal == SIGTSTP && !is_editing) {
    cedit_stop();
  } else {
    // A full pipe loses a signal that already waits there.
    ssize_t ignored = write(signal_pipe[1], &byte, 1);
    (void)ignored;
  }
  errno = code;
}

static void fall(int signal) {
  cedit_give_back();
  cedit_signal_release(signal);
  raise(signal);
}

static int is_fault(int signal) {
  return signal == SIGSEGV || signal == SIGBUS || signal == SIGILL || signal == SIGFPE ||
         signal == SIGTRAP || signal == SIGABRT;
}

void cedit_signal_catch(int signal) {
  struct sigaction action = {.sa_handler = pass_on, .sa_flags = SA_RESTART};
  sigemptyset(&action.sa_mask);
  // A blocked signal could not stop the program within its own handler.
  if (signal == SIGTSTP) action.sa_flags |= SA_NODEFER;
  if (is_fault(signal)) {
    action.sa_handler = fall;
    action.sa_flags = SA_ONSTACK;
  }
  if (caught[signal] || sigaction(signal, NULL, &before[signal]) != 0) return;
  if (before[signal].sa_handler == SIG_IGN) return;
  caught[signal] = sigaction(signal, &action, NULL) == 0;
}

void cedit_signal_release(int signal) {
  if (!caught[signal]) return;
  sigaction(signal, &before[signal], NULL);
  caught[signal] = 0;
}

void cedit_stop(void) {
  cedit_give_back();
  cedit_signal_release(SIGTSTP);
  kill(getpid(), SIGTSTP);
  cedit_signal_catch(SIGTSTP);
}
