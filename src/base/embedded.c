/* POSIX knows posix_madvise, but glibc does nothing for its "not needed"; nor
   does it know where a program lies in memory. */
#ifdef __linux__
#define _GNU_SOURCE
#endif

#include "base/embedded.h"

#ifdef __linux__
#include <link.h>
#include <stdint.h>
#include <sys/mman.h>
#include <unistd.h>
#endif

#include "embedded_table.h"

const struct embedded *
embedded_find(struct str path)
{
    size_t low = 0, high = embedded_table_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int order = str_compare(path, embedded_table[middle].path);
        if (order == 0)
            return &embedded_table[middle];
        if (order < 0)
            high = middle;
        else
            low = middle + 1;
    }
    return NULL;
}

const struct embedded *
embedded_all(size_t *count)
{
    *count = embedded_table_count;
    return embedded_table;
}

#ifdef __linux__
/* Whole pages only: the rest belongs to the neighbours as well. */
void
embedded_release(struct str bytes)
{
    uintptr_t page = (uintptr_t)sysconf(_SC_PAGESIZE);
    uintptr_t from = ((uintptr_t)bytes.at + page - 1) / page * page;
    uintptr_t to = (uintptr_t)(bytes.at + bytes.len) / page * page;
    if (from < to) /* advice: no harm when it is not taken */
        (void)madvise((void *)from, to - from, MADV_DONTNEED);
}

/* The first object that is told of is the program itself. Segments that were
   writable at any time hold what is not in its file. */
static int
release_segments(struct dl_phdr_info *program, size_t size, void *unused)
{
    (void)size, (void)unused;
    for (size_t i = 0; i < program->dlpi_phnum; i++) {
        const ElfW(Phdr) *segment = &program->dlpi_phdr[i];
        if (segment->p_type == PT_LOAD && !(segment->p_flags & PF_W))
            embedded_release((struct str){
                (const char *)(program->dlpi_addr + segment->p_vaddr),
                segment->p_memsz});
    }
    return 1;
}

void
constants_release(void)
{
    (void)dl_iterate_phdr(release_segments, NULL);
}
#else
void
embedded_release(struct str bytes)
{
    (void)bytes;
}

void
constants_release(void)
{
}
#endif
