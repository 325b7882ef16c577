#include "base/embedded.h"

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
