#include "cspawn.h"

#include <fcntl.h>
#include <sys/resource.h>
#include <unistd.h>

int cspawn_pipe(int ends[2]) { return pipe2(ends, O_CLOEXEC); }

int cspawn_start_in(posix_spawn_file_actions_t *actions, const char *folder) {
  return posix_spawn_file_actions_addchdir_np(actions, folder);
}

int cspawn_set_flags(posix_spawnattr_t *attributes, short flags, int own_session) {
  return posix_spawnattr_setflags(attributes, own_session ? flags | POSIX_SPAWN_SETSID : flags);
}

char **cspawn_environment(void) { return environ; }

int cspawn_limit_memory(pid_t process, unsigned long bytes) {
  struct rlimit limit = {bytes, bytes};
  return prlimit(process, RLIMIT_AS, &limit, NULL);
}
