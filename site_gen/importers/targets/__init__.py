"""What a file can become: one module for each form of content. Each knows its columns and makes drafts of rows."""
