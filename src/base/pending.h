/*
 * The temporary file that is being written. While there is one, SIGINT,
 * SIGTERM and SIGHUP remove it before they end the program, unless the
 * program has given these signals another meaning.
 */
#ifndef BASE_PENDING_H
#define BASE_PENDING_H

/* `name` is borrowed until pending_end. One file at a time. */
void pending_begin(const char *name);
void pending_end(void);

#endif
