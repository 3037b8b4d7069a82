/** The worker thread of `check`. */
