"""Content files changed where somebody changed a value, and nowhere else."""
