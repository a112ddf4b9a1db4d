"""The preview server: one watcher, builds in a process of their own, and livereload for the browser."""
