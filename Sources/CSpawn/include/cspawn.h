// Doors to the parts of the GNU C library that Swift's own import of it leaves out.
#pragma once
#include <spawn.h>
#include <sys/types.h>

/// Makes a pipe that is not handed to other programs; 0, or -1 with errno.
int cspawn_pipe(int ends[_Nonnull 2]);

/// Lets the child start in a folder; 0, or an errno.
int cspawn_start_in(posix_spawn_file_actions_t *_Nonnull actions, const char *_Nonnull folder);

/// Lets the child lead a session of its own, beside the flags given; 0, or an errno.
int cspawn_set_flags(posix_spawnattr_t *_Nonnull attributes, short flags, int own_session);

/// Our own environment, for a child that inherits it.
char *_Nullable *_Nonnull cspawn_environment(void);

/// Limits the address space of a program that runs, in bytes; 0, or -1 with errno.
int cspawn_limit_memory(pid_t process, unsigned long bytes);
